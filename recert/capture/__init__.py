"""Read what people hand in, today their transcript files, into draft activities, and say what became of every cell."""
