"""The credentials a person holds: find one by its letters, say since when, change, renew or drop it."""
