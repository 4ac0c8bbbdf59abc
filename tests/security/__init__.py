"""Who may do what, on every address there is."""
