"""Works on the thread of a person's terminal UI that is attached to the same server."""

from __future__ import annotations

import sys
from contextlib import AsyncExitStack
from pathlib import Path

import trio

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import AsyncCodex, find_daemon, listen
from trio_codex.types import AsyncNotificationStream, ItemCompletedNotification


async def open_terminal(codex: AsyncCodex) -> AsyncNotificationStream:
    """Stands for a person at `codex --remote unix://`, and returns what the screen will show."""
    thread = await codex.thread_start()
    await thread.run("Let us write a parser.")
    return codex.notifications("item/completed")


async def main() -> None:
    async with AsyncExitStack() as stack:
        config = stack.enter_context(pick_config())
        url = find_daemon(config)
        if url is None:
            print("no server runs here, so this program starts one")
            url = (await stack.enter_async_context(listen(config))).url
        codex = await stack.enter_async_context(AsyncCodex.connect(url))
        screen = None
        if "--demo" in sys.argv:
            terminal = await stack.enter_async_context(AsyncCodex.connect(url))
            screen = await open_terminal(terminal)

        page = await codex.thread_list(limit=1, sort_key="recency_at")
        if not page.data:
            print("no thread yet: start one with codex --remote unix://")
            return
        print(f"thread    {page.data[0].preview}")
        thread = await codex.thread_resume(page.data[0].id)
        result = await thread.run("Now add a test.")
        print(f"program   {result.final_response}")

        if screen is not None:
            async for event in screen:
                if isinstance(event.payload, ItemCompletedNotification):
                    print(f"terminal  {event.payload.item.type}")
                    if event.payload.item.type == "agentMessage":
                        break


if __name__ == "__main__":
    trio.run(main)
