"""Whether the signature of an Open Badge 3.0 holds, decided offline by openbadgeslib.

The issuer's key is the issuer's own name where that is a did:key, else one that the operator handed in. A key that the
badge itself brings along proves nothing and is not looked at.
"""

from __future__ import annotations

from collections.abc import Mapping

from openbadgeslib.errors import LibOpenBadgesException
from openbadgeslib.ob3 import OB3GuardUnavailable, OB3LdpVerifier, OB3Verifier, resolve_did

from recert.badges.badge import BAD, GOOD, UNKNOWN_KEY, UNSIGNED, Said
from recert.badges.claims import Json, inner, text_of
from recert.badges.sentences import CHANGED, GOOD_KEY, NO_KEY, NO_SIGNATURE, OTHER_KIND, OWN_KEY, SOMEONE, UNLIKE_ITSELF

# openbadgeslib looks at the days after the signature, against its own clock; we judge the days by the day handed in.
ABOUT_DAYS = ("expired", "not yet valid")
ABOUT_THE_ENVELOPE = ("jwt payload is missing", "jwt 'sub' does not", "jwt 'jti' does not", "jwt 'iss' does not")
NOT_FOR_US = ("no supported data integrity proof", "requires the optional", "is not bundled", "unsupported did")


def signature_of(text: str, claims: Json, *, jwt: bool, keys: Mapping[str, bytes]) -> tuple[str, Said]:
    """`good`, `bad`, `unknown_key` or `unsigned`, and why in a sentence."""
    issuer_id = issuer_of(claims)
    name = {"issuer": text_of(inner(claims, "issuer", "name")) or issuer_id or SOMEONE}
    if not jwt and not claims.get("proof"):
        return UNSIGNED, Said(NO_SIGNATURE, name)
    try:
        key = keys.get(issuer_id) or (resolve_did(issuer_id) if issuer_id.startswith("did:key:") else None)
        if key is None:
            return UNKNOWN_KEY, Said(NO_KEY, name)
        _verify(text, key, issuer_id, jwt=jwt, handed_in=issuer_id in keys)
    except OB3GuardUnavailable:
        return UNKNOWN_KEY, Said(OTHER_KIND, name)
    except (LibOpenBadgesException, RecursionError, ValueError, TypeError, KeyError) as error:
        return _judged(str(error).lower(), _matching(claims, issuer_id, name, keys), name)
    return _matching(claims, issuer_id, name, keys)


def issuer_of(claims: Json) -> str:
    """The issuer's id, whether it stands alone or in an object."""
    issuer = claims.get("issuer")
    return text_of(issuer) or text_of(inner(issuer, "id"))


def _verify(text: str, key: bytes, issuer_id: str, *, jwt: bool, handed_in: bool) -> None:
    if jwt:
        OB3Verifier(key, issuer_did=issuer_id).verify(text)
    elif handed_in:
        OB3LdpVerifier(key).verify(text, download=_nobody_is_asked)
    else:
        OB3LdpVerifier(issuer_did=issuer_id).verify(text, download=_nobody_is_asked)


def _judged(message: str, if_matching: tuple[str, Said], name: Mapping[str, str]) -> tuple[str, Said]:
    """What a refusal means: about the days only, a kind that is not ours, the envelope around it, or the signature."""
    if any(sign in message for sign in ABOUT_DAYS):
        return if_matching
    if any(sign in message for sign in NOT_FOR_US):
        return UNKNOWN_KEY, Said(OTHER_KIND, name)
    return BAD, Said(UNLIKE_ITSELF if any(sign in message for sign in ABOUT_THE_ENVELOPE) else CHANGED, name)


def _matching(claims: Json, issuer_id: str, name: Mapping[str, str], keys: Mapping[str, bytes]) -> tuple[str, Said]:
    """A token whose `iss` names another than its body is not the issuer's."""
    if text_of(claims.get("iss", issuer_id)) != issuer_id:
        return BAD, Said(UNLIKE_ITSELF, name)
    return GOOD, Said(GOOD_KEY, name) if issuer_id in keys else Said(OWN_KEY, {**name, "key": issuer_id[:70]})


def _nobody_is_asked(address: str) -> bytes:
    raise ConnectionError(f"no badge check asks the network for {address}")
