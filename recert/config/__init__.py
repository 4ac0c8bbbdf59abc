"""Wires the rooms together: settings, the map of pages, start-up checks and the `recert` command."""
