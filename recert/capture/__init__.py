"""Read a certificate (PDF, photo, badge) or a transcript file into draft activities, and say how sure we are."""
