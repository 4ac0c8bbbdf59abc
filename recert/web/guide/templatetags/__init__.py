"""What only the guide shows: tables drawn from the rulebooks, the converter, the opportunities."""
