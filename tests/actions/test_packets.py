"""A packet is made of what the actor recorded and the papers they keep here, and of nobody else's."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from django.utils import timezone

from recert.actions.attach_certificate import attach_certificate
from recert.actions.build_audit_answer import build_audit_answer
from recert.actions.build_packet import build_packet
from recert.actions.build_steps import build_steps
from recert.actions.check_standing import check_standing
from recert.actions.prepare_packet import NoRulesForIt, prepare_packet
from recert.actions.trash_certificate import trash_certificate
from recert.records.models import Activity, Draft, Holding, Person, StoredVerdict
from tests.actions.conftest import Finish
from tests.papers import hand_in, pdf

pytestmark = pytest.mark.usefixtures("vault_folder")


def words(made: bytes) -> str:
    with pypdfium2.PdfDocument(made) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


@pytest.fixture
def outside(dana: Person, finish: Finish) -> Activity:
    """A course the AAMA did not approve, with two pages of proof."""
    course = finish(dana, "4", "general", unit="contact_hour", title="Patient privacy", relevant=True)
    paper = hand_in(dana, pdf(pages=2))
    attach_certificate(dana, certificate_id=paper.pk, activity_id=course.pk, pages=(1, 2))
    return course


def test_a_confirmed_paper_is_in_the_packet(dana: Person, cma: Holding, outside: Activity, today: date) -> None:
    built = build_packet(dana, holding_id=cma.pk, today=today)
    assert built.name == "packet-cma-aama-2027-03-31.pdf"
    assert "No. 1: Patient privacy, 2025-06-11" in words(built.pdf)
    assert "Page 2 of 2, from paper.pdf" in words(built.pdf)


def test_a_paper_in_the_trash_is_not(dana: Person, cma: Holding, outside: Activity, today: date) -> None:
    trash_certificate(dana, certificate_id=outside.proofs.get().certificate_id)
    prepared = prepare_packet(dana, holding_id=cma.pk, today=today)
    assert [line.mark for line in prepared.packet.lines] == ["missing"]


def test_only_the_pages_of_the_activity_are_taken(dana: Person, cma: Holding, outside: Activity, today: date) -> None:
    Draft.objects.filter(activity=outside).update(first_page=2, last_page=2)
    assert "Page 1 of 1, from paper.pdf" in words(build_packet(dana, holding_id=cma.pk, today=today).pdf)


def test_the_name_on_the_paper_is_compared_with_the_holders(
    dana: Person, cma: Holding, outside: Activity, today: date
) -> None:
    Draft.objects.filter(activity=outside).update(fields={"holder": {"value": "DANA WHITFIELD, CMA"}})
    checked = prepare_packet(dana, holding_id=cma.pk, today=today).about.check
    assert next(line.state for line in checked if line.about == "document_name") == "ok"


def test_checking_draws_nothing(dana: Person, cma: Holding, outside: Activity, today: date) -> None:
    prepared = prepare_packet(dana, holding_id=cma.pk, today=today)
    [line] = prepared.packet.lines
    assert (line.mark, line.papers.certificate[0].jpeg) == ("attached", b"")


def test_a_stranger_gets_no_packet(evan: Person, cma: Holding, today: date) -> None:
    for build in (build_packet, build_steps, build_audit_answer, prepare_packet):
        with pytest.raises(Holding.DoesNotExist):
            build(evan, holding_id=cma.pk, today=today)


def test_the_packet_speaks_the_language_asked_for(dana: Person, cma: Holding, today: date) -> None:
    made = build_packet(dana, holding_id=cma.pk, today=today, language="es").pdf
    with pikepdf.open(BytesIO(made)) as document:
        assert str(document.Root.Lang).startswith("es")
    assert "Aún no está listo" in words(made)


def test_the_sheet_of_steps_is_another_file(dana: Person, cma: Holding, outside: Activity, today: date) -> None:
    built = build_steps(dana, holding_id=cma.pk, today=today)
    assert built.name == "steps-cma-aama-2027-03-31.pdf"
    assert "Check before you send" in words(built.pdf)


def test_a_frozen_cycle_is_answered_as_it_was(dana: Person, cma: Holding, outside: Activity, today: date) -> None:
    freeze(cma, today)
    Activity.objects.filter(pk=outside.pk).update(title="Changed since", category="clinical")
    told = words(build_audit_answer(dana, holding_id=cma.pk, today=today).pdf)
    assert "Answer to an audit: CMA (AAMA)" in told
    assert "Patient privacy" in told
    assert "Changed since" not in told
    assert "Page 2 of 2, from paper.pdf" in told


def freeze(holding: Holding, today: date) -> None:
    check_standing(holding.person, today=today)
    StoredVerdict.objects.filter(holding=holding).update(frozen_at=timezone.now())


def test_a_cycle_without_rules_says_so(dana: Person, cma: Holding, today: date) -> None:
    Holding.objects.filter(pk=cma.pk).update(credential="nrcma-nahp")
    with pytest.raises(NoRulesForIt):
        prepare_packet(dana, holding_id=cma.pk, today=today)
