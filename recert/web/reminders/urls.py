"""Addresses of reminders, of the calendar feed, and of the link in every mail."""

from __future__ import annotations

from django.urls import path

from recert.web.reminders import calendar, stopping, views

urlpatterns = [
    path("reminders/", views.reminders, name="reminders"),
    path("reminders/settings/", views.settings, name="reminders-settings"),
    path("reminders/<int:reminder_id>/seen/", views.seen, name="reminder-seen"),
    path("reminders/<int:reminder_id>/stop/", views.stop, name="reminder-stop"),
    path("reminders/start-again/", views.start_again, name="reminders-start"),
    path("reminders/try-again/", views.try_again, name="reminders-try"),
    path("reminders/calendar/", views.new_calendar_link, name="calendar-renew"),
    path("reminders/no-mail/<str:key>/", stopping.unsubscribe, name="reminders-unsubscribe"),
    path("calendar/<str:key>.ics", calendar.feed, name="calendar"),
]
