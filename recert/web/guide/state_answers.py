"""Of how many states we know what they ask: said before anything else, for nobody read them all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext, ngettext

from recert.rulebooks.states import StateFact
from recert.web.base.missing import joined


def counted(states: Sequence[StateFact]) -> str:
    """`We looked at 3 states: 1 asks for none and for 2 we found no answer.`"""
    answers = Counter(_answer(state) for state in states)
    told = ngettext("We looked at %(n)d state: %(what)s.", "We looked at %(n)d states: %(what)s.", len(states))
    return told % {"n": len(states), "what": joined([text % {"n": n} for text, n in _pieces(answers)])}


def _answer(state: StateFact) -> str:
    """What the state asks of continuing education; a `none` that nobody confirmed is hearsay."""
    return "hearsay" if state.ce == "none" and state.ce_cited.confidence != "confirmed" else state.ce


def _pieces(answers: Counter[str]) -> Iterator[tuple[str, int]]:
    texts = {
        "required": ngettext(
            "%(n)d asks for continuing education of its own",
            "%(n)d ask for continuing education of their own",
            answers["required"],
        ),
        "none": ngettext(
            "%(n)d asks for no continuing education", "%(n)d ask for no continuing education", answers["none"]
        ),
        "hearsay": ngettext(
            "%(n)d is said to ask for none, but nobody confirmed it",
            "%(n)d are said to ask for none, but nobody confirmed it",
            answers["hearsay"],
        ),
        "through_certifier": ngettext(
            "%(n)d leaves it to your certifier", "%(n)d leave it to your certifier", answers["through_certifier"]
        ),
        "unknown": gettext("for %(n)d we found no answer"),
    }
    return ((text, answers[answer]) for answer, text in texts.items() if answers[answer])
