"""The real runtime with a model server, to measure a stream on.

Run as a module it is that model: a loopback server that answers every model request with one
long message, short for the first request so that clients can warm up.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

WORD = "measured "
WARM_UP = 50

_CONFIG = """\
model = "measured-model"
model_provider = "loopback"
chatgpt_base_url = "http://127.0.0.1:{port}"

[analytics]
enabled = false

[model_providers.loopback]
name = "loopback"
base_url = "http://127.0.0.1:{port}/v1"
wire_api = "responses"
request_max_retries = 0
stream_max_retries = 0
"""


def runtime_command() -> list[str]:
    """The pinned runtime's command line."""
    from codex_cli_bin import bundled_codex_path

    return [str(bundled_codex_path()), "app-server"]


def _event(kind: str, **fields: object) -> bytes:
    data = json.dumps({"type": kind, **fields}, separators=(",", ":"))
    return f"event: {kind}\ndata: {data}\n\n".encode()


def message(count: int) -> bytes:
    """A model's answer of so many deltas, as server-sent events."""
    item = {"type": "message", "role": "assistant", "id": "msg_1", "phase": "final_answer"}
    where: dict[str, object] = {"item_id": "msg_1", "output_index": 0, "content_index": 0}
    content = [{"type": "output_text", "text": WORD * count}]
    usage = {"input_tokens": 1, "output_tokens": count, "total_tokens": count + 1}
    return b"".join(
        (
            _event("response.created", response={"id": "resp_1"}),
            _event("response.output_item.added", output_index=0, item=item | {"content": []}),
            _event("response.output_text.delta", **where, delta=WORD) * count,
            _event("response.output_item.done", output_index=0, item=item | {"content": content}),
            _event("response.completed", response={"id": "resp_1", "usage": usage}),
        )
    )


def _request(stream: Iterator[bytes]) -> tuple[bytes, int] | None:
    """The request line and the length of the body."""
    first = next(stream, b"").strip()
    length = 0
    for header in stream:
        if not header.strip():
            return first, length
        name, _, value = header.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    return None


def _serve(connection: socket.socket, answers: Iterator[bytes]) -> None:
    with connection, connection.makefile("rb") as stream:
        while (request := _request(stream)) is not None:
            first, length = request
            stream.read(length)
            status, body = b"404 Not Found", b""
            if first.startswith(b"POST ") and b"/responses" in first:
                status, body = b"200 OK", next(answers)
            head = b"HTTP/1.1 %s\r\ncontent-type: text/event-stream\r\ncontent-length: %d\r\n\r\n"
            connection.sendall(head % (status, len(body)) + body)


def _answers(count: int) -> Iterator[bytes]:
    yield message(WARM_UP)
    long = message(count)
    while True:
        yield long


def main() -> None:
    """Serve until standard input ends."""
    listener = socket.create_server(("127.0.0.1", 0))
    answers = _answers(int(sys.argv[1]))

    def accept() -> None:
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=_serve, args=(connection, answers), daemon=True).start()

    threading.Thread(target=accept, daemon=True).start()
    print(listener.getsockname()[1], flush=True)
    sys.stdin.read()
    os._exit(0)


@contextmanager
def loopback_runtime(deltas: int) -> Iterator[dict[str, str]]:
    """The environment in which the real runtime speaks to a model of its own."""
    root = Path(__file__).parents[2]
    command = [sys.executable, "-m", "tests.benchmarks.real", str(deltas)]
    with (
        tempfile.TemporaryDirectory() as home,
        subprocess.Popen(
            command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as model,
    ):
        assert model.stdin is not None and model.stdout is not None
        port = int(model.stdout.readline())
        try:
            (Path(home) / "config.toml").write_text(_CONFIG.format(port=port))
            yield {
                "CODEX_HOME": home,
                "RUST_LOG": "off",
                "CODEX_APP_SERVER_LOGIN_ISSUER": f"http://127.0.0.1:{port}",
            }
        finally:
            model.stdin.close()


if __name__ == "__main__":
    main()
