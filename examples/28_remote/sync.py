"""Uses the Codex of another machine: ssh carries the bytes to the server that runs there."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config, proxy_command
from trio_codex import Codex, listen


@contextmanager
def pick_command() -> Iterator[list[str]]:
    """Yields the command that carries the bytes; with `--demo` to a server of this program."""
    if "--demo" not in sys.argv:
        host = sys.argv[1]
        yield ["ssh", "-T", host, "codex", "app-server", "proxy"]
        return
    with pick_config() as config, listen(config) as server:
        yield proxy_command(server.url)


def main() -> None:
    with pick_command() as command, Codex.connect(command=command) as codex:
        print(f"remote  {codex.metadata.platform_os}, {codex.metadata.server_version}")
        thread = codex.thread_start()
        result = thread.run("Which machine is this?")
        print(f"codex   {result.final_response}")


if __name__ == "__main__":
    main()
