"""The layouts that the reader is developed on: one Typst file to a layout, and what their papers say in `truth.yaml`."""
