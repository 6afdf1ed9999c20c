"""Commands of the blocking client and of asyncio, on the real runtime."""

from __future__ import annotations

import asyncio

import pytest

from trio_codex import AppServerConfig, Codex, CommandError, CommandOutputError, CommandTimeoutError
from trio_codex.aio import AsyncCodex


@pytest.mark.requirement("command/streams")
def test_a_command_is_written_to_and_read_while_it_runs(codex: Codex) -> None:
    with codex.command(["sh", "-c", "read line; echo got $line; cat; exit 3"]) as command:
        command.stdin.send_all(b"one\n")
        assert command.stdout.receive_some() == b"got one\n"
        command.stdin.send_all(b"two")
        command.stdin.close()
        assert b"".join(command.stdout) == b"two"
        assert command.stderr.receive_some() == b""
        assert command.wait() == command.returncode == 3
    assert repr(command) == "<CommandHandle of 'sh', exit code 3>"
    assert repr(command.stdout) == "<CommandOutput stdout of 'sh', ended>"


@pytest.mark.requirement("command/killed")
def test_leaving_the_block_kills_a_command(codex: Codex) -> None:
    with (
        codex.command(["sleep", "30"]) as command,
        pytest.raises(TimeoutError, match="the command has not ended within"),
    ):
        command.wait(timeout=0.01)
    assert command.returncode == 137
    with pytest.raises(CommandError, match="has ended"):
        command.stdin.send_all(b"more")


@pytest.mark.requirement("command/result", "command/limits")
def test_a_command_runs_to_its_end_or_its_limits(codex: Codex) -> None:
    result = codex.run_command(["sort"], stdin=b"b\na\n")
    assert (result.returncode, result.stdout, result.stderr) == (0, b"a\nb\n", b"")
    with pytest.raises(CommandTimeoutError, match=r"within 0\.1 s"):
        codex.run_command(["sleep", "30"], timeout=0.1)
    with pytest.raises(CommandOutputError, match="more than 3 bytes"):
        codex.run_command(["yes"], capture=3)


@pytest.mark.requirement("command/streams", "command/killed")
def test_a_command_of_an_asyncio_program(config: AppServerConfig) -> None:
    async def main() -> None:
        async with AsyncCodex(config) as codex:
            async with codex.command(["sh", "-c", "read line; echo got $line; exit 3"]) as command:
                await command.stdin.send_all(b"one\n")
                assert [piece async for piece in command.stdout] == [b"got one\n"]
                assert await command.wait() == 3
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.1), codex.command(["sleep", "30"]) as sleeping:
                    await sleeping.wait()
            assert sleeping.returncode == 137
            result = await codex.run_command(["sort"], stdin=b"b\na\n")
            assert result.stdout == b"a\nb\n"

    asyncio.run(main())
