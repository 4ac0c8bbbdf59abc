"""Tests of reading certificates: papers drawn here, read as strangers' files are."""
