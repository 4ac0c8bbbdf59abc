"""`recert packet` writes one PDF, ready or not, and says which."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from tests.cli.conftest import HEADER, Ask

DANA = "packet dana.csv --credential cma-aama --certified 2021-11-05 --as-of 2026-11-01 -o packet.pdf"


def words(name: str = "packet.pdf") -> str:
    with pypdfium2.PdfDocument(Path(name)) as document:
        return " ".join(" ".join(page.get_textpage().get_text_bounded() for page in document).split())


def test_the_packet_is_written_though_dana_is_not_ready(ask: Ask) -> None:
    answer = ask(DANA)
    assert (answer.status, answer.err) == (1, "")
    assert "Not ready yet" in words()


def test_approved_activities_need_no_proof(ask: Ask) -> None:
    ask(DANA)
    assert "on your official transcript: no proof needed" in words()


def scans(*names: str) -> None:
    Path("papers").mkdir(exist_ok=True)
    for name in names:
        Image.new("RGB", (600, 800), "white").save(Path("papers") / name)


def test_a_certificate_is_found_by_the_name_in_its_row_and_numbered_to_its_line(ask: Ask) -> None:
    scans("c.png", "e.jpg")
    Path("papers/c-description.txt").write_text("How to talk with patients.")
    Path("dana.csv").write_text(Path("dana.csv").read_text().replace("c.pdf", "c.png"))
    ask(f"{DANA} --certificates papers")
    assert "No. 3: Communication, 2023-09-12" in words()
    assert "How to talk with patients." in words()


def test_a_certificate_is_found_by_the_number_of_its_row(ask: Ask) -> None:
    scans("c-front.png", "c-back.png")
    assert "Page 2 of 2, from c-front.png" in (ask(f"{DANA} --certificates papers"), words())[1]


def test_what_belongs_to_no_row_and_what_cannot_be_shown_is_named(ask: Ask) -> None:
    scans("holiday.png")
    Path("papers/c.pdf").write_bytes(b"%PDF-1.7 broken")
    out = " ".join(ask(f"{DANA} --certificates papers").out.split())
    assert "holiday.png belongs to no activity" in out
    assert "It cannot be shown: c.pdf: a PDF that cannot be opened." in out


def test_a_row_cannot_reach_outside_the_folder(ask: Ask) -> None:
    scans("x.png")
    Image.new("RGB", (60, 80), "white").save("secret.png")
    Path("dana.csv").write_text(Path("dana.csv").read_text().replace("c.pdf", "../secret.png"))
    ask(f"{DANA} --certificates papers")
    assert "certificate still missing" in words()


def test_a_link_in_the_folder_cannot_show_what_lies_elsewhere(ask: Ask) -> None:
    scans("c.png")
    Path("secret.txt").write_text("nobody may read this")
    Path("papers/c-description.txt").symlink_to(Path("secret.txt").resolve())
    Path("dana.csv").write_text(Path("dana.csv").read_text().replace("c.pdf", "c.png"))
    ask(f"{DANA} --certificates papers")
    assert "nobody may read this" not in words()


def test_approved_and_over_cap_rows_are_marked(ask: Ask) -> None:
    rows = ["x,2024-03-01,More,Guild,college,3,college_credit,,clinical,,,yes"]
    Path("dana.csv").write_text("\n".join([Path("dana.csv").read_text(), *rows]))
    answer = ask(f"{DANA} --json")
    marks = {line["id"]: line["mark"] for line in answer.document["lines"]}
    assert marks == {"a": "on_transcript", "b": "on_transcript", "c": "missing", "x": "missing", "e": "card"}


def test_who_is_ready_leaves_with_nought(ask: Ask) -> None:
    rows = [
        f"{n},2023-0{n}-01,Course {n},AAMA,,20,aama_ceu,,{category},aama,,"
        for n, category in enumerate(("clinical", "administrative", "general"), 1)
    ]
    Path("ready.csv").write_text("\n".join([HEADER, *rows]))
    answer = ask(DANA.replace("dana.csv", "ready.csv"))
    assert (answer.status, "Ready" in words(), "Not ready" in words()) == (0, True, False)
    assert "By telephone: Open to you. Apply by 2026-11-30." in answer.out


def test_the_summary_says_what_to_do_and_which_ways_there_are(ask: Ask) -> None:
    out = " ".join(ask(DANA).out.split())
    assert "missing: #3 Course description. Ask State College for it. A message is ready." in out
    assert "By e-mail: No e-mail address for applications was found." in out


def test_the_json_has_the_standing_the_check_and_the_routes(ask: Ask) -> None:
    document = ask(f"{DANA} --json").document
    assert (document["met"], document["output"]) == (False, "packet.pdf")
    assert {"number", "activity", "about", "state", "text", "how", "message"} <= set(document["check"][0])
    assert [route["route"] for route in document["routes"]] == ["online", "mail", "email", "telephone", "exam"]
    assert document["routes"][0]["fees"][0]["value"] is None


def test_the_pages_can_be_spanish_and_the_steps_are_a_file_of_their_own(ask: Ask) -> None:
    ask(f"{DANA} --language es --steps steps.pdf --name Dana")
    assert "Página 1 de" in words()
    assert "Cómo enviarlo" in words("steps.pdf")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (DANA.replace("packet.pdf", "nowhere/packet.pdf"), "nowhere/packet.pdf cannot be written: No such file"),
        (f"{DANA} --certificates nowhere", "Directory 'nowhere' does not exist"),
        (DANA.replace(" -o packet.pdf", ""), "Missing option '-o'"),
        (DANA.replace("cma-aama", "ccma"), "'ccma' means several credentials"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(ask: Ask, line: str, told: str) -> None:
    answer = ask(line)
    assert (answer.status, answer.out) == (2, "")
    assert told in answer.err
    assert answer.err.count("\n") == 1


def test_after_the_expiry_the_ways_back_are_told(ask: Ask) -> None:
    line = DANA.replace("2026-11-01", "2026-12-15")
    out = " ".join(ask(f"{line} --steps steps.pdf").out.split())
    assert "Your credential has expired: the ways back" in out
    assert "Open to you. Recertify late by continuing education, up to 2027-02-28." in out
    assert "Not open yet. From 2027-03-01 on, only the exam is open" in words("steps.pdf") + out
    assert [path["until"] for path in ask(f"{line} --json").document["ways_back"]] == ["2027-02-28", None]
