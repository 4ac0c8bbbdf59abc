"""Apply for the next cycle: what is in the packet, how to send it, and what became of it."""
