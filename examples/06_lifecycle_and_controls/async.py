"""Names, lists, forks, reads, compacts, archives and deletes threads."""

from __future__ import annotations

import sys
from pathlib import Path

import trio

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import AsyncCodex


async def main() -> None:
    with pick_config() as config:
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()
            await thread.run("Note that the meeting is on Monday.")
            await thread.set_name("meeting notes")
            async for stored in codex.threads(limit=5):
                print(f"stored     {stored.name}")

            fork = await codex.thread_fork(thread.id)
            print(f"fork       {(await fork.run('Say hello.')).final_response}")
            read = await fork.read(include_turns=True)
            print(f"history    {len(read.thread.turns)} turns in the fork")
            compaction = await thread.compact()
            print(f"compacted  {(await compaction.run()).status}")

            await codex.thread_archive(thread.id)
            archived = await codex.thread_list(archived=True)
            print(f"archived   {[entry.name for entry in archived.data]}")
            await codex.thread_unarchive(thread.id)
            for thread_id in (fork.id, thread.id):  # the fork needs the other's history
                await codex.thread_delete(thread_id)
            print("deleted    both")


if __name__ == "__main__":
    trio.run(main)
