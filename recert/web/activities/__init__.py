"""The transcript: every activity once, what it counts for under each credential, and a trash that gives back."""
