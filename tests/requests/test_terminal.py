"""Asking in the terminal: on a real pty, with a scripted server."""

from __future__ import annotations

import io
import os
import sys
from typing import TYPE_CHECKING, Any, TextIO

import pytest
import trio

from tests.requests.terminal import LIMIT, Terminal, asking, command
from trio_codex import AsyncCodex, ServerRequestHandlers
from trio_codex.testing import FakeAppServer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trio_codex.protocol import JsonValue

COMMAND = "item/commandExecution/requestApproval"


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    with Terminal() as made:
        yield made


@pytest.mark.requirement("handler/terminal")
@pytest.mark.parametrize(
    ("typed", "decision"),
    [
        ("y", "accept"),
        ("YES ", "accept"),
        ("s", "acceptForSession"),
        ("n", "decline"),
        ("c", "cancel"),
        ("what?", "decline"),
        ("", "decline"),
    ],
)
async def test_a_command_is_shown_and_decided(
    terminal: Terminal, typed: str, decision: str
) -> None:
    async with asking(terminal, typed) as fake:
        answer: Any = await fake.ask(COMMAND, command(reason="to build"))
    assert answer == {"decision": decision}
    shown = "Codex asks to run a command\n  command:\n  | make all\n  directory:\n  | /project\n"
    assert shown + "  reason (written by the model):\n  | to build\n[y]es" in terminal.shown


@pytest.mark.requirement("handler/terminal")
async def test_the_end_of_the_input_means_no(terminal: Terminal) -> None:
    async with asking(terminal) as fake:
        question = fake.ask_nowait(COMMAND, command())
        await terminal.wait_asked()
        terminal.end_of_input()
        assert await question.wait() == {"decision": "decline"}


async def test_what_was_typed_before_the_question_is_no_answer(terminal: Terminal) -> None:
    terminal.type("y")
    async with asking(terminal) as fake:
        question = fake.ask_nowait(COMMAND, command("rm -rf /"))
        await terminal.wait_asked()
        assert not question.answered
        terminal.type("n")
        assert await question.wait() == {"decision": "decline"}


async def test_a_line_after_a_withdrawn_question_is_the_programs(terminal: Terminal) -> None:
    async with asking(terminal) as fake:
        question = fake.ask_nowait(COMMAND, command())
        await terminal.wait_asked()
        fake.resolve(question, "t")
        assert await question.wait() == {"decision": "decline"}
        await terminal.screen.wait_shown("(the question was withdrawn)")
        terminal.type("for the program")
        assert await trio.to_thread.run_sync(sys.stdin.readline) == "for the program\n"


async def test_what_would_move_the_cursor_is_shown_instead(terminal: Terminal) -> None:
    async with asking(terminal, "n") as fake:
        await fake.ask(COMMAND, command("rm -rf / \x1b[2K\r\u202eecho hi"))
    assert "  | rm -rf / \\x1b[2K\\r\\u202eecho hi\n" in terminal.shown


async def test_a_withdrawn_question_does_not_swallow_the_next_answer(terminal: Terminal) -> None:
    async with asking(terminal) as fake:
        first = fake.ask_nowait(COMMAND, command("first"))
        await terminal.wait_asked()
        fake.resolve(first, "t")
        assert await first.wait() == {"decision": "decline"}
        second = fake.ask_nowait(COMMAND, command("second"))
        await terminal.wait_asked(2)
        terminal.type("y")
        assert await second.wait() == {"decision": "accept"}
        await terminal.screen.wait_shown("(the question was withdrawn)")


async def test_questions_wait_for_each_other(terminal: Terminal) -> None:
    async with asking(terminal) as fake:
        questions = [fake.ask_nowait(COMMAND, command(name)) for name in ("one", "two")]
        await terminal.wait_asked()
        # Handlers are tasks: which of them asks first is anybody's guess.
        first, second = questions if "| one" in terminal.shown else reversed(questions)
        terminal.type("y")
        assert await first.wait() == {"decision": "accept"}
        await terminal.wait_asked(2)
        assert not second.answered
        terminal.type("n")
        assert await second.wait() == {"decision": "decline"}


async def test_without_a_person_at_a_terminal_everything_is_declined(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    prepared = tmp_path / "answers"
    prepared.write_text("y\ny\n")
    fake = FakeAppServer()
    with prepared.open() as stdin, trio.fail_after(LIMIT), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", stdin)
        handlers = ServerRequestHandlers.ask_in_terminal()
        async with AsyncCodex(transport=fake.transport, handlers=handlers):
            assert await fake.ask(COMMAND, command()) == {"decision": "decline"}
    assert "there is no terminal" in caplog.text


@pytest.fixture
def pipe() -> Iterator[tuple[TextIO, int]]:
    reading, writing = os.pipe()
    with os.fdopen(reading) as stdin:
        yield stdin, writing


async def test_what_a_pipe_held_before_the_question_is_no_answer(pipe: tuple[TextIO, int]) -> None:
    stdin, writing = pipe
    screen = io.StringIO()
    fake = FakeAppServer()
    os.write(writing, b"y\n" * 20)
    with trio.fail_after(LIMIT), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", stdin)
        patch.setattr(sys, "stdout", screen)
        handlers = ServerRequestHandlers.ask_in_terminal()
        async with AsyncCodex(transport=fake.transport, handlers=handlers):
            question = fake.ask_nowait(COMMAND, command())
            os.close(writing)
            assert await question.wait() == {"decision": "decline"}


@pytest.mark.parametrize(
    ("typed", "scope", "granted"),
    [("y", "turn", True), ("s", "session", True), ("", "turn", False)],
)
async def test_permissions_are_granted_for_a_turn_or_the_session(
    terminal: Terminal, typed: str, scope: str, granted: bool
) -> None:
    wanted: JsonValue = {"fileSystem": {"write": ["/x"]}}
    async with asking(terminal, typed) as fake:
        answer: Any = await fake.ask(
            "item/permissions/requestApproval",
            {
                "threadId": "t",
                "turnId": "u",
                "itemId": "i",
                "startedAtMs": 0,
                "cwd": "/",
                "permissions": wanted,
            },
        )
    assert answer["scope"] == scope
    assert (answer["permissions"].get("fileSystem") or {}).get("write") == (
        ["/x"] if granted else None
    )
    assert "  permissions:\n  | {\n" in terminal.shown and '"/x"' in terminal.shown


async def test_the_user_answers_with_a_number_or_a_text(terminal: Terminal) -> None:
    questions: list[JsonValue] = [
        {
            "id": f"q{number}",
            "header": "h",
            "question": f"Question {number}?",
            "isOther": True,
            "isSecret": False,
            "options": [
                {"label": "Red", "description": "warm"},
                {"label": "Blue", "description": "cold"},
            ],
        }
        for number in range(3)
    ]
    async with asking(terminal, "2", "Something Else", "") as fake:
        answer: Any = await fake.ask(
            "item/tool/requestUserInput",
            {
                "threadId": "t",
                "turnId": "u",
                "itemId": "i",
                "questions": questions,
                "isBlocking": True,
            },
        )
    assert answer == {
        "answers": {
            "q0": {"answers": ["Blue"]},
            "q1": {"answers": ["Something Else"]},
            "q2": {"answers": []},
        }
    }
    assert "  answer 2:\n  | Blue: cold\n" in terminal.shown


async def test_a_secret_answer_does_not_appear_on_the_screen(terminal: Terminal) -> None:
    question: JsonValue = {
        "id": "q",
        "header": "h",
        "question": "The password?",
        "options": None,
        "isOther": False,
        "isSecret": True,
    }
    request: JsonValue = {"threadId": "t", "turnId": "u", "itemId": "i", "isBlocking": True}
    assert isinstance(request, dict)
    async with asking(terminal, "hunter2") as fake:
        answer: Any = await fake.ask(
            "item/tool/requestUserInput", {**request, "questions": [question]}
        )
        assert answer == {"answers": {"q": {"answers": ["hunter2"]}}}
        # The echo is on again afterwards.
        second = fake.ask_nowait(COMMAND, command())
        await terminal.wait_asked(2)
        terminal.type("nope")
        await second.wait()
        await terminal.screen.wait_shown("nope")
    assert "hunter2" not in terminal.shown


FORM: dict[str, Any] = {
    "threadId": "t",
    "serverName": "tiny",
    "mode": "form",
    "message": "Who are you?",
    "requestedSchema": {
        "type": "object",
        "properties": {
            "name": {"type": "string", "title": "Your name"},
            "age": {"type": "integer"},
            "size": {"type": "number", "default": 1.5},
            "sure": {"type": "boolean"},
            "colour": {"type": "string", "enum": ["red", "blue"]},
        },
        "required": ["name"],
    },
}


async def test_a_form_is_filled_in_field_by_field(terminal: Terminal) -> None:
    async with asking(terminal, "y", "Ada", "36", "", "yes", "blue") as fake:
        answer: Any = await fake.ask("mcpServer/elicitation/request", FORM)
    assert answer["action"] == "accept"
    assert answer["content"] == {
        "name": "Ada",
        "age": 36,
        "size": 1.5,
        "sure": True,
        "colour": "blue",
    }
    assert "An MCP server asks\n  server:\n  | tiny\n" in terminal.shown
    assert "  message (the server's):\n  | Who are you?\n" in terminal.shown


@pytest.mark.parametrize(
    "typed",
    [
        ["n"],
        ["y", ""],
        ["y", "Ada", "old"],
        ["y", "Ada", "36", "nan"],
        ["y", "Ada", "36", "", "perhaps"],
        ["y", "Ada", "36", "", "yes", "green"],
    ],
)
async def test_a_form_that_is_refused_or_filled_in_wrongly_is_declined(
    terminal: Terminal, typed: list[str]
) -> None:
    async with asking(terminal, *typed) as fake:
        answer: Any = await fake.ask("mcpServer/elicitation/request", FORM)
    assert (answer["action"], answer["content"]) == ("decline", None)


async def test_an_address_is_shown_before_it_is_agreed_to(terminal: Terminal) -> None:
    async with asking(terminal, "y") as fake:
        answer: Any = await fake.ask(
            "mcpServer/elicitation/request",
            {
                "threadId": "t",
                "serverName": "tiny",
                "mode": "url",
                "message": "Sign in",
                "url": "http://127.0.0.1:1/x",
                "elicitationId": "e",
            },
        )
    assert answer["action"] == "accept"
    assert "http://127.0.0.1:1/x" in terminal.shown


async def test_the_older_approvals_are_asked_as_well(terminal: Terminal) -> None:
    async with asking(terminal, "y", "n") as fake:
        first: Any = await fake.ask(
            "execCommandApproval",
            {
                "conversationId": "t",
                "callId": "c",
                "command": ["ls", "-l", "a b"],
                "cwd": "/older",
                "parsedCmd": [],
            },
        )
        second: Any = await fake.ask(
            "applyPatchApproval",
            {
                "conversationId": "t",
                "callId": "c",
                "fileChanges": {
                    "/a.txt": {"type": "add", "content": "hello"},
                    "/b.txt": {"type": "delete", "content": "gone"},
                    "/c.txt": {"type": "update", "unified_diff": "-x", "move_path": "/d.txt"},
                },
                "grantRoot": "/",
            },
        )
    assert first == {"decision": "approved"}
    assert "denied" in second["decision"]
    assert "  | ls -l 'a b'\n" in terminal.shown and "  | /older\n" in terminal.shown
    assert "  ADD:\n  | /a.txt\n  content:\n  | hello\n" in terminal.shown
    assert "  DELETE:\n  | /b.txt\n" in terminal.shown
    assert "  MOVE, from:\n  | /c.txt\n  to:\n  | /d.txt\n" in terminal.shown
