"""What if: the same standing with a course nobody took, on another day, or by the exam. Nothing is kept."""
