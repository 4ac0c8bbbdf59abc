"""Judge a course by the six questions, and show the working: start reading at `judge`."""
