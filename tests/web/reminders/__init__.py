"""What the pages about reminders promise."""
