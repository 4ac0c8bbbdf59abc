"""Every credential's rules, edition by edition, and the state rules, for anyone to read and check."""
