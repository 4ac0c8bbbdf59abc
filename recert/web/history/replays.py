"""Where a replay says something else than was stored, in words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from recert.actions.replay_verdict import Difference
from recert.web.base.words import word


def told_difference(difference: Difference) -> str:
    """`Clinical: earned was 12, is 10`, or the place in the document where there is no better name."""
    _list, _dot, rest = difference.about.partition(".")
    name, _dot, what = rest.partition(".")
    where = f"{word(name)}: {what}" if what else difference.about
    values = {"where": where, "before": _shown(difference.before), "after": _shown(difference.after)}
    return _("%(where)s was %(before)s, and is %(after)s.") % values


def _shown(value: Any) -> str:
    return _("not known") if value is None else str(value)
