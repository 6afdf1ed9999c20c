"""A person's terminal UI and a program on one thread of one server."""

from __future__ import annotations

import fcntl
import os
import re
import struct
import subprocess
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyte
import pytest
import trio
from codex_cli_bin import bundled_codex_path

from trio_codex import AppServerConfig, AsyncCodex, listen
from trio_codex.testing import ModelServer

SECONDS = 30.0
PASTE_SECONDS = 1.0
ANSWERS = {
    "question of the person": "Answer for the person.",
    "question of the program": "Answer for the program.",
    "are you there": "Still here.",
}
# What the UI asks a terminal at its start, and an answer to it.
QUESTIONS = {
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[c": b"\x1b[?1;2c",
    b"\x1b]10;?": b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
    b"\x1b]11;?": b"\x1b]11;rgb:0000/0000/0000\x1b\\",
}
# Keyboard modes that pyte does not know.
UNKNOWN = re.compile(rb"\x1b\[[<>=][0-9;]*[A-Za-z]")


class TerminalUI:
    """The UI of the runtime on a terminal of 100 columns."""

    def __init__(self, terminal: int) -> None:
        self._terminal = terminal
        self._screen = pyte.Screen(100, 40)
        self._stream = pyte.ByteStream(self._screen)

    @property
    def shown(self) -> str:
        return "\n".join(self._screen.display)

    async def wait_shown(self, text: str) -> None:
        try:
            with trio.fail_after(SECONDS):
                while text not in self.shown:
                    await self._read()
        except trio.TooSlowError:
            raise AssertionError(f"{text!r} is not shown:\n{self.shown}") from None

    async def ask(self, text: str, model: ModelServer) -> None:
        """Type a prompt, and press Enter until the model gets it.

        The UI takes an Enter that follows typing too closely for a part of a pasted text.
        """
        os.write(self._terminal, text.encode())
        await self.wait_shown(text)
        with trio.fail_after(SECONDS):
            while not _was_asked(model, text):
                os.write(self._terminal, b"\r")
                with trio.move_on_after(PASTE_SECONDS):
                    while not _was_asked(model, text):
                        await self._read()

    async def _read(self) -> None:
        await trio.lowlevel.wait_readable(self._terminal)
        piece = os.read(self._terminal, 65536)
        self._stream.feed(UNKNOWN.sub(b"", piece))
        for question, answer in QUESTIONS.items():
            if question in piece:
                os.write(self._terminal, answer)


def _was_asked(model: ModelServer, text: str) -> bool:
    return any(request.last_user_text == text for request in model.requests)


@contextmanager
def terminal_ui(config: AppServerConfig, url: str) -> Iterator[TerminalUI]:
    terminal, slave = os.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 100, 0, 0))
    isolated = {name: value for name, value in (config.env or {}).items() if value is not None}
    process = subprocess.Popen(
        [str(bundled_codex_path()), "--remote", url],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**os.environ, **isolated, "TERM": "xterm-256color"},
        cwd=config.cwd,
        start_new_session=True,
    )
    os.close(slave)
    try:
        yield TerminalUI(terminal)
    finally:
        process.kill()
        process.wait(SECONDS)
        os.close(terminal)


def trust(config: AppServerConfig) -> None:
    """Has the UI not ask whether the directory is trusted."""
    settings = Path(str((config.env or {})["CODEX_HOME"]), "config.toml")
    trusted = f'\n[projects."{config.cwd}"]\ntrust_level = "trusted"\n'
    settings.write_text(settings.read_text("utf-8") + trusted, encoding="utf-8")


async def together(url: str, model: ModelServer, person: TerminalUI) -> None:
    # The UI has the model make a title as well, at a moment of its own.
    model.on_request(lambda request: ANSWERS.get(request.last_user_text, "A title"))
    await person.wait_shown("Ask Codex")
    await person.ask("question of the person", model)
    await person.wait_shown("Answer for the person.")
    async with AsyncCodex.connect(url) as codex:
        (stored,) = [thread async for thread in codex.threads()]
        assert stored.preview == "question of the person"
        thread = await stored.resume()
        result = await thread.run("question of the program")
        assert result.final_response == "Answer for the program."
        await person.wait_shown("Answer for the program.")
    # The program has left; the person's server and thread go on.
    await person.ask("are you there", model)
    await person.wait_shown("Still here.")


@pytest.mark.requirement("attach/foreign")
async def test_a_program_goes_on_with_the_thread_of_a_terminal_ui_which_shows_it(
    config: AppServerConfig, model: ModelServer, tmp_path: Path
) -> None:
    trust(config)
    async with listen(config, f"unix://{tmp_path}/s") as server:
        with terminal_ui(config, server.url) as person:
            await together(server.url, model, person)
