"""What only the plan pages show."""
