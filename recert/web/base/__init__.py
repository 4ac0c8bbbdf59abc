"""What every page stands on: layout, tokens, components, the installable app and the page that shows them all (/style)."""
