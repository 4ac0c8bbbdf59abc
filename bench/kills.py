"""Kill the worker that sends reminders, at every step and at chance moments, and count what a real mail server got.

`python -m bench.kills [KILLS] [PEOPLE]` prints the counts and, with 50 kills or more, keeps them in evidence/.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

EVIDENCE = Path(__file__).parents[1] / "evidence" / "reminder-kills.json"
NOON = datetime(2026, 11, 22, 17, tzinfo=UTC)
LEASE_IS_OVER = timedelta(minutes=11)
STEPS = (
    "before the plan is written", "after the plan is written", "before the letter is written",
    "after the letter is written", "before the claim", "after the claim", "before the server has it",
    "after the server took it", "before it is recorded", "after it is recorded", "at a chance moment",
)  # fmt: skip
AROUND = {
    "plan": ("plan_reminders", "before the plan is written", "after the plan is written"),
    "gather": ("gather_reminders", "before the letter is written", "after the letter is written"),
    "claim": ("claim_letter", "before the claim", "after the claim"),
    "hand over": ("hand_over_letter", "before the server has it", "after the server took it"),
    "record": ("record_handover", "before it is recorded", "after it is recorded"),
}


def run(kills: int, people: int) -> dict[str, Any]:
    """What was planned, what arrived, and how often the worker died doing it."""
    with tempfile.TemporaryDirectory() as folder, mail_server(Path(folder, "taken")) as port:
        prepare(Path(folder, "data"), port)
        chance, died = Random(2026), Counter[str]()  # the same kills every time
        for turn in range(kills):
            step = STEPS[turn % len(STEPS)]
            due_people(range(turn * people // kills, (turn + 1) * people // kills))
            died[step] += killed(turn, step, chance)
        work_until_done(kills)
        return {**counted(Path(folder, "taken")), "kills": sum(died.values()), "killed": dict(died)}


@contextmanager
def mail_server(taken: Path) -> Iterator[int]:
    """A process of its own that writes down each Message-ID before it answers 250."""
    taken.touch()
    with socket.create_server(("127.0.0.1", 0)) as door:
        port = int(door.getsockname()[1])
    server = subprocess.Popen([sys.executable, "-m", "bench.kills_mail_server", str(port), str(taken)])
    while not answers(port):
        time.sleep(0.1)
    try:
        yield port
    finally:
        server.terminate()
        server.wait()


def answers(port: int) -> bool:
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


def prepare(folder: Path, port: int) -> None:
    os.environ |= {"RECERT_DATA": str(folder), "EMAIL_URL": f"smtp://127.0.0.1:{port}", "RECERT_SECRET_KEY": "kills"}
    os.environ["DJANGO_SETTINGS_MODULE"] = "recert.config.settings"
    os.environ.pop("DATABASE_URL", None)
    folder.mkdir(mode=0o700)
    from recert.config.database import use_a_sound_sqlite

    use_a_sound_sqlite()
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0, interactive=False)


def due_people(numbers: range) -> None:
    """Holders of a CMA whose six-month reminder came due, who want mail at any hour."""
    from recert.actions.hold_credential import hold_credential
    from recert.records.models import Holding, Person, ReminderWishes

    for number in numbers:
        person = Person.objects.create(email=f"holder-{number}@example.org")
        hold_credential(person, credential="cma-aama", certified_on=date(2022, 3, 14))
        ReminderWishes.objects.create(person=person, quiet_from=0, quiet_until=0)
    Holding.objects.update(added_at=NOON - timedelta(days=400))


def killed(turn: int, step: str, chance: Random) -> int:
    """Two workers at once, one of which dies; 1 when it did."""
    moment, nth, patience = NOON + turn * LEASE_IS_OVER, chance.randint(1, 3), chance.uniform(0.02, 0.2)
    doomed = forked(lambda: die_in(step, nth, moment))
    other = forked(lambda: stop_after(1, moment))
    if step == "at a chance moment":
        time.sleep(patience)
        os.kill(doomed, signal.SIGKILL)
    _, status = os.waitpid(doomed, 0)
    os.waitpid(other, 0)
    return int(os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL)


def forked(work: Callable[[], object]) -> int:
    from django.db import connections

    connections.close_all()
    child = os.fork()
    if child:
        return child
    try:
        work()
    finally:
        os._exit(0)


def die_in(step: str, nth: int, moment: datetime) -> None:
    """A sweep whose worker kills itself at the step, the nth time it comes there."""
    from recert.jobs import reminders

    for name, before, after in AROUND.values():
        if step in {before, after}:
            setattr(reminders, name, dying(getattr(reminders, name), first=step == before, nth=nth))
    reminders.sweep(lambda: moment)


def dying(real: Callable[..., Any], *, first: bool, nth: int) -> Callable[..., Any]:
    seen = Counter[str]()

    def dies(*args: Any, **named: Any) -> Any:
        seen["times"] += 1
        if first and seen["times"] == nth:
            os.kill(os.getpid(), signal.SIGKILL)
        answer = real(*args, **named)
        if seen["times"] == nth:
            os.kill(os.getpid(), signal.SIGKILL)
        return answer

    return dies


def stop_after(letters: int, moment: datetime) -> None:
    """The second worker, which hands over a few letters and goes home."""
    from recert.jobs import reminders

    real, seen = reminders.claim_letter, Counter[str]()

    def claim(**named: Any) -> Any:
        seen["times"] += 1
        return None if seen["times"] > letters else real(**named)

    reminders.claim_letter = claim
    reminders.people_to_plan = lambda _now: []
    reminders.people_to_tell = list
    reminders.sweep(lambda: moment)


def work_until_done(turns: int) -> None:
    from recert.jobs.reminders import sweep

    for more in range(3):
        moment = NOON + (turns + more + 1) * LEASE_IS_OVER
        sweep(lambda moment=moment: moment)  # type: ignore[misc]


def counted(taken: Path) -> dict[str, Any]:
    from recert.records.models import Letter, Person, Reminder

    arrived = Counter(taken.read_text(encoding="utf-8").split())
    due = Reminder.objects.filter(withdrawn_at=None)
    lost = [one.key for one in due.select_related("letter") if one.letter is None or not arrived[one.letter.message_id]]
    return {
        "people": Person.objects.count(),
        "reminders_due": due.count(),
        "letters": Letter.objects.count(),
        "messages_taken": arrived.total(),
        "lost": len(lost) + Person.objects.count() - due.values("person").distinct().count(),
        "duplicates": arrived.total() - len(arrived),
        "duplicates_with_another_message_id": len(
            set(arrived) - set(Letter.objects.values_list("message_id", flat=True))
        ),
        "recorded_as_handed_over": Letter.objects.filter(handed_at__isnull=False).count(),
    }


def main(asked: list[str]) -> None:
    kills, people = (int(each) for each in [*asked, *["55", "330"][len(asked) :]])
    begun = time.perf_counter()
    found = run(kills, people)
    found |= {
        "measured_at": datetime.now(UTC).isoformat(timespec="minutes"),
        "seconds": round(time.perf_counter() - begun),
    }
    text = json.dumps(found, indent=2)
    print(text)
    if kills >= 50:
        EVIDENCE.write_text(text + "\n", encoding="utf-8")
    if found["lost"] or found["duplicates"] > found["kills"] or found["duplicates_with_another_message_id"]:
        raise SystemExit("A reminder was lost, or came more often than the worker died.")


if __name__ == "__main__":
    main(sys.argv[1:])
