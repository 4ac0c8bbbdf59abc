"""Courses that count: searched by anybody, weighed for whoever holds a credential, each with its six questions."""
