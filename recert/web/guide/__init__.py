"""The guide: short answers to what medical assistants ask, every number drawn from the rulebooks as it is shown."""
