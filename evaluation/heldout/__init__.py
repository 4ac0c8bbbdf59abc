"""The layouts that nobody who works on the reader looks at: other shapes, other wordings, measured as rates only."""
