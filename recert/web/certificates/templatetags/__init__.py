"""What the wallet needs to show."""
