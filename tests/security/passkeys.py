"""A passkey as a phone would have made it, without a phone."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_encode
from fido2.webauthn import AttestationObject, AttestedCredentialData, AuthenticatorData, CollectedClientData


def passkey_data(name: str) -> dict[str, Any]:
    """What is kept about a passkey of this name."""
    key = ES256.from_cryptography_key(ec.generate_private_key(ec.SECP256R1()).public_key())
    held = AttestedCredentialData.create(bytes(16), name.encode(), key)
    flag = AuthenticatorData.FLAG
    proof = AuthenticatorData.create(sha256(b"localhost").digest(), flag.UP | flag.UV | flag.AT, 0, held)
    said = CollectedClientData.create("webauthn.create", b"challenge", "http://localhost")
    response = {
        "clientDataJSON": websafe_encode(said),
        "attestationObject": websafe_encode(AttestationObject.create("none", proof, {})),
    }
    letters = websafe_encode(name.encode())
    credential = {
        "id": letters,
        "rawId": letters,
        "type": "public-key",
        "response": response,
        "clientExtensionResults": {},
    }
    return {"name": name, "credential": credential}
