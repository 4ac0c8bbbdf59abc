"""The catalog for others to take: every course as a table, and as CTDL."""
