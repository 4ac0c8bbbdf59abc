"""The reviews as the course's page shows them."""
