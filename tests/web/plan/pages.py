"""What a page says, without its tags."""

from __future__ import annotations

import re

from django.test import Client


def words_of(client: Client, path: str, *, status: int = 200) -> str:
    """The text of a page's main part."""
    response = client.get(path, follow=True)
    assert response.status_code == status, response.content.decode()[:2000]
    main = response.content.decode().partition("<main")[2].partition("</main>")[0]
    text = re.sub(r"<[^>]+>", " ", main)
    return " ".join(text.replace("&#x27;", "'").replace("&amp;", "&").split())
