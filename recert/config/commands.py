"""The `recert` command: finds each of its commands by name and loads it only when it is called."""

from __future__ import annotations

import io
import sys
from importlib import import_module

import click

from recert import __version__

COMMANDS = {
    "credentials": ("recert.cli.credentials:command", "List every credential we know, with its cycle and points."),
    "rules": ("recert.cli.rules:command", "Show a credential's rules, every number with its source."),
    "standing": ("recert.cli.standing:command", "Say exactly where a transcript stands, what is missing and why."),
    "check": ("recert.cli.check:command", "Does it count? Ask before you pay for a course."),
    "plan": ("recert.cli.plan:command", "Plan the cheapest, fastest or nearest way to finish."),
    "packet": ("recert.cli.packet:command", "Make the PDF you send in to recertify, and check what is missing."),
    "read": ("recert.cli.read:command", "Read certificates: PDF, photo, scan or Open Badge."),
    "badge": ("recert.cli.badge:group", "Check an Open Badge: what it claims, and whether its signature holds."),
    "find": ("recert.config.find:find", "Find schools near a ZIP code, and courses that count."),
    "feed": ("recert.config.feed:feed", "Take a publisher's own list of courses into the catalog."),
    "serve": ("recert.config.serve:serve", "Start Recert: web pages and jobs, in one command."),
    "doctor": ("recert.config.doctor:doctor", "Look over this installation and say what to mend."),
}
"""Name → where the command is defined, and one line for `recert --help` that costs no import."""


class ByName(click.Group):
    """A group that knows its commands by name and imports one when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name][0].partition(":")
        found = getattr(import_module(module), attribute)
        return found if isinstance(found, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, told) for name, (_, told) in COMMANDS.items()])


@click.group(
    cls=ByName,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Ask any command for its options: recert standing --help",
)
@click.version_option(__version__, message="recert %(version)s")
@click.pass_context
def recert(ctx: click.Context) -> None:
    """Keep a medical assistant certified: where you stand against your certifier's rules, and why.

    Start with your own list of courses (CSV, Excel or JSON) and the day you were certified:

    recert standing my-courses.csv --credential cma-aama --certified 2021-11-05
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def run(arguments: list[str]) -> int:
    """Run the command and return its exit status."""
    sys.stdout = sys.stdout or io.StringIO()  # whoever called us closed it
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a terminal that cannot show a sign shows a question mark
    try:
        return int(recert.main(arguments, prog_name="recert", standalone_mode=False) or 0)
    except click.ClickException as error:
        return _complain(_where(error) + " ".join(error.format_message().split()) + _hint(error))
    except click.Abort:
        raise KeyboardInterrupt from None
    except Exception as error:  # noqa: BLE001 whatever breaks, nobody is shown a traceback
        found = " ".join(f"{type(error).__name__}: {error}".split())
        return _complain(f"recert: a fault in Recert itself ({found}). Please report it with what you typed.")


def _where(error: click.ClickException) -> str:
    context = error.ctx if isinstance(error, click.UsageError) else None
    return f"{context.command_path if context else 'recert'}: "


def _hint(error: click.ClickException) -> str:
    lost = isinstance(error, click.MissingParameter | click.NoSuchOption)
    command = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "recert"
    return f" See: {command} --help" if lost or str(error).startswith("No such command") else ""


def _complain(sentence: str) -> int:
    click.echo(sentence, err=True)
    return 2
