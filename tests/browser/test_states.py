"""No page of ours escapes the look: every address that shows a page has a state on the list."""

from __future__ import annotations

from collections import defaultdict

from django.urls import resolve

from tests.browser.states import STATES
from tests.security.routes import routes

ANSWERS_NO_PAGE = {
    "healthz", "readyz", "manifest", "service-worker", "robots", "sitemap", "language", "favicon",
    "certificate-original", "certificate-page", "certificate-read-again", "certificate-type-in", "certificate-sure",
    "certificate-attach", "certificate-restore", "read-attach", "read-set-aside", "read-reopen",
    "activities-export", "activity-restore", "history-notice-seen", "import-confirm", "import-drop", "import-undo",
    "apply-as-sent", "apply-audit", "apply-packet", "apply-start", "apply-steps", "ask-confirm", "ask-withdraw",
    "calendar", "calendar-renew", "catalog-csv", "catalog-ctdl", "feed-read", "feed-switch", "me-export-file",
    "plan-calendar", "plan-change", "plan-choose", "plan-drop", "plan-heal", "plan-own-remove", "plan-relax", "plan-share",
    "plan-share-stop", "plan-spending-csv", "plan-spending-note", "reconcile-add", "reconcile-done", "reminder-seen",
    "reminder-stop", "reminders-start", "reminders-try", "review-drop", "review-hide", "saved-drop",
}  # fmt: skip
"""Files, and buttons that lead on to another page."""
ALLAUTHS = ("account_", "mfa_")


def shown() -> set[str]:
    paths = (
        state.path.partition("?")[0].format_map(defaultdict(lambda: "1"))
        for state in STATES
        if "/no/" not in state.path
    )
    return {resolve(path).url_name or "" for path in paths}


def test_every_page_of_ours_is_looked_at() -> None:
    ours = {route.name for route in routes() if not route.name.startswith((*ALLAUTHS, "(nameless)"))}
    assert ours - shown() - ANSWERS_NO_PAGE == set()
