"""Scenarios of every credential, refused rulebooks, and what must hold in the rulebooks we ship."""
