"""What the plan pages promise."""
