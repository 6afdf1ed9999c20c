"""`trio-codex threads`: list, show, resume."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from . import turns
from .render import render_item, shown
from .session import add_client_options, make_client

if TYPE_CHECKING:
    import argparse

__all__ = ["add_commands"]

_PREVIEW = 60


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the commands to the parser."""
    parser = commands.add_parser("threads", help="list, show or resume threads")
    below = parser.add_subparsers(required=True, metavar="COMMAND")
    listed = below.add_parser("list", help="the newest threads")
    listed.add_argument("--limit", type=int, default=20, help="how many; default: %(default)s")
    listed.add_argument("--archived", action="store_true", help="the archived ones")
    listed.set_defaults(handler=_list)
    show = below.add_parser("show", help="the items of a thread")
    show.add_argument("thread", help="id of the thread")
    show.set_defaults(handler=_show)
    resume = below.add_parser("resume", help="chat on a thread")
    resume.add_argument("resume", metavar="thread", help="id of the thread")
    turns.add_chat(resume)
    for each in (listed, show):
        add_client_options(each)


async def _list(options: argparse.Namespace) -> int:
    table = Table("thread", "updated", "preview", box=None)
    async with make_client(options) as codex:
        async for thread in codex.threads(limit=options.limit, archived=options.archived or None):
            updated = time.strftime("%Y-%m-%d %H:%M", time.localtime(thread.updated_at))
            preview = " ".join(shown(thread.name or thread.preview).split())
            table.add_row(thread.id, updated, preview[:_PREVIEW])
    Console().print(table)
    return 0


async def _show(options: argparse.Namespace) -> int:
    console = Console()
    async with make_client(options) as codex:
        thread = await codex.thread_resume(options.thread)
        async for entry in thread.items():
            rendered = render_item(entry.item)
            if rendered is not None:
                console.print(rendered)
    return 0
