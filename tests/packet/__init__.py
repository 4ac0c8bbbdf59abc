"""Tests of the packet: what is assembled, checked and typeset."""
