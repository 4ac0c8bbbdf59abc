"""`recert badge`: say what an Open Badge claims and whether its signature holds, without asking the network."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click

from recert.badges import BadgeChecked, NotABadge, badge_document, check_apart
from recert.badges.badge import BAD, GOOD
from recert.cli.options import as_of_option, json_option, today
from recert.cli.page import Page, page_for_terminal, print_json

AS_TEXT = re.compile(r"\s*(\{|https?://|[\w-]{8,}\.[\w-]{8,}\.)")
KEY_HELP = "A public key (PEM) that you trust for this issuer; may be given more than once."
KEY_WANTED = "wanted ISSUER=FILE, such as did:web:school.example.org=school.pem."
HEADLINES = {
    GOOD: ("The signature is right.", "green"),
    BAD: ("The signature does not fit: do not trust this badge.", "red"),
    "unknown_key": ("We cannot say whether the signature is right.", "yellow"),
    "unsigned": ("The badge is not signed.", "yellow"),
}
LINES = {
    "For": "achievement",
    "Holder": "recipient",
    "Issued by": "issuer",
    "Issuer's id": "issuer_id",
    "Issued on": "issued_on",
    "Expires on": "expires_on",
    "Credits": "credits_earned",
    "Format": "standard",
}


@click.group("badge", context_settings={"help_option_names": ["-h", "--help"]})
def group() -> None:
    """Check Open Badges."""


def known_keys(ctx: click.Context, param: click.Parameter, given: tuple[str, ...]) -> dict[str, bytes]:
    """The public keys the operator trusts, by issuer."""
    keys = {}
    for one in given:
        issuer, _, file = one.rpartition("=")
        if not issuer or not Path(file).is_file():
            raise click.BadParameter(f"found {one!r}, {KEY_WANTED}", ctx, param)
        keys[issuer] = Path(file).read_bytes()
        if not keys[issuer].startswith(b"-----BEGIN PUBLIC KEY-----"):
            raise click.BadParameter(f"{file} is no public key (PEM).", ctx, param)
    return keys


@group.command("check")
@click.argument("badge", metavar="FILE|TEXT")
@click.option(
    "--key",
    "keys",
    multiple=True,
    callback=known_keys,
    metavar="ISSUER=FILE",
    help="A public key (PEM) that you trust for this issuer; may be given more than once.",
)
@as_of_option
@json_option
def check(*, badge: str, keys: dict[str, bytes], as_of: date | None, as_json: bool) -> int:
    """Say what a badge claims and whether its signature holds: a baked PNG or SVG, JSON, or a JWT, as file or text.

    Exit status: 0 signed and in force, 1 not valid, 2 no badge.
    """
    day = as_of or today()
    content, name = _content(badge)
    try:
        checked = check_apart(content, name, keys=keys)
    except NotABadge as error:
        raise click.UsageError(str(error)) from None
    if as_json:
        print_json(badge_document(checked, today=day))
    else:
        _print(checked, day)
    return 0 if checked.valid(day) else 1


def _content(badge: str) -> tuple[bytes, str]:
    """The bytes of the file, or the text itself where no file has that name."""
    if _is_file(badge):
        try:
            return Path(badge).read_bytes(), Path(badge).name
        except OSError as error:
            raise click.UsageError(f"{badge}: {error.strerror or 'it cannot be opened'}.") from None
    if AS_TEXT.match(badge):
        return badge.encode(), "the text"
    raise click.UsageError(f"there is no file {badge[:60]!r}, and it is no badge as text (JSON or JWT) either.")


def _is_file(badge: str) -> bool:
    try:
        return Path(badge).is_file()
    except (OSError, ValueError):  # a text too long, or with signs that no name may hold
        return False


def _print(checked: BadgeChecked, day: date) -> None:
    page = page_for_terminal()
    headline, colour = HEADLINES[checked.signature]
    page.say(headline, fg=colour, bold=True)
    page.say(checked.why.text)
    _print_days(page, checked, day)
    for remark in checked.remarks:
        page.say(remark.text)
    page.gap()
    page.columns([(label, getattr(checked, name)) for label, name in LINES.items() if getattr(checked, name)])
    page.print()


def _print_days(page: Page, checked: BadgeChecked, day: date) -> None:
    if checked.in_force(day):
        return
    expired = checked.expires_on and checked.expires_on < day.isoformat()
    text = f"It expired on {checked.expires_on}." if expired else f"It starts on {checked.issued_on}."
    page.say(text, fg="yellow", bold=True)
