"""The standing page as one would first write it: rows read as objects and judged anew at every request."""
