"""The guide's pages: a list of questions, and one page to an answer."""

from __future__ import annotations

import re

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import strip_tags
from django.views.decorators.http import require_safe

from recert.rulebooks.library import all_rulebooks
from recert.web.base.rule_words import Footnotes
from recert.web.guide.answers import ANSWERS, GROUPS

SHORT = re.compile(r'<p class="short">(.*?)</p>', re.DOTALL)
MARK = re.compile(r'<a class="note-mark".*?</a>', re.DOTALL)


@login_not_required
@require_safe
def guide(request: HttpRequest) -> HttpResponse:
    return render(request, "guide/guide.html", {"groups": GROUPS})


@login_not_required
@require_safe
def answer(request: HttpRequest, slug: str) -> HttpResponse:
    if slug not in ANSWERS:
        raise Http404
    shown = ANSWERS[slug]
    footnotes = Footnotes()
    body = render_to_string(shown.template, {"footnotes": footnotes}, request)
    short = short_answer(body)
    facts = {
        "@type": "FAQPage",
        "mainEntity": {
            "@type": "Question",
            "name": str(shown.question),
            "acceptedAnswer": {"@type": "Answer", "text": short},
        },
    }
    context = {"answer": shown, "body": body, "short": short, "facts": facts, "footnotes": footnotes}
    return render(request, "guide/answer.html", context | {"next": [ANSWERS[name] for name in shown.next]})


def short_answer(body: str) -> str:
    """The answer in one or two sentences, as plain text and without the marks of its footnotes."""
    found = SHORT.search(body)
    return " ".join(strip_tags(MARK.sub("", found[1])).split()) if found else ""


@login_not_required
@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    lines = [
        "User-agent: *",
        "Disallow: /accounts/",
        "Disallow: /operator/",
        f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}",
    ]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@login_not_required
@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    addresses = [request.build_absolute_uri(path) for path in public_paths()]
    return render(request, "guide/sitemap.xml", {"addresses": addresses}, content_type="application/xml; charset=utf-8")


PUBLIC_PAGES = (
    "home", "check", "credentials", "states", "guide", "courses", "courses-free", "providers", "programs"
)  # fmt: skip


def public_paths() -> list[str]:
    """Every address that may be indexed."""
    single = [reverse(name) for name in PUBLIC_PAGES]
    answers = [reverse("guide-answer", args=(slug,)) for slug in ANSWERS]
    return single + answers + [reverse("credential", args=(rules.credential,)) for rules in all_rulebooks()]
