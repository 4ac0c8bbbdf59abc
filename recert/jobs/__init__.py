"""The actions a clock starts: reminders sent, verdicts kept fresh, rule changes noted, trash emptied."""
