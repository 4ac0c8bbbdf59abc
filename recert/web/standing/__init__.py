"""Standing: where a holder stands with each credential, what is missing, by when, and the rule behind every number."""
