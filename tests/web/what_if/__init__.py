"""What the what-if page promises."""
