"""A checked badge as JSON: for `recert badge check`, and as an entry of what `recert read` prints."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from recert.badges.badge import BAD, GOOD, BadgeChecked
from recert.rules.wording import N_

WHOLE = [0.0, 0.0, 1.0, 1.0]
CERTAIN, NOT_TO_BE_TRUSTED, DOUBTFUL = 1.0, 0.3, 0.6
NOT_SURE = N_("The badge is not to be trusted as it is, so this may be wrong. Is it right?")
HOW_MUCH = N_("The badge does not say of what kind its credits are. Is this the amount that was awarded?")
WHICH_UNIT = N_("The badge says %(found)s credits and not of which kind. What does your certifier call them?")


def badge_document(badge: BadgeChecked, *, today: date) -> dict[str, Any]:
    """Every value, whether it is valid that day, and why."""
    values = {name: value for name, value in asdict(badge).items() if name not in {"why", "remarks"}}
    return {
        "valid": badge.valid(today),
        "in_force": badge.in_force(today),
        **values,
        "why": badge.why.text,
        "remarks": [remark.text for remark in badge.remarks],
    }


def badge_entry(badge: BadgeChecked, file: str) -> dict[str, Any]:
    """The badge as the contract's entry of kind `badge`; nothing of a tampered one is sure, and all of it is asked."""
    sure = NOT_TO_BE_TRUSTED if badge.signature == BAD else CERTAIN
    said = {
        "title": badge.achievement,
        "holder": badge.recipient,
        "earned_on": badge.issued_on,
        "provider": badge.issuer,
        "expires_on": badge.expires_on,
    }
    fields = {name: _field(value, sure) for name, value in said.items() if value}
    questions = [] if badge.signature == GOOD else [_question("", f"signature_{badge.signature}", badge.why)]
    if badge.credits_earned:
        fields["quantity"] = _field(badge.credits_earned, min(sure, DOUBTFUL))
        if badge.signature != BAD:
            questions.append(_question("quantity", "amount_unsure", HOW_MUCH))
        questions.append(_question("unit", "unit_missing", WHICH_UNIT, found=badge.credits_earned))
    if badge.signature == BAD:
        questions.extend(_question(name, "signature_bad", NOT_SURE) for name in fields)
    return {
        "file": file,
        "page": 1,
        "pages": [1],
        "first_page": 1,
        "last_page": 1,
        "kind": "badge",
        "fields": fields,
        "questions": questions,
        "links": [],
        "signature": badge.signature,
        "issuer_id": badge.issuer_id,
    }


def _field(value: str, confidence: float) -> dict[str, Any]:
    return {"value": value, "confidence": confidence, "box": WHOLE, "page": 1}


def _question(field: str, code: str, said: Any, **values: str) -> dict[str, Any]:
    wording, filled = (said, values) if isinstance(said, str) else (said.wording, dict(said.values))
    return {"field": field, "code": code, "text": wording % filled, "wording": wording, "values": filled}
