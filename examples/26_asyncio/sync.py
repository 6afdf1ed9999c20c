"""Streams answers as server-sent events, and interrupts the turn of a reader who has left (WSGI).

The blocking twin of `async.py`: each request has a thread of the server. A WSGI server closes the
iterator of a reader who has left, which leaves the blocks inside of it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import Codex

StartResponse = Callable[[str, list[tuple[str, str]]], object]


class App:
    """A WSGI application with one client for all requests."""

    def __init__(self, codex: Codex) -> None:
        self.codex = codex

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """Answers `GET /?prompt=...`."""
        prompt = parse_qs(environ["QUERY_STRING"])["prompt"][0]
        start_response("200 OK", [("Content-Type", "text/event-stream")])
        return self.answer(prompt)

    def answer(self, prompt: str) -> Iterator[bytes]:
        with self.codex.thread_start() as thread:
            try:
                with thread.stream_text(prompt) as text:
                    for piece in text:
                        yield f"data: {json.dumps(piece)}\n\n".encode()
            finally:
                for turn in thread.turns():
                    print(f"turn     {turn.status}")


# -- a reader in place of a browser --------------------------------------------------------------


def read(app: App, prompt: str, pieces: int | None = None) -> None:
    """Reads an answer, or its first pieces."""
    query = f"prompt={quote(prompt)}"
    body: Any = app({"QUERY_STRING": query}, lambda status, headers: None)
    for number, chunk in enumerate(body, 1):
        print(f"received {chunk.decode().strip()}")
        if number == pieces:
            break
    body.close()  # as a server does


def main() -> None:
    with pick_config() as config, Codex(config) as codex:
        app = App(codex)
        read(app, "What are server-sent events?")
        read(app, "Tell me a long story.", pieces=1)


if __name__ == "__main__":
    main()
