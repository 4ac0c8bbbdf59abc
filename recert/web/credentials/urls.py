"""The addresses of the public rules."""

from __future__ import annotations

from django.urls import path

from recert.web.credentials import views

urlpatterns = [
    path("credentials/", views.credentials, name="credentials"),
    path("credentials/<slug:id>/", views.credential, name="credential"),
    path("credentials/<slug:id>/<str:edition>/", views.credential_edition, name="credential-edition"),
    path("states/", views.states, name="states"),
]
