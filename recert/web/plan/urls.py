"""The addresses of the plan pages."""

from __future__ import annotations

from django.urls import path

from recert.web.plan import calendar, own, share, spending, steps, together, views, why, wishes

urlpatterns = [
    path("plan/", views.home, name="plan"),
    path("plan/together/", together.together, name="plan-together"),
    path("plan/<int:holding_id>/", views.one, name="plan-one"),
    path("plan/<int:holding_id>/wishes/", wishes.edit, name="plan-wishes"),
    path("plan/<int:holding_id>/relax/", wishes.relax, name="plan-relax"),
    path("plan/<int:holding_id>/change/", views.change, name="plan-change"),
    path("plan/<int:holding_id>/why/", why.why, name="plan-why"),
    path("plan/<int:holding_id>/choose/", steps.choose, name="plan-choose"),
    path("plan/<int:holding_id>/heal/", steps.heal, name="plan-heal"),
    path("plan/<int:holding_id>/drop/", steps.drop, name="plan-drop"),
    path("plan/<int:holding_id>/share/", share.share, name="plan-share"),
    path("plan/<int:holding_id>/share/stop/", share.stop, name="plan-share-stop"),
    path("plan/<int:holding_id>/plan.ics", calendar.download, name="plan-calendar"),
    path("plan/step/<int:step_id>/", steps.done, name="plan-done"),
    path("plan/found/", own.add, name="plan-own"),
    path("plan/found/<int:own_id>/remove/", own.remove, name="plan-own-remove"),
    path("plan/spending/", spending.spending, name="plan-spending"),
    path("plan/spending.csv", spending.download, name="plan-spending-csv"),
    path("plan/spending/<int:activity_id>/", spending.note, name="plan-spending-note"),
    path("plan/shared/<str:token>/", share.shared, name="plan-shared"),
]
