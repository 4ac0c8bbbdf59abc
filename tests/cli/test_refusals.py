"""Bad input ends with status 2, nothing on standard output and one line that says what was found and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Ask

CMA = "--credential cma-aama --certified 2021-11-05"
DAY = "wanted a day such as 2024-03-14, 3/14/2024 or Mar 14, 2024."
CALIFORNIA = "California Certifying Board for Medical Assistants"
REFUSALS = {
    "standing": "recert standing: Missing argument 'TRANSCRIPT'. See: recert standing --help",
    "standing dana.csv": "recert standing: Missing option '--credential'. See: recert standing --help",
    f"standing nobody.csv {CMA}": "recert standing: “nobody.csv”: there is no such file. Give the path of a CSV, XLSX or"
    " JSON file.",
    f"standing . {CMA}": "recert standing: “.”: this is a folder. Give the path of a CSV, XLSX or JSON file.",
    f"standing scan.pdf {CMA}": "recert standing: scan.pdf is a PDF that cannot be opened. Download it again.",
    f"standing bad.csv {CMA}": "recert standing: bad.csv, row 2, column A (“Date”): found “14/3/2024”, wanted a day such"
    " as 2024-03-14. Days are read with the month first and there is no month 14: write the year first.",
    "standing dana.csv --credential cma-aama": "recert standing: give --certified DATE, or --cycle START..END (one of the"
    " two).",
    f"standing dana.csv {CMA} --cycle 2021-01-01..2026-01-01": "recert standing: give --certified DATE, or --cycle"
    " START..END, not both.",
    "standing dana.csv --credential cma-aama --certified soon": "recert standing: Invalid value for '--certified': found"
    f" “soon”, {DAY}",
    "standing dana.csv --credential cma-aama --cycle 2021-01-01": "recert standing: Invalid value for '--cycle': found"
    " “2021-01-01”, wanted both days such as 2021-11-05..2026-11-30.",
    "standing dana.csv --credential cma-aama --cycle 2021-01-01..x": "recert standing: Invalid value for '--cycle': found"
    f" “x”, {DAY}",
    "standing dana.csv --credential cma-aama --cycle 2026-01-01..2021-01-01": "recert standing: --cycle: the cycle ends"
    " on 2021-01-01, before it starts on 2026-01-01. Give the earlier day first.",
    "standing dana.csv --credential ccma-nha --certified 2024-11-06": "recert standing: --certified: NHA prints the day"
    " CCMA (NHA) expires; give the cycle's two days, START..END, as printed on your certificate: --cycle"
    " 2024-11-06..YYYY-MM-DD.",
    "standing dana.csv --credential rma-arma --certified 2024-11-06": "recert standing: no rules of RMA (ARMA) could be"
    " confirmed; ask American Registry of Medical Assistants.",
    "standing dana.csv --credential pmac-aspma --cycle 2008-01-01..2010-12-31": "recert standing: no edition of the rules"
    " of PMAC (ASPMA) is in force on 2010-12-31. Editions known: 2019-01-01.",
    "rules cma": "recert rules: Invalid value for 'ID': 'cma' means several credentials: cma-aama (CMA (AAMA), American"
    " Association of Medical Assistants); cma-mmci (CMA (MMCI), Multiskilled Medical Certification Institute). Use the"
    " one you hold.",
    "rules ccma-aa": "recert rules: Invalid value for 'ID': No credential is called 'ccma-aa'. The nearest we know:"
    " ccma-aah, cma-aama, ccma-nha.",
    "rules coa-ijcahpo --on 13/1/2020": "recert rules: Invalid value for '--on': found “13/1/2020”, wanted a day such as"
    " 2024-03-14. Days are read with the month first and there is no month 13: write the year first.",
    f"check {CMA}": "recert check: --quantity: it is empty, wanted the amount on the certificate, such as 1.5.",
    f"check {CMA} --quantity 2": "recert check: --unit: it is empty and the amount names no unit. Write what the"
    " certificate prints: contact_hour, aama_ceu, iacet_ceu, cme, college_credit, point …",
    f"check {CMA} --quantity many --unit cme": "recert check: --quantity: found “many”, wanted a plain number such as 1.5,"
    " with or without its unit (“2 contact hours”).",
    f"check {CMA} --quantity 3 --unit cme --category clinical=1;general=1": "recert check: --category: found"
    " “clinical=1;general=1”, which does not add up to the quantity 3. Correct the parts or the quantity.",
    f"check {CMA} --quantity 3 --unit cme --approved-by yes": "recert check: --approved-by: found “yes”, wanted the"
    " approver's name, such as aama. Write who approved the course.",
    "frobnicate": "recert: No such command 'frobnicate'. See: recert --help",
    "standing --frobnicate": "recert standing: No such option '--frobnicate'. See: recert standing --help",
}  # fmt: skip


@pytest.mark.parametrize("command", REFUSALS)
def test_bad_input_is_said_in_one_clear_line(ask: Ask, command: str) -> None:
    Path("scan.pdf").write_bytes(b"%PDF-1.7")
    Path("bad.csv").write_text("Date,Hours\n14/3/2024,1")
    answer = ask(command)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == f"{REFUSALS[command]}\n"


def test_letters_that_mean_several_credentials_are_refused_with_all_of_them_named(ask: Ask) -> None:
    answer = ask("standing dana.csv --credential ccma --certified 2021-11-05")
    assert answer.status == 2
    ids = ["ccma-nha", "ccma-a-ccbma", "ccma-c-ccbma", "ccma-ac-ccbma"]
    assert [each for each in ids if each not in answer.err] == []


def test_binary_junk_is_refused_like_any_other_file(ask: Ask) -> None:
    Path("junk.csv").write_bytes(bytes(range(256)) * 40)
    answer = ask(f"standing junk.csv {CMA}")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == (
        "recert standing: junk.csv is not a text file. Save the table as CSV (UTF-8) or XLSX and give that file.\n"
    )


def test_a_file_one_may_not_read_is_told_from_one_that_is_not_there(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", closed)  # the superuser may read every file
    assert ask(f"standing dana.csv {CMA}").err == (
        "recert standing: “dana.csv”: you may not read this file. Change its permissions, or copy it.\n"
    )


def test_a_fault_of_our_own_is_no_traceback_either(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("recert.cli.credentials.all_rulebooks", lambda: [None])
    answer = ask("credentials")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == (
        "recert: a fault in Recert itself (AttributeError: 'NoneType' object has no attribute 'edition_on')."
        " Please report it with what you typed.\n"
    )
