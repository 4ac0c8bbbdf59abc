"""The actions a clock starts: verdicts kept fresh, rule changes noted, trash emptied."""
