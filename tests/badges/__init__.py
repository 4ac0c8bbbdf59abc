"""Badges are signed by openbadgeslib here and checked by the room, without a network."""
