"""The list of reminders, and how one wants to be reminded."""

from __future__ import annotations

from django.conf import settings as installation
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from recert.actions.change_reminder_wishes import WishRefused, change_reminder_wishes
from recert.actions.list_reminders import Reminders, list_reminders
from recert.actions.reminder_occasions import OCCASIONS
from recert.actions.renew_calendar_link import renew_calendar_link
from recert.actions.schedule_reminders import wishes_of
from recert.actions.see_reminder import see_reminder
from recert.actions.stop_reminders import start_reminders_again, stop_reminders
from recert.actions.try_address_again import try_address_again
from recert.web.base.asking import person_asking
from recert.web.base.words import zone_name
from recert.web.reminders.forms import WishesForm

NEXT_FEW = 6


@require_safe
def reminders(request: HttpRequest) -> HttpResponse:
    found = list_reminders(person_asking(request), now=timezone.now())
    address = installation.ADDRESS.url + reverse("calendar", args=[found.calendar_key])
    mail_goes_out = installation.EMAIL_OUTGOING is not None
    words = {
        "found": found,
        "silence": _silence(found, mail_goes_out),
        "coming": found.coming[:NEXT_FEW],
        "calendar": address,
        "subscribe": address.replace("https://", "webcal://").replace("http://", "webcal://"),
        "mail_goes_out": mail_goes_out,
    }
    return render(request, "reminders/reminders.html", words)


def _silence(found: Reminders, mail_goes_out: bool) -> str:
    """Why no reminder can reach them: `kinds` (none is wanted), `ways` (all are off), `mail` (alone on, and none arrives).

    Empty where at least one way is left: each must suffice alone, so only the last one to go is warned of.
    """
    wishes = found.wishes
    if set(OCCASIONS) <= set(wishes.unwanted):
        return "kinds"
    if wishes.in_app or wishes.by_calendar:
        return ""
    if not wishes.by_email:
        return "ways"
    return "" if mail_goes_out and not found.address_is_refused else "mail"


@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: HttpRequest) -> HttpResponse:
    person = person_asking(request)
    wishes = wishes_of(person)
    form = WishesForm(request.POST if request.method == "POST" else None, initial=WishesForm.of(wishes))
    if form.is_valid():
        try:
            change_reminder_wishes(person, fields=form.wishes())
        except WishRefused as refused:
            form.add_error(refused.field, str(refused))
        else:
            messages.success(request, _("Saved."))
            return redirect("reminders")
    context = {"form": form, "wishes": wishes, "zone": zone_name(person.time_zone)}
    return render(request, "reminders/settings.html", context)


@require_POST
def seen(request: HttpRequest, reminder_id: int) -> HttpResponse:
    see_reminder(person_asking(request), reminder_id=reminder_id)
    return redirect("reminders")


@require_POST
def stop(request: HttpRequest, reminder_id: int) -> HttpResponse:
    stop_reminders(person_asking(request), reminder_id=reminder_id)
    messages.success(request, _("You will not be reminded of this again."))
    return redirect("reminders")


@require_POST
def start_again(request: HttpRequest) -> HttpResponse:
    start_reminders_again(person_asking(request))
    messages.success(request, _("You will be reminded of everything again."))
    return redirect("reminders")


@require_POST
def try_again(request: HttpRequest) -> HttpResponse:
    try_address_again(person_asking(request))
    messages.success(request, _("We will write to your address again."))
    return redirect("reminders")


@require_POST
def new_calendar_link(request: HttpRequest) -> HttpResponse:
    renew_calendar_link(person_asking(request))
    messages.success(request, _("The old link has stopped working. Subscribe to the new one."))
    return redirect("reminders")
