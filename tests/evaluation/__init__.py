"""The evaluation set is what it says it is, and counting is honest."""
