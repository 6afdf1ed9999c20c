"""Asking in the terminal, with the terminal replaced."""

from __future__ import annotations

import io
import os
import sys
import threading
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import pytest
import trio

from trio_codex import AsyncCodex, ServerRequestHandlers
from trio_codex.testing import FakeAppServer, Signal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from trio_codex.protocol import JsonValue

COMMAND = "item/commandExecution/requestApproval"


class Screen(io.StringIO):
    """What is shown, and a way to wait for it."""

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._waiting: list[tuple[str, int, Signal]] = []

    def write(self, text: str) -> int:
        with self._lock:
            written = super().write(text)
            self._look()
        return written

    def _look(self) -> None:
        for wanted, times, signal in self._waiting:
            if self.getvalue().count(wanted) >= times:
                signal.set()

    async def wait_shown(self, text: str, times: int) -> None:
        signal = Signal()
        with self._lock:
            self._waiting.append((text, times, signal))
            self._look()
        await signal.wait()


class Typist:
    """The two ends of a terminal: what is typed, and what was shown."""

    def __init__(self) -> None:
        reading, self._typing = os.pipe()
        self.stdin = os.fdopen(reading, "r", encoding="utf-8")
        self.stdout = Screen()

    def type(self, *lines: str) -> None:
        os.write(self._typing, "".join(f"{line}\n" for line in lines).encode())

    def hang_up(self) -> None:
        if self._typing >= 0:
            os.close(self._typing)
            self._typing = -1

    @property
    def shown(self) -> str:
        return self.stdout.getvalue()

    async def wait_shown(self, text: str, times: int = 1) -> None:
        await self.stdout.wait_shown(text, times)


@pytest.fixture
def typist() -> Iterator[Typist]:
    made = Typist()
    yield made
    made.hang_up()
    made.stdin.close()


@asynccontextmanager
async def asking(typist: Typist) -> AsyncIterator[FakeAppServer]:
    fake = FakeAppServer()
    # Here and not in the fixture: pytest puts its own back between the phases of a test.
    with trio.fail_after(10), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", typist.stdin)
        patch.setattr(sys, "stdout", typist.stdout)
        async with AsyncCodex(
            transport=fake.transport, handlers=ServerRequestHandlers.ask_in_terminal()
        ):
            yield fake


def command(text: str = "make all", **more: JsonValue) -> dict[str, JsonValue]:
    return {
        "kind": "command",
        "threadId": "t",
        "turnId": "u",
        "itemId": "c1",
        "startedAtMs": 0,
        "command": text,
        "cwd": "/project",
        **more,
    }


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
async def test_a_command_is_shown_and_decided(typist: Typist, typed: str, decision: str) -> None:
    typist.type(typed)
    async with asking(typist) as fake:
        answer: Any = await fake.ask(COMMAND, command(reason="to build"))
    assert answer == {"decision": decision}
    assert "Codex wants to run (to build):\n  make all\n  in /project\n" in typist.shown


async def test_the_end_of_the_input_means_no(typist: Typist) -> None:
    typist.hang_up()
    async with asking(typist) as fake:
        assert await fake.ask(COMMAND, command()) == {"decision": "decline"}


async def test_what_would_move_the_cursor_is_shown_instead(typist: Typist) -> None:
    typist.type("n")
    async with asking(typist) as fake:
        await fake.ask(COMMAND, command("rm -rf / \x1b[2K\r\u202eecho hi"))
    assert "rm -rf / \\x1b[2K\\r\\u202eecho hi" in typist.shown


async def test_a_withdrawn_question_does_not_swallow_the_next_answer(typist: Typist) -> None:
    async with asking(typist) as fake:
        first = fake.ask_nowait(COMMAND, command("first"))
        await typist.wait_shown("turn? ")
        fake.resolve(first, "t")
        assert await first.wait() == {"decision": "decline"}
        second = fake.ask_nowait(COMMAND, command("second"))
        await typist.wait_shown("turn? ", times=2)
        typist.type("y")
        assert await second.wait() == {"decision": "accept"}
    assert "(the question was withdrawn)" in typist.shown


async def test_questions_wait_for_each_other(typist: Typist) -> None:
    async with asking(typist) as fake:
        questions = [fake.ask_nowait(COMMAND, command(name)) for name in ("one", "two")]
        await typist.wait_shown("turn? ")
        # Handlers are tasks: which of them asks first is anybody's guess.
        first, second = questions if "one" in typist.shown else reversed(questions)
        typist.type("y")
        assert await first.wait() == {"decision": "accept"}
        await typist.wait_shown("turn? ", times=2)
        assert not second.answered
        typist.type("n")
        assert await second.wait() == {"decision": "decline"}


async def test_a_change_is_shown_with_its_diff(typist: Typist) -> None:
    typist.type("y")
    async with asking(typist) as fake:
        item: JsonValue = {
            "type": "fileChange",
            "id": "f1",
            "status": "inProgress",
            "changes": [{"path": "/a.txt", "kind": {"type": "add"}, "diff": "+hello"}],
        }
        fake.notify(
            "item/started", {"threadId": "t", "turnId": "u", "item": item, "startedAtMs": 0}
        )
        answer: Any = await fake.ask(
            "item/fileChange/requestApproval",
            {"threadId": "t", "turnId": "u", "itemId": "f1", "startedAtMs": 0},
        )
    assert answer == {"decision": "accept"}
    assert "--- /a.txt\n+hello" in typist.shown


@pytest.mark.parametrize(
    ("typed", "scope", "granted"),
    [("y", "turn", True), ("s", "session", True), ("", "turn", False)],
)
async def test_permissions_are_granted_for_a_turn_or_the_session(
    typist: Typist, typed: str, scope: str, granted: bool
) -> None:
    typist.type(typed)
    wanted: JsonValue = {"fileSystem": {"write": ["/x"]}}
    async with asking(typist) as fake:
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
    assert '"write": ["/x"]' in typist.shown


async def test_the_user_answers_with_a_number_or_a_text(typist: Typist) -> None:
    typist.type("2", "Something Else", "")
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
    async with asking(typist) as fake:
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
    assert "  2. Blue: cold" in typist.shown


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


async def test_a_form_is_filled_in_field_by_field(typist: Typist) -> None:
    typist.type("y", "Ada", "36", "", "yes", "blue")
    async with asking(typist) as fake:
        answer: Any = await fake.ask("mcpServer/elicitation/request", FORM)
    assert answer["action"] == "accept"
    assert answer["content"] == {
        "name": "Ada",
        "age": 36,
        "size": 1.5,
        "sure": True,
        "colour": "blue",
    }
    assert "The MCP server tiny asks:\nWho are you?" in typist.shown


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
    typist: Typist, typed: list[str]
) -> None:
    typist.type(*typed)
    async with asking(typist) as fake:
        answer: Any = await fake.ask("mcpServer/elicitation/request", FORM)
    assert (answer["action"], answer["content"]) == ("decline", None)


async def test_an_address_is_shown_before_it_is_agreed_to(typist: Typist) -> None:
    typist.type("y")
    async with asking(typist) as fake:
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
    assert "http://127.0.0.1:1/x" in typist.shown


async def test_the_older_approvals_are_asked_as_well(typist: Typist) -> None:
    typist.type("y", "n")
    async with asking(typist) as fake:
        first: Any = await fake.ask(
            "execCommandApproval",
            {
                "conversationId": "t",
                "callId": "c",
                "command": ["ls", "-l"],
                "cwd": "/",
                "parsedCmd": [],
            },
        )
        second: Any = await fake.ask(
            "applyPatchApproval",
            {
                "conversationId": "t",
                "callId": "c",
                "fileChanges": {"/a.txt": {"type": "add", "content": "hello"}},
            },
        )
    assert first == {"decision": "approved"}
    assert "denied" in second["decision"]
    assert "ls -l" in typist.shown and "/a.txt" in typist.shown
