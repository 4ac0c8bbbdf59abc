"""Switch the actor's address for certificates on or off; the first time it is switched on it is made."""

from __future__ import annotations

from django.db import transaction

from recert.actions.record_change import record_change
from recert.actions.renew_import_address import renew_import_address
from recert.records.models import ImportAddress, Person


@transaction.atomic
def switch_import_address(actor: Person, *, on: bool) -> ImportAddress | None:
    """None when there was nothing to switch off."""
    address = ImportAddress.objects.select_for_update().filter(person=actor).first()
    if address is None:
        return renew_import_address(actor) if on else None
    if address.is_on != on:
        address.is_on = on
        address.save(update_fields=["is_on"])
        record_change(actor, verb="switch", about=("import address", address.pk), holder=actor, after={"on": on})
    return address
