"""Read what people hand in, transcript files and certificates, into draft activities, and say how sure we are."""
