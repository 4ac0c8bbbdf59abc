"""The pages of the public rules: find a credential, read its rules, compare its editions, look up a state."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from recert.rulebooks.library import AmbiguousCredential, UnknownCredential, all_rulebooks, rulebook, search
from recert.rulebooks.states import all_states
from recert.rules.edition import Edition, Rulebook
from recert.web.base.rule_words import current_edition
from recert.web.credentials.chapters import changes, chapters

LONGEST_SEARCH = 80


@login_not_required
@require_safe
def credentials(request: HttpRequest) -> HttpResponse:
    asked = request.GET.get("q", "").strip()[:LONGEST_SEARCH]
    found = search(asked) if asked else all_rulebooks()
    context = {"asked": asked, "found": found, "mixed_up": mixed_up(asked), "count": len(all_rulebooks())}
    return render(request, "credentials/credentials.html", context)


def mixed_up(asked: str) -> list[Rulebook]:
    """The credentials that the same letters mean; empty where the letters mean one or none."""
    try:
        rulebook(asked)
    except AmbiguousCredential:
        return [rules for rules in search(asked) if rules.credential.startswith(asked.lower())]
    except UnknownCredential:
        return []
    return []


@login_not_required
@require_safe
def credential(request: HttpRequest, id: str) -> HttpResponse:  # noqa: A002 - the word of the address
    rules = _rulebook_or_404(id)
    return render(request, "credentials/credential.html", _context(request, rules, current_edition(rules)))


@login_not_required
@require_safe
def credential_edition(request: HttpRequest, id: str, edition: str) -> HttpResponse:  # noqa: A002 - as above
    rules = _rulebook_or_404(id)
    chosen = next((each for each in rules.editions if each.name == edition), None)
    if chosen is None:
        raise Http404
    return render(request, "credentials/credential.html", _context(request, rules, chosen))


def _rulebook_or_404(credential: str) -> Rulebook:
    found = [rules for rules in all_rulebooks() if rules.credential == credential]
    if not found:
        raise Http404
    return found[0]


def _context(request: HttpRequest, rules: Rulebook, shown: Edition | None) -> dict[str, Any]:
    return {
        "rules": rules,
        "edition": shown,
        "is_current": shown is current_edition(rules),
        "chapters": chapters(shown) if shown is not None else (),
        "editions": _editions(rules),
        "description": _description(rules),
        "facts": _linked_facts(request, rules),
    }


def _editions(rules: Rulebook) -> list[dict[str, Any]]:
    """Newest first, each with what it changed from the one before."""
    pairs = zip(rules.editions, (None, *rules.editions), strict=False)
    rows = [{"edition": newer, "changes": changes(older, newer) if older else ()} for newer, older in pairs]
    return rows[::-1]


def _description(rules: Rulebook) -> str:
    words = {"name": rules.name, "certifier": rules.certifier.name}
    if not rules.editions:
        return gettext("%(name)s by %(certifier)s: what could and could not be confirmed about keeping it.") % words
    return (
        gettext("How to keep the %(name)s of %(certifier)s: points, dates, what counts, fees; each with its source.")
        % words
    )


def _linked_facts(request: HttpRequest, rules: Rulebook) -> dict[str, Any]:
    edition = current_edition(rules)
    certifier = {"@type": "Organization", "name": rules.certifier.name, "url": rules.certifier.href}
    return {
        "@type": "EducationalOccupationalCredential",
        "name": rules.name,
        "alternateName": rules.full_name,
        "credentialCategory": "certification",
        "recognizedBy": {key: value for key, value in certifier.items() if value},
        "url": request.build_absolute_uri(reverse("credential", args=(rules.credential,))),
        **({"validFor": f"P{edition.cycle.months}M"} if edition is not None else {}),
    }


@login_not_required
@require_safe
def states(request: HttpRequest) -> HttpResponse:
    return render(request, "credentials/states.html", {"states": all_states()})
