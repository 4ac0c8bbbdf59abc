"""What links a paper to the activity it proves, and what the activity says about it."""

from __future__ import annotations

from recert.records.models import Activity, Draft, Person


def mark_of(draft: Draft) -> str:
    """How an activity names its paper: the same bytes handed in again give the same mark, so that it counts once."""
    return f"{draft.certificate.file.digest[:16]}/{draft.position}"


def prove(activity: Activity, draft: Draft) -> None:
    """Say on the activity where its certificate is, unless the person wrote something of their own there."""
    Activity.objects.filter(pk=activity.pk, certificate="").update(certificate=mark_of(draft))
    Person.objects.transcript_changed(activity.person_id)


def unprove(draft: Draft) -> None:
    """The activity stays, and says no longer that this paper is there."""
    if draft.activity is not None:
        Activity.objects.filter(pk=draft.activity.pk, certificate=mark_of(draft)).update(certificate="")
        Person.objects.transcript_changed(draft.activity.person_id)
