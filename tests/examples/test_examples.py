"""Every example runs as it stands, and imports public names only."""

from __future__ import annotations

import ast
import importlib.util
import inspect
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

from trio_codex import AsyncThread

from .expected import EXPECTED, IN_ANY_ORDER

if TYPE_CHECKING:
    pass

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"
FOLDERS = sorted(path.name for path in EXAMPLES.iterdir() if path.name[:2].isdigit())
# Both forms of a program, or the one of a program that has only one; Ray has a session of its own.
SCRIPTS = [
    f"{folder}/{name}.py"
    for folder in FOLDERS
    for name in ("async", "sync", "main")
    if (EXAMPLES / folder / f"{name}.py").exists()
    and (folder != "31_ray" or importlib.util.find_spec("ray"))
]
CHAT = "11_chat"
SECONDS = 60
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"}


def _run(script: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(EXAMPLES / script), "--demo"]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=SECONDS, env=ENVIRONMENT, check=False
    )


@pytest.mark.requirement("package/examples")
@pytest.mark.parametrize("script", [s for s in SCRIPTS if not s.startswith(CHAT)])
def test_an_example_prints_what_it_should(script: str) -> None:
    folder = script.partition("/")[0]
    done = _run(script)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    rest = done.stdout
    for expected in EXPECTED[folder]:
        assert expected in rest, f"{expected!r} is missing or out of order in:\n{done.stdout}"
        rest = rest.partition(expected)[2]
    for expected in IN_ANY_ORDER.get(folder, ()):
        assert expected in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C cannot be sent to one child on Windows")
@pytest.mark.parametrize("face", ["async", "sync"])
def test_ctrl_c_in_the_chat_interrupts_the_turn_and_not_the_program(face: str) -> None:
    command = [sys.executable, str(EXAMPLES / CHAT / f"{face}.py"), "--demo"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=ENVIRONMENT
    ) as chat:
        assert chat.stdin is not None and chat.stdout is not None
        watchdog = threading.Timer(SECONDS, chat.kill)
        watchdog.start()
        try:
            _say(chat, "Tell me a story.")
            _read_until(chat, "Once upon a time ")
            chat.send_signal(signal.SIGINT)
            _read_until(chat, "[interrupted]")
            _say(chat, "Are you there?")
            _read_until(chat, "I stopped, and I am still here.")
            chat.stdin.close()
            assert chat.wait(SECONDS) == 0
        finally:
            watchdog.cancel()
            chat.kill()


@pytest.mark.parametrize("face", ["async", "sync"])
@pytest.mark.parametrize("moment", ["in the answer", "at the prompt"])
def test_the_chat_ends_when_the_runtime_dies(face: str, moment: str) -> None:
    command = [sys.executable, str(EXAMPLES / CHAT / f"{face}.py"), "--demo"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
    ) as chat:
        assert chat.stdin is not None and chat.stdout is not None and chat.stderr is not None
        watchdog = threading.Timer(SECONDS, chat.kill)
        watchdog.start()
        try:
            _read_until(chat, "you> ")
            (runtime,) = psutil.Process(chat.pid).children()
            if moment == "in the answer":
                _say(chat, "Tell me a story.")
                _read_until(chat, "Once upon a time ")
                runtime.kill()
            else:
                runtime.kill()
                psutil.wait_procs([runtime], timeout=SECONDS)
                _say(chat, "Are you there?")
            _read_until(chat, "The chat ends: ")
            assert chat.wait(SECONDS) == 0
            assert b"Traceback" not in chat.stderr.read()
        finally:
            watchdog.cancel()
            chat.kill()


@pytest.mark.skipif(os.name == "nt", reason="Ctrl+C cannot be sent to one child on Windows")
@pytest.mark.parametrize("face", ["async", "sync"])
def test_ctrl_c_at_the_prompt_ends_the_chat(face: str) -> None:
    command = [sys.executable, str(EXAMPLES / CHAT / f"{face}.py"), "--demo"]
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
    ) as chat:
        watchdog = threading.Timer(SECONDS, chat.kill)
        watchdog.start()
        try:
            _read_until(chat, "you> ")
            chat.send_signal(signal.SIGINT)
            _, errors = chat.communicate(timeout=SECONDS)
            assert (chat.returncode, errors) == (0, b"")
        finally:
            watchdog.cancel()
            chat.kill()


def _say(chat: subprocess.Popen[bytes], line: str) -> None:
    assert chat.stdin is not None
    chat.stdin.write(f"{line}\n".encode())
    chat.stdin.flush()


def _read_until(chat: subprocess.Popen[bytes], text: str) -> None:
    """Reads what the chat prints; the watchdog ends a wait for what never comes."""
    assert chat.stdout is not None
    read = b""
    while text.encode() not in read:
        piece = os.read(chat.stdout.fileno(), 4096)
        assert piece, f"the chat ended without {text!r}: {read.decode()}"
        read += piece


@pytest.mark.requirement("package/commands")
def test_the_demo_shows_a_streamed_turn() -> None:
    command = [sys.executable, str(EXAMPLES / "demo.py")]
    shown = subprocess.run(
        command, capture_output=True, text=True, timeout=SECONDS, env=ENVIRONMENT, check=True
    )
    assert "The model is a small server inside this demo" in shown.stdout
    assert "status   completed in " in shown.stdout


def _public_names(module: str) -> set[str]:
    """The module's `__all__`, read without importing it: that may need Ray or Dask."""
    found = importlib.util.find_spec(module)
    assert found is not None and found.origin is not None
    for node in ast.parse(Path(found.origin).read_text("utf-8")).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return set(ast.literal_eval(node.value))
    raise AssertionError(f"{module} has no __all__")


@pytest.mark.requirement("package/examples")
@pytest.mark.parametrize("path", sorted(EXAMPLES.rglob("*.py")), ids=lambda path: path.name)
def test_an_example_uses_public_names_only(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr.startswith("_"):
            assert node.attr.startswith("__"), f"line {node.lineno} uses {node.attr}"
        if isinstance(node, ast.Import):
            assert all(not name.name.startswith("trio_codex.") for name in node.names)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("trio_codex"):
            assert "._" not in (node.module or "")
            assert {name.name for name in node.names} <= _public_names(node.module or "")


@pytest.mark.version_bound
@pytest.mark.parametrize("face", ["async", "sync"])
def test_the_example_of_turn_parameters_has_every_one(face: str) -> None:
    tree = ast.parse((EXAMPLES / "12_turn_parameters" / f"{face}.py").read_text("utf-8"))
    given = {
        word.arg for node in ast.walk(tree) if isinstance(node, ast.Call) for word in node.keywords
    }
    options = set(inspect.signature(AsyncThread.run).parameters) - {"self", "input"}
    assert options - given == set()


@pytest.mark.requirement("package/examples")
def test_every_example_is_in_the_index_and_has_both_colours() -> None:
    index = (EXAMPLES / "README.md").read_text("utf-8")
    for script in SCRIPTS:
        assert (EXAMPLES / script).is_file()
        assert f"({script})" in index
