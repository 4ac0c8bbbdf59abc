"""Turn whole papers (PDF, JPEG, PNG, HEIC and others) into upright pictures of their pages, apart from everything else."""

from __future__ import annotations

from recert.capture.pages.apart import Paged, pages_apart

__all__ = ["Paged", "pages_apart"]
