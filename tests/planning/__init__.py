"""Plans, held to every set of offers there is."""
