"""Every page in every state it can be in; a page's owner adds a line here, and axe looks at it four ways."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class State:
    """A page as someone of the cast finds it. `path` may name what the world holds: {cma}, {activity}.

    `press` is the words on a button to press first, which is how a form shows its errors.
    """

    path: str
    who: str = "stranger"
    press: str = ""
    status: int = 200

    def __str__(self) -> str:
        return f"{self.who} {self.path}{f' after pressing {self.press}' if self.press else ''}"


BASE = [
    State("/style/"),
    State("/offline/"),
    State("/no/such/page/", status=404),
    State("/no/such/page/", "dana", status=404),
]
STANDING = [
    State("/"),
    State("/", "evan"),
    State("/", "dana"),
    State("/", "luz"),
    State("/", "prof. okafor"),
    State("/standing/{cma}/", "dana"),
    State("/standing/{rma}/", "luz"),
]
HOLDINGS = [
    State("/hold/", "evan"),
    State("/hold/?q=ccma", "dana"),
    State("/hold/?q=zzz", "luz"),
    State("/hold/add/cma-aama/", "evan"),
    State("/hold/add/ccma-nha/", "evan", press="Add it to my list"),
    State("/hold/{cma}/edit/", "dana"),
    State("/hold/{cma}/renew/", "dana"),
    State("/hold/{cma}/renew/", "dana", press="Open the new cycle"),
    State("/hold/{cma}/drop/", "dana"),
]
ACTIVITIES = [
    State("/activities/", "evan"),
    State("/activities/", "dana"),
    State("/activities/", "luz"),
    State("/activities/", "prof. okafor"),
    State("/activities/?q=nothing", "dana"),
    State("/activities/?show=asked", "dana"),
    State("/activities/?trashed={trashed}", "dana"),
    State("/activities/add/", "dana"),
    State("/activities/add/", "luz"),
    State("/activities/add/", "dana", press="Save"),
    State("/activities/{activity}/", "dana"),
    State("/activities/{activity}/trash/", "dana"),
    State("/activities/trash/", "dana"),
    State("/activities/trash/", "evan"),
]
HISTORY = [
    State("/history/", "evan"),
    State("/history/", "dana"),
    State("/history/", "luz"),
]
PUBLIC = [
    State("/credentials/"),
    State("/credentials/cma-aama/"),
    State("/credentials/ncma-ncct/"),
    State("/states/"),
    State("/check/"),
    State("/check/", "dana"),
    State("/guide/"),
]
ACCOUNT = [
    State("/accounts/login/"),
    State("/accounts/signup/"),
    State("/accounts/password/reset/"),
    State("/me/", "dana"),
    State("/me/", "luz"),
]
STATES = [*BASE, *STANDING, *HOLDINGS, *ACTIVITIES, *HISTORY, *PUBLIC, *ACCOUNT]
