"""The list of feeds with their reports, and what an operator does with one."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from recert.actions.manage_feeds import add_feed, list_feeds, open_feed, switch_feed
from recert.actions.read_feed import read_feed, read_feed_file
from recert.actions.refusal import Refused
from recert.feeds.listed import FeedUnreadable
from recert.records.models import FeedRun, FeedSource
from recert.web.base.asking import person_asking
from recert.web.feeds.forms import FeedForm, FileForm


@require_http_methods(["GET", "HEAD", "POST"])
def feeds(request: HttpRequest) -> HttpResponse:
    person = person_asking(request)
    known = list_feeds(person)
    form = FeedForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            source = add_feed(person, **form.cleaned_data)
        except Refused as refused:
            form.add_error(refused.field if refused.field in form.fields else None, str(refused))
        else:
            messages.success(request, _("Added: %(name)s. Now read it once.") % {"name": source.name})
            return redirect("feeds")
    context = {"form": form, "file_form": FileForm(), "known": known, "hosts": sorted(settings.FEED_HOSTS)}
    return render(request, "feeds/feeds.html", context)


@require_POST
def read(request: HttpRequest, feed: str) -> HttpResponse:
    source = open_feed(person_asking(request), name=feed)
    form = FileForm(request.POST, request.FILES)
    if not form.is_valid():
        messages.error(request, " ".join(str(each) for each in form.errors.get("file", [])))
        return redirect("feeds")
    given = form.cleaned_data["file"]
    if given is None and not source.address:
        messages.error(request, _("This feed has no address. Choose a file to read."))
        return redirect("feeds")
    try:
        run = _run(source, given)
    except FeedUnreadable as unreadable:
        messages.error(request, str(unreadable))
    else:
        _tell(request, run)
    return redirect("feeds")


def _run(source: FeedSource, given: UploadedFile | None) -> FeedRun:
    if given is None:
        return read_feed(source, now=timezone.now())
    return read_feed_file(source, name=given.name or "", content=given.read(), now=timezone.now())


def _tell(request: HttpRequest, run: FeedRun) -> None:
    if run.trouble:
        messages.error(request, run.trouble)
        return
    told = _("%(new)s new, %(changed)s changed, %(same)s as before, %(gone)s gone, %(refused)s refused.")
    counts = {name: getattr(run, name) for name in ("new", "changed", "same", "gone")}
    messages.success(request, told % {**counts, "refused": run.refused_count})


@require_POST
def switch(request: HttpRequest, feed: str) -> HttpResponse:
    source = switch_feed(person_asking(request), name=feed, is_on="on" in request.POST)
    messages.success(request, _("It is read every day.") if source.is_on else _("It is not read any more."))
    return redirect("feeds")
