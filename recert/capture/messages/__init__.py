"""Take the attachments out of a mailed message, in a process of its own: `apart.open_apart` does."""

from __future__ import annotations

from recert.capture.messages.read import Attachment, MessageRefused, Opened, open_message

__all__ = ["Attachment", "MessageRefused", "Opened", "open_message"]
