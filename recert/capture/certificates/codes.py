"""Addresses in the QR codes of a page."""

from __future__ import annotations

import numpy as np
import zxingcpp
from PIL import Image

MOST_SIGNS = 2000


def links_on(picture: Image.Image) -> tuple[str, ...]:
    """What the codes of a page say, where it is an address."""
    found = zxingcpp.read_barcodes(
        np.asarray(picture.convert("L")), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )
    texts = dict.fromkeys(code.text.strip() for code in found)
    return tuple(text for text in texts if text.lower().startswith(("https://", "http://")) and len(text) <= MOST_SIGNS)
