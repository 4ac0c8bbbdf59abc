"""Ask schools for enrollment information: what goes to whom is shown first, and each school is agreed to by itself."""
