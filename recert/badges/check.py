"""Check one badge, whatever it comes in."""

from __future__ import annotations

import re
from collections.abc import Mapping

from recert.badges.badge import UNSIGNED, BadgeChecked, NotABadge, Said
from recert.badges.claims import Json, day_of, inner, parsed, payload_of, text_of, types_of
from recert.badges.sentences import MAY_BE_REVOKED, OLDER, OTHER_JSON, SOMEONE
from recert.badges.signature import issuer_of, signature_of
from recert.badges.unwrap import PNG, unwrapped

AMOUNT = re.compile(r"\d{1,6}(\.\d{1,4})?")
BAKED = (b"openbadge", b"openbadgecredential", b"openbadges:")
LOOK_INTO = 1 << 20


def may_be_badge(content: bytes) -> bool:
    """Whether a file is worth checking as a badge: a baked picture, or text that is JSON or a JWT."""
    if content.startswith(PNG) or content.lstrip()[:1] == b"<":
        return any(sign in content[:LOOK_INTO] for sign in BAKED)
    text = content.strip()
    return text.startswith(b"{") or bool(re.fullmatch(rb"ey[\w-]+\.ey[\w-]+\.[\w-]*", text[:LOOK_INTO]))


def check_badge(content: bytes, name: str, *, keys: Mapping[str, bytes] = {}) -> BadgeChecked:
    """What a badge says and whether its signature holds; `keys` are public keys (PEM) by issuer id.

    :raises NotABadge: when there is no badge in it.
    """
    form, text = unwrapped(content, name)
    jwt = not text.startswith("{")
    claims = payload_of(text, name) if jwt else parsed(text, name)
    types = types_of(claims)
    if types & {"OpenBadgeCredential", "AchievementCredential"}:
        return _version_three(form, claims, *signature_of(text, claims, jwt=jwt, keys=keys))
    if "Assertion" in types:
        return _version_two(form, claims)
    raise NotABadge(OTHER_JSON, file=name)


def _version_three(form: str, claims: Json, signature: str, why: Said) -> BadgeChecked:
    subject = inner(claims, "credentialSubject")
    return BadgeChecked(
        standard="Open Badges 3.0",
        form=form,
        achievement=text_of(inner(subject, "achievement", "name")) or text_of(claims.get("name")),
        description=text_of(inner(subject, "achievement", "description")),
        issuer=text_of(inner(claims, "issuer", "name")) or issuer_of(claims),
        issuer_id=issuer_of(claims),
        recipient=_recipient(subject),
        issued_on=_earliest_said(claims, "awardedDate", "validFrom", "issuanceDate"),
        expires_on=_earliest_said(claims, "validUntil", "expirationDate"),
        credits_earned=_amount(inner(subject, "creditsEarned")),
        signature=signature,
        why=why,
        remarks=(Said(MAY_BE_REVOKED),) if claims.get("credentialStatus") else (),
    )


def _version_two(form: str, claims: Json) -> BadgeChecked:
    """An assertion; its class and issuer may be embedded, or only be links."""
    badge = inner(claims, "badge")
    issuer = inner(badge, "issuer")
    name = text_of(inner(issuer, "name")) or text_of(issuer)
    return BadgeChecked(
        standard="Open Badges 2.0",
        form=form,
        achievement=text_of(inner(badge, "name")) or text_of(badge),
        description=text_of(inner(badge, "description")),
        issuer=name,
        issuer_id=text_of(inner(issuer, "id")) or text_of(issuer),
        recipient=_plain_recipient(inner(claims, "recipient")),
        issued_on=day_of(claims.get("issuedOn")),
        expires_on=day_of(claims.get("expires")),
        signature=UNSIGNED,
        why=Said(OLDER, {"issuer": name or SOMEONE}),
    )


def _recipient(subject: object) -> str:
    """The holder's name where the badge tells it, else the address it is made out to."""
    identities = subject.get("identifier") if isinstance(subject, dict) else None
    for one in identities if isinstance(identities, list) else [identities]:
        if isinstance(one, dict) and one.get("identityType") == "name" and one.get("hashed") is False:
            return text_of(one.get("identityHash"))
    return text_of(inner(subject, "name")) or text_of(inner(subject, "id")).removeprefix("mailto:")


def _plain_recipient(recipient: object) -> str:
    hashed = isinstance(recipient, dict) and recipient.get("hashed") in {True, "true"}
    return "" if hashed else text_of(inner(recipient, "identity"))


def _earliest_said(claims: Json, *names: str) -> str:
    return next((day for name in names if (day := day_of(claims.get(name)))), "")


def _amount(found: object) -> str:
    text = text_of(found)
    return text if AMOUNT.fullmatch(text) else ""
