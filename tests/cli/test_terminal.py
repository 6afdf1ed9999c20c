"""The command on a real terminal: live view, approvals, Ctrl+C."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.cli.command import TerminalCommand

if TYPE_CHECKING:
    from trio_codex import AppServerConfig
    from trio_codex.testing import BlockingModelServer


def test_open_items_are_redrawn_and_finished_ones_printed_once(
    model: BlockingModelServer, config: AppServerConfig
) -> None:
    gate = model.gate()
    model.reply_deltas(["First half,", " second half."], gate=gate, hold_after=1)
    with TerminalCommand(config, "run", "hello") as command:
        command.wait_for("First half,")
        command.wait_for("waiting for the model")
        assert "second half" not in command.text
        gate.open()
        assert command.wait() == 0
    assert command.text.count("First half, second half.") == 1
    assert "waiting for" not in command.text.rpartition("completed in")[2]


def test_an_approval_is_asked_with_the_view_out_of_the_way(
    model: BlockingModelServer, config: AppServerConfig
) -> None:
    model.reply_command("touch made.txt", escalated=True, justification="needs to write")
    model.reply("It is made.")
    with TerminalCommand(config, "run", "make it") as command:
        command.wait_for("Codex asks to run a command")
        command.wait_for("[y]es")
        command.type_text("n\n")
        assert command.wait() == 0
    assert "| needs to write" in command.text
    assert "It is made." in command.text


def test_ctrl_c_interrupts_the_turn_on_the_server(
    model: BlockingModelServer, config: AppServerConfig
) -> None:
    model.reply("never", gate=model.gate())
    with TerminalCommand(config, "run", "hello") as command:
        held = model.wait_for_request()
        command.wait_for("waiting for")
        command.type_text("\x03")
        assert command.wait() == 130
    held.disconnected.wait_blocking()
    assert "interrupted in" in command.text


def test_what_a_command_prints_cannot_move_the_cursor(
    model: BlockingModelServer, config: AppServerConfig
) -> None:
    model.reply_command("printf 'safe\\033[2Jtext'")
    model.reply("Done.")
    with TerminalCommand(config, "run", "print it") as command:
        assert command.wait() == 0
    assert "safe\\x1b[2Jtext" in command.text
    assert b"\x1b[2J" not in command.written


def test_a_chat_runs_a_turn_for_each_line_and_ends_with_the_input(
    model: BlockingModelServer, config: AppServerConfig
) -> None:
    model.reply("One.")
    model.reply("Two.")
    with TerminalCommand(config, "chat") as command:
        command.wait_for("> ")
        command.type_text("first\n")
        command.wait_for("completed in")
        command.type_text("second\n")
        command.wait_for("completed in", 2)
        command.type_text("\x04")
        assert command.wait() == 0
    assert command.text.index("One.") < command.text.index("Two.")
    assert len({request.thread_id for request in model.requests}) == 1
