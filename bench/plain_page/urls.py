"""The installation's own addresses and the plain page."""

from __future__ import annotations

from django.urls import path

from bench.plain_page.views import home
from recert.config.urls import *  # noqa: F403
from recert.config.urls import urlpatterns as own

urlpatterns = [path("plain/", home), *own]
