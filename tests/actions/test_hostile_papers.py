"""Whatever is handed in ends in a clear state: kept byte for byte, said in a sentence, and open to be typed in."""

from __future__ import annotations

import pytest

from recert.actions.open_vault import vault
from recert.actions.read_certificate import read_certificate
from recert.actions.show_page import NoPicture, show_page
from recert.records.models import Certificate, Draft, Person
from tests.actions.hostile import HOSTILE
from tests.papers import hand_in, pdf

pytestmark = pytest.mark.usefixtures("vault_folder")


@pytest.mark.parametrize("sort", HOSTILE)
def test_it_is_kept_and_ends_in_a_clear_state(dana: Person, sort: str) -> None:
    name, make, ended = HOSTILE[sort]
    content = make()
    paper = hand_in(dana, content, name=name)
    assert read_certificate(paper.pk)
    found = Certificate.objects.get()
    said = found.trouble["wording"] % found.trouble["values"] if found.trouble else ""
    assert (found.state, bool(said)) == (ended, ended == "unreadable")
    assert vault().path_of(found.file.digest).read_bytes() == content
    assert Draft.objects.filter(outcome="").exists()


@pytest.mark.parametrize("sort", ["a PNG of 900 megapixels in 110 kB", "a PDF locked with a password", "a program"])
def test_what_cannot_be_drawn_has_no_picture_and_is_not_tried_again(dana: Person, sort: str) -> None:
    name, make, _ = HOSTILE[sort]
    paper = hand_in(dana, make(), name=name)
    for _ in range(2):
        with pytest.raises(NoPicture):
            show_page(dana, certificate_id=paper.pk, page=1)


def test_a_number_that_is_nobodys_business_is_warned_of(dana: Person) -> None:
    paper = hand_in(dana, pdf(("Certificate of completion", "Dana Whitfield", "SSN 123-45-6789", "4.0 contact hours")))
    read_certificate(paper.pk)
    (warning,) = Certificate.objects.get().warnings
    assert warning["code"] == "social_security"
    assert "123" not in str(warning)
