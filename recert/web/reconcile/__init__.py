"""Hold an official transcript against one's own activities: what is in both, only there, only here."""
