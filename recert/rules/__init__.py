"""Decide whether a transcript satisfies a rulebook's edition, and say why: start reading at `evaluate`."""
