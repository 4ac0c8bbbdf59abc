"""The operator's feeds: where courses come from, what the latest readings brought, one more, a file, on and off."""
