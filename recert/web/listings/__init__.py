"""Sponsored places: a labelled box of at most two, apart from every result, and the operator's list of them."""
