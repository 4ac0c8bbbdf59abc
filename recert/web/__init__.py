"""The pages, one self-contained folder to a page: urls, views, forms, templates."""
