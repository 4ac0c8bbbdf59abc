"""Badges for the tests, signed with keys made on the spot."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat
from openbadgeslib import baking
from openbadgeslib.ob3 import (
    Achievement,
    IdentityObject,
    Issuer,
    OB3LdpSigner,
    OB3Signer,
    OpenBadgeCredential,
    did_key_from_pem,
)
from PIL import Image

FORMS = ("json", "jwt", "png", "svg", "jwt in png", "jwt in svg")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
WEB_ISSUER = "did:web:okafor.example.org"


@cache
def private_key(name: str = "Okafor") -> bytes:
    return Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


@cache
def public_key(name: str = "Okafor") -> bytes:
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    key = load_pem_private_key(private_key(name), None).public_key()
    return key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def own_did(name: str = "Okafor") -> str:
    return did_key_from_pem(public_key(name))


def credential(issuer_id: str = "", **changes: Any) -> OpenBadgeCredential:
    achievement = Achievement(
        id="https://okafor.example.org/achievements/wounds",
        name="Wound Care Essentials",
        description="Dressing, cleaning and watching wounds in the office.",
        criteria_narrative="Attend the whole day and pass the test.",
    )
    said: dict[str, Any] = {
        "issuer": Issuer(id=issuer_id or own_did(), name="Prof. Okafor's School"),
        "recipient_id": "mailto:dana@example.org",
        "achievement": achievement,
        "issuance_date": datetime(2025, 3, 14, 12, tzinfo=UTC),
        "credits_earned": 1.5,
        "identifiers": [IdentityObject(identity_hash="Dana Whitfield", identity_type="name", hashed=False)],
    }
    return OpenBadgeCredential(**{**said, **changes})


def signed(
    form: str, one: OpenBadgeCredential | None = None, *, key: str = "Okafor", method: str | None = None
) -> bytes:
    """A badge in one of the forms."""
    one = one or credential()
    if "jwt" not in form:
        signer = OB3LdpSigner(private_key(key), verification_method=method)
        if form == "json":
            return signer.sign_to_json(one).encode()
        return signer.sign_into_png(one, picture()) if form == "png" else signer.sign_into_svg(one, SVG)
    jwt = OB3Signer(private_key(key), "EdDSA")
    if form == "jwt":
        return jwt.sign(one).encode()
    return jwt.sign_into_png(one, picture()) if form == "jwt in png" else jwt.sign_into_svg(one, SVG)


def picture() -> bytes:
    file = BytesIO()
    Image.new("RGB", (9, 9), "teal").save(file, "PNG")
    return file.getvalue()


def older(**changes: Any) -> dict[str, Any]:
    """An Open Badge 2.0, as hosted by its issuer."""
    issuer = {"type": "Issuer", "id": "https://okafor.example.org", "name": "Prof. Okafor's School"}
    badge = {"type": "BadgeClass", "name": "Wound Care Essentials", "issuer": issuer}
    said = {
        "@context": "https://w3id.org/openbadges/v2",
        "type": "Assertion",
        "id": "https://okafor.example.org/assertions/1",
        "badge": badge,
        "recipient": {"type": "email", "hashed": False, "identity": "dana@example.org"},
        "issuedOn": "2025-03-14T12:00:00Z",
        "expires": "2027-03-14T12:00:00Z",
        "verification": {"type": "hosted"},
    }
    return {**said, **changes}


def older_in_png() -> bytes:
    return baking.bake_png(picture(), json.dumps(older()), keyword=baking.ITXT_KEYWORD)
