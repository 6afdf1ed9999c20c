"""Works on the thread of a person's terminal UI that is attached to the same server."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import Codex, find_daemon, listen
from trio_codex.sync import NotificationStream
from trio_codex.types import ItemCompletedNotification


def open_terminal(codex: Codex) -> NotificationStream:
    """Stands for a person at `codex --remote unix://`, and returns what the screen will show."""
    thread = codex.thread_start()
    thread.run("Let us write a parser.")
    return codex.notifications("item/completed")


def main() -> None:
    with ExitStack() as stack:
        config = stack.enter_context(pick_config())
        url = find_daemon(config)
        if url is None:
            print("no server runs here, so this program starts one")
            url = stack.enter_context(listen(config)).url
        codex = stack.enter_context(Codex.connect(url))
        screen = None
        if "--demo" in sys.argv:
            terminal = stack.enter_context(Codex.connect(url))
            screen = open_terminal(terminal)

        page = codex.thread_list(limit=1, sort_key="recency_at")
        if not page.data:
            print("no thread yet: start one with codex --remote unix://")
            return
        print(f"thread    {page.data[0].preview}")
        thread = codex.thread_resume(page.data[0].id)
        result = thread.run("Now add a test.")
        print(f"program   {result.final_response}")

        if screen is not None:
            for event in screen:
                if isinstance(event.payload, ItemCompletedNotification):
                    print(f"terminal  {event.payload.item.type}")
                    if event.payload.item.type == "agentMessage":
                        break


if __name__ == "__main__":
    main()
