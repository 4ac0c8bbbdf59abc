"""What a stranger sees first: what Recert does, and one clear next step."""
