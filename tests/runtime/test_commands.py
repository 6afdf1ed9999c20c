"""Commands on the real runtime: their streams, results and limits, and that none is left behind."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import attrs
import pytest
import trio

from tests.runtime.helpers import held, runtimes
from tests.session.cancelling import cancel_at
from trio_codex import (
    AppServerConfig,
    AsyncCodex,
    CommandError,
    CommandOutputError,
    CommandTimeoutError,
    InternalRpcError,
    InvalidArgumentError,
    InvalidRequestError,
    Sandbox,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

LONG = ["sleep", "31.7"]


def sleeping() -> int:
    return sum("31.7" in process.cmdline()[-1:] for process in runtimes())


@pytest.mark.requirement("command/streams")
async def test_a_command_is_written_to_and_read_while_it_runs(codex: AsyncCodex) -> None:
    script = "read line; echo got $line; echo problem >&2; cat; exit 3"
    async with codex.command(["sh", "-c", script]) as command:
        assert command.returncode is None
        await command.stdin.send_all(b"one\n")
        assert await command.stdout.receive_some(3) == b"got"
        await command.stdin.send_all(b"two")
        await command.stdin.aclose()
        assert b"".join([piece async for piece in command.stdout]) == b" one\ntwo"
        assert b"".join([piece async for piece in command.stderr]) == b"problem\n"
        assert await command.wait() == 3
        code: object = command.returncode
        assert code == 3
        assert repr(command) == "<AsyncCommandHandle of 'sh', exit code 3>"
        with pytest.raises(InvalidArgumentError, match="this stdin was closed"):
            await command.stdin.send_all(b"more")
    assert held(codex) == {}


@pytest.mark.requirement("command/result")
async def test_a_command_runs_to_its_end_with_its_input_and_environment(
    codex: AsyncCodex, tmp_path: Path
) -> None:
    script = "pwd; echo $COLOUR${HOME-unset}; cat; printf '\\377' >&2; exit 7"
    result = await codex.run_command(
        ["sh", "-c", script],
        stdin=b"a" * 600_000,
        cwd=tmp_path,
        env={"COLOUR": "red", "HOME": None},
    )
    assert result.returncode == 7
    assert result.stdout == f"{tmp_path}\nredunset\n".encode() + b"a" * 600_000
    assert result.stderr == b"\xff"
    assert result.argv == ("sh", "-c", script)
    assert result.to_json()["stderr"] == "\ufffd"  # type: ignore[index,call-overload]
    # A program need not read what it is given.
    assert (await codex.run_command(["true"], stdin=b"a" * 600_000)).returncode == 0


@pytest.mark.requirement("command/sandbox")
async def test_a_command_runs_in_the_sandbox_that_is_named(
    codex: AsyncCodex, tmp_path: Path
) -> None:
    touch = ["touch", str(tmp_path / "made")]
    assert (await codex.run_command(touch)).returncode == 1
    assert not (tmp_path / "made").exists()
    denied = await codex.run_command(touch, permissions=":read-only")
    assert b"Read-only file system" in denied.stderr
    written = await codex.run_command(touch, cwd=tmp_path, sandbox="workspace-write")
    assert written.returncode == 0
    assert (tmp_path / "made").exists()


@pytest.mark.requirement("command/terminal")
async def test_a_terminal_has_a_size_that_can_be_changed(codex: AsyncCodex) -> None:
    script = "stty size; read line; stty size; tty -s && echo terminal >&2"
    size = os.terminal_size((40, 12))
    async with codex.command(["sh", "-c", script], tty=True, size=size) as command:
        shown = await command.stdout.receive_some()
        await command.resize((20, 50))
        await command.stdin.send_all(b"\n")
        result = await command.run()
        await command.resize((1, 1))  # It has ended.
    # The terminal echoes the line and its end.
    assert (shown + result.stdout).split() == b"12 40 20 50 terminal".split()
    assert result.stderr == b""


@pytest.mark.requirement("command/killed")
async def test_leaving_the_block_and_terminating_kill_a_command(codex: AsyncCodex) -> None:
    for sandbox in (None, Sandbox.FULL_ACCESS):
        async with codex.command(["sh", "-c", "sleep 31.7 & sleep 31.7"], sandbox=sandbox):
            pass
        assert sleeping() == 0
    async with codex.command(LONG) as command:
        await command.terminate()
        assert await command.wait() == 137
        await command.terminate()
        with pytest.raises(CommandError, match="'sleep' has ended and takes no more data"):
            await command.stdin.send_all(b"more")
    assert held(codex) == {}


@pytest.mark.requirement("command/killed")
async def test_a_command_that_was_not_left_ends_with_the_client(config: AppServerConfig) -> None:
    async with AsyncCodex(config) as codex:
        await codex.command(LONG, sandbox=Sandbox.FULL_ACCESS)
        assert sleeping() == 1
    assert sleeping() == 0


@pytest.mark.requirement("command/cancelled")
@pytest.mark.parametrize("name", ["command", "run", "run_command"])
async def test_a_command_cancelled_at_any_checkpoint_is_killed(
    codex: AsyncCodex, name: str
) -> None:
    async def started_and_run() -> None:
        await (await codex.command(LONG)).run()

    operations: dict[str, Callable[[], Awaitable[Any]]] = {
        "command": lambda: codex.command(LONG),
        "run": started_and_run,
        "run_command": lambda: codex.run_command(LONG),
    }
    # The number of steps differs from run to run: the server spawns when it does.
    for steps in range(12):
        with trio.move_on_after(0.5) as waits:  # for the end, and has no checkpoint before that
            if not await cancel_at(operations[name], steps):
                break
        assert sleeping() == 0, steps
        if waits.cancelled_caught:
            break
        assert codex._client._require().commands == {}
    for _ in range(100):  # answers that nobody waits for
        await codex.models()
        if not codex.statistics().requests_in_flight:
            break
    assert codex.statistics().requests_in_flight == 0


@pytest.mark.requirement("command/slots")
async def test_running_commands_hold_no_in_flight_slot(config: AppServerConfig) -> None:
    async with (
        AsyncCodex(attrs.evolve(config, max_in_flight=2)) as codex,
        codex.command(["cat"]) as first,
        codex.command(["cat"]) as second,
        codex.command(["cat"]) as third,
    ):
        assert codex.statistics().requests_in_flight == 0
        await codex.models()
        for command in (third, second, first):
            assert (await command.run()).returncode == 0


@pytest.mark.requirement("command/limits")
async def test_a_timeout_is_an_error_with_the_seconds_and_the_output(codex: AsyncCodex) -> None:
    script = ["sh", "-c", "echo begun; sleep 31.7"]
    with pytest.raises(CommandTimeoutError, match=r"did not end within 0\.3 s") as caught:
        await codex.run_command(script, timeout=0.3)
    assert caught.value.result is not None
    assert caught.value.result.stdout == b"begun\n"
    async with codex.command(script, timeout=0.3) as command:
        assert await command.stdout.receive_some() == b"begun\n"
        with pytest.raises(CommandTimeoutError, match=r"did not end within 0\.3 s"):
            await command.stdout.receive_some()
    # The same exit code of the program itself is no timeout.
    assert (await codex.run_command(["sh", "-c", "exit 124"], timeout=30)).returncode == 124


@pytest.mark.requirement("command/limits")
async def test_too_much_unread_output_is_an_error_with_the_number(codex: AsyncCodex) -> None:
    with pytest.raises(CommandOutputError, match="more than 1048576 bytes of its stdout") as caught:
        await codex.run_command(["yes"])
    assert caught.value.result is not None
    assert len(caught.value.result.stdout) == 1 << 20
    exact = await codex.run_command(["printf", "12345"], capture=5)
    assert exact.stdout == b"12345"
    async with codex.command(["sh", "-c", "printf 123456 >&2; cat"], capture=5) as command:
        assert await command.stderr.receive_some() == b"12345"
        with pytest.raises(CommandOutputError, match="more than 5 bytes of its stderr"):
            await command.stderr.receive_some()
        with pytest.raises(CommandOutputError, match="more than 5 bytes of its stderr"):
            await command.wait()
    assert command.returncode == 137


@pytest.mark.requirement("command/limits")
async def test_output_that_is_read_or_dropped_has_no_limit(codex: AsyncCodex) -> None:
    argv = ["head", "-c", "5000000", "/dev/zero"]
    async with codex.command(argv) as command:
        assert sum([len(piece) async for piece in command.stdout]) == 5_000_000
    async with codex.command(argv) as command:
        await command.stdout.aclose()
        assert await command.stdout.receive_some() == b""
        assert await command.wait() == 0
    dropped = await codex.run_command(argv, capture=False)
    assert (dropped.returncode, dropped.stdout) == (0, b"")


@pytest.mark.requirement("command/refused")
async def test_what_cannot_be_spawned_is_refused_where_it_is_started(codex: AsyncCodex) -> None:
    with pytest.raises(InternalRpcError, match="failed to spawn"):
        await codex.command(["pwd"], cwd="/no/such/directory")
    with pytest.raises(InternalRpcError, match="failed to spawn"):
        await codex.run_command(["/no/such/program"], sandbox=Sandbox.FULL_ACCESS)
    async with codex.command(["cat"]) as command:
        with pytest.raises(InvalidRequestError, match="not attached to a PTY"):
            await command.resize((2, 3))
    assert held(codex) == {}


@pytest.mark.requirement("command/refused")
@pytest.mark.parametrize(
    ("argv", "options", "message"),
    [
        ([], {}, r"argv must be a non-empty list .*, not \[\]; for a shell command"),
        ("ls -l", {}, "argv must be a non-empty list .*, not 'ls -l'"),
        (["a", 1], {}, r"argv\[1\] must be a str without null characters, not 1"),
        (["a\0b"], {}, r"argv\[0\] must be a str without null characters"),
        ([""], {}, r"argv\[0\] must be"),
        (["ls"], {"timeout": -1}, "timeout must be a positive number of seconds or None, not -1"),
        (["ls"], {"capture": 0}, "capture must be a bool or a positive number of bytes, not 0"),
        (["ls"], {"capture": "all"}, "capture must be .*, not 'all'"),
        (["ls"], {"tty": True, "size": (0, 80)}, r"size must be .*from 1 to 65535.*not \(0, 80\)"),
        (["ls"], {"tty": True, "size": 80}, "size must be .*not 80"),
        (["ls"], {"size": (24, 80)}, "size is the size of a terminal: it needs tty=True"),
        (["ls"], {"sandbox": "none"}, "sandbox must be one of"),
        (["ls"], {"env": {"A": 1}}, r"\$\.env\.A: expected a string"),
        (["ls"], {"stdin": "text"}, "stdin must be bytes, not str"),
    ],
)
async def test_wrong_arguments_are_refused_before_anything_is_sent(
    codex: AsyncCodex, argv: Any, options: dict[str, Any], message: str
) -> None:
    sent = codex.statistics().requests_sent
    with pytest.raises(InvalidArgumentError, match=message):
        await codex.run_command(argv, **options)
    if "stdin" not in options:
        with pytest.raises(InvalidArgumentError, match=message):
            await codex.command(argv, **options)
    assert codex.statistics().requests_sent == sent
