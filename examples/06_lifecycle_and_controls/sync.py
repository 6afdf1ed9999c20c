"""Names, lists, forks, reads, compacts, archives and deletes threads."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import Codex


def main() -> None:
    with pick_config() as config, Codex(config) as codex:
        thread = codex.thread_start()
        thread.run("Note that the meeting is on Monday.")
        thread.set_name("meeting notes")
        for stored in codex.threads(limit=5):
            print(f"stored     {stored.name}")

        fork = codex.thread_fork(thread.id)
        print(f"fork       {(fork.run('Say hello.')).final_response}")
        read = fork.read(include_turns=True)
        print(f"history    {len(read.thread.turns)} turns in the fork")
        compaction = thread.compact()
        print(f"compacted  {(compaction.run()).status}")

        codex.thread_archive(thread.id)
        archived = codex.thread_list(archived=True)
        print(f"archived   {[entry.name for entry in archived.data]}")
        codex.thread_unarchive(thread.id)
        for thread_id in (fork.id, thread.id):  # the fork needs the other's history
            codex.thread_delete(thread_id)
        print("deleted    both")


if __name__ == "__main__":
    main()
