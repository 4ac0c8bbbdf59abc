"""Bench documents as tables for a terminal."""

from __future__ import annotations

from typing import Any

from bench.rules import FULL, GREEDY, LP, LP_AFRESH, LP_SCIPY, LP_WRITTEN, MEASURE, ZEN, ZEN_DIGESTED

Document = dict[str, Any]
WANTED = {
    MEASURE: "≤ 25 µs",
    FULL: "≤ 1,000 µs",
    GREEDY: "≥ 1.5×",
    ZEN: "≥ 25×",
    ZEN_DIGESTED: "",
    LP: "",
    LP_AFRESH: "",
    LP_WRITTEN: "",
    LP_SCIPY: "≥ 80×",
}


def rules(found: Document) -> list[str]:
    """The rules' table."""
    lines = [f"{'25-activity CMA (AAMA) transcripts':54}{'plausible':>18}{'close':>18}  wanted"]
    for name, wanted in WANTED.items():
        cells = [_cell(found, group, name) for group in ("plausible", "close")]
        lines.append(f"{name:54}{cells[0]:>18}{cells[1]:>18}  {wanted}")
    for group, wrong in found["greedy_is_wrong"].items():
        share = 100 * wrong["wrongly_not_met"] / wrong["transcripts"]
        lines.append(
            f"The greedy loop, {group}: of {wrong['transcripts']} it calls {wrong['wrongly_not_met']} ({share:.1f} %) not met "
            f"that are met, and gets {wrong['wrong_gap']} gaps wrong."
        )
    for method, part in found["first_cycles"].items():
        times = ", ".join(f"{name.removeprefix('Recert, ')} {time} µs" for name, time in part["microseconds"].items())
        lines.append(f"First cycles by {method} ({part['count']}): {times}.")
    imported, process = found["import_milliseconds"], found["standing_process_seconds"]
    lines.append(
        f"Importing recert.rules: {imported['best']} ms at best, {imported['median']} ms median (wanted < 50 ms)."
    )
    lines.append(
        f"recert standing, whole process: {process['best']} s at best, {process['median']} s median (wanted < 0.3 s)."
    )
    return lines


def _cell(found: Document, group: str, name: str) -> str:
    time, ratio = found["microseconds"][group][name], found["times_met_and_gap"][group][name]
    return f"{time:,.1f} µs {ratio:5.1f}×"


def page(found: Document) -> list[str]:
    """The standing page's table."""
    lines = [f"{'Standing, 200 activities, 3 credentials':54}{'median':>12}{'queries':>10}"]
    for name, part in found["pages"].items():
        lines.append(f"{name:54}{part['milliseconds']:>9.1f} ms{part['queries']:>10}")
    lines.append(f"Ratio {found['ratio']}× (wanted ≥ 4×; ours ≤ 25 ms and ≤ 12 queries).")
    return lines


def packet(found: Document) -> list[str]:
    """The packet's table."""
    lines = [
        f"{'70 activities with 70 one-page scans':40}{'best':>10}{'computing':>12}{'peak':>12}  wanted ≤ 5 s, ≤ 300 MB"
    ]
    for sort in ("jpg", "pdf"):
        best = found[sort]["best"]
        told = f"{best['seconds']:>8} s{best['computing_seconds']:>10} s{best['peak_megabytes']:>9} MB  (load {best['load']})"
        lines.append(f"scans as {sort:31}{told}")
    return lines


def search(found: Document) -> list[str]:
    """The finder's table; the catalog is loaded by each database itself."""
    lines = [
        f"{found['courses']:,} courses, {found['questions']:,} questions{'':18}{'p50':>9}{'p99':>9}{'loading':>10}"
    ]
    rows = {**found["databases"], "the bare FTS5 index": found["bare_index"], "tantivy": found["tantivy"]}
    for name, part in rows.items():
        time = part["milliseconds"]
        loading = f"{part['load_seconds']:>8.0f} s" if "load_seconds" in part else ""
        lines.append(f"{name:44}{time['p50']:>6.1f} ms{time['p99']:>6.1f} ms{loading}")
    for name, part in found["databases"].items():
        time = part["schools_by_zip"]["milliseconds"]
        lines.append(f"{f'schools by ZIP, {name}':44}{time['p50']:>6.1f} ms{time['p99']:>6.1f} ms")
    lines.append(
        "Wanted of SQLite: p50 ≤ 12 ms, p99 ≤ 100 ms, loading ≤ 180 s, schools ≤ 10 ms; the same courses on both:"
    )
    lines.append(f"{found['questions_answered_differently']} of the questions are answered differently.")
    return lines


def plan(found: Document) -> list[str]:
    """The planner's table."""
    heads = ["p50", "p99", "max", "pin p50"], ["HiGHS p50/p99", "CP-SAT p50/p99"]
    wide = "".join(f"{head:>9}" for head in heads[0]) + "".join(f"{head:>26}" for head in heads[1])
    lines = [f"{'Proved plans, end to end, ms':30}{wide}"]
    for cell in found["catalogues"]:
        name = f"{cell['offers']:,} {'tied' if cell['tied'] else 'easy'} ({cell['proved']}/{cell['plans']})"
        own, again = cell["milliseconds"], cell["with_a_pin"]["milliseconds"]
        beside = [_beside(cell[solver]) for solver in ("highs_unpruned", "cp_sat_unpruned")]
        times = "".join(f"{time:>9}" for time in (own["p50"], own["p99"], own["max"], again["p50"]))
        lines.append(f"{name:30}{times}{beside[0]:>26}{beside[1]:>26}")
    lines.append(
        "Beside: so many times as slow as Recert over the same holders (proved/given); = where all of these agree."
    )
    for one in found["targets"]:
        name = f"{one['target']}, {one['offers']:,} {'tied' if one['tied'] else 'easy'}"
        measured = [f"{one['measured'][clock]} {'met' if one['met'][clock] else 'NOT met'}" for clock in one["met"]]
        lines.append(f"{name:84}{one['wanted']:>6}  wall {measured[0]}, processor {measured[1]}")
    return lines


def _beside(part: Document) -> str:
    if not part["given"]:
        return "-"
    times, mark = part["times_recert"]["milliseconds"], "=" if part["agree"] == part["proved"] else "≠"
    return f"{times['p50']}/{times['p99']}x {mark}({part['proved']}/{part['given']})"
