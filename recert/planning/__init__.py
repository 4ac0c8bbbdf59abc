"""Choose the offers that close a gap at the least cost, time or travel; prove it."""
