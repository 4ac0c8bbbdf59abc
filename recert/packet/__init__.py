"""Typeset what a person sends in to recertify: start reading at `assemble`, then `typeset`."""
