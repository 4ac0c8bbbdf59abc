"""Everything a person can do here, one verb to a file; pages, programs and the clock call only these."""
