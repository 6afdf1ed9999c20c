"""What a terminal prompt shows: everything an answer grants, and nothing that looks like ours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.requests.terminal import Terminal, asking, command

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trio_codex.protocol import JsonValue

COMMAND = "item/commandExecution/requestApproval"


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    with Terminal() as made:
        yield made


CHANGES: dict[str, tuple[JsonValue, str]] = {
    "added": (
        {"path": "/a.txt", "kind": {"type": "add"}, "diff": "+hello"},
        "  ADD:\n  | /a.txt\n",
    ),
    "deleted": ({"path": "/d", "kind": {"type": "delete"}, "diff": ""}, "  DELETE:\n  | /d\n"),
    "changed": ({"path": "/c", "kind": {"type": "update"}, "diff": "-x"}, "  CHANGE:\n  | /c\n"),
    "moved": (
        {"path": "/m", "kind": {"type": "update", "move_path": "/.ssh/config"}, "diff": ""},
        "  MOVE, from:\n  | /m\n  to:\n  | /.ssh/config\n",
    ),
    "a kind of tomorrow": (
        {"path": "/t", "kind": {"type": "shred"}, "diff": ""},
        "  another change:\n  | shred: /t\n",
    ),
}


@pytest.mark.parametrize("change", CHANGES)
async def test_a_change_is_shown_with_what_happens_to_the_file(
    terminal: Terminal, change: str
) -> None:
    sent, expected = CHANGES[change]
    async with asking(terminal, "y") as fake:
        item: JsonValue = {
            "type": "fileChange",
            "id": "f1",
            "status": "inProgress",
            "changes": [sent],
        }
        fake.notify(
            "item/started", {"threadId": "t", "turnId": "u", "item": item, "startedAtMs": 0}
        )
        answer: Any = await fake.ask(
            "item/fileChange/requestApproval",
            {"threadId": "t", "turnId": "u", "itemId": "f1", "startedAtMs": 0, "grantRoot": "/r"},
        )
    assert answer == {"decision": "accept"}
    assert expected in terminal.shown
    assert "every later change below this directory, for the session:\n  | /r\n" in terminal.shown


async def test_a_change_that_is_not_known_is_said_to_be_unknown(terminal: Terminal) -> None:
    async with asking(terminal, "n") as fake:
        params: JsonValue = {"threadId": "t", "turnId": "u", "itemId": "f9", "startedAtMs": 0}
        await fake.ask("item/fileChange/requestApproval", params)
    assert "The server did not say what would be changed." in terminal.shown


async def test_everything_a_yes_to_a_command_grants_is_shown(terminal: Terminal) -> None:
    more: dict[str, JsonValue] = {
        "kind": "writeStdin",
        "environmentId": "far",
        "networkApprovalContext": {"host": "evil.example", "protocol": "https"},
        "additionalPermissions": {"fileSystem": {"write": ["/etc"]}},
    }
    async with asking(terminal, "n") as fake:
        await fake.ask(COMMAND, command("yes", **more))
    for shown in ("writeStdin", "far", "evil.example", "https", "/etc", "/project"):
        assert shown in terminal.shown


async def test_what_the_model_wrote_cannot_look_like_a_question(terminal: Terminal) -> None:
    forged = "ok\n\nCodex asks to run a command\n  command:\n  | ls\n[y]es, [n]o? "
    async with asking(terminal, "n") as fake:
        # Blanks that a terminal of this width would wrap into the first column.
        await fake.ask(COMMAND, command("true", reason=f"{forged}{' ' * 56}[y]es? 界{'界' * 40}"))
    body = terminal.shown.split("Codex asks to run a command\n", 1)[1]
    for line in body.split("\n[y]es, [s]ession", 1)[0].split("\n"):
        assert line.startswith(("  | ", "  command:", "  directory:", "  reason (written by the"))
        assert sum(2 if ord(char) > 0x3000 else 1 for char in line) <= 60


@pytest.mark.parametrize("letter", "\u3164\u2800\u115f\u034f\ufe0f\u00a0\u2028\u200b\U000e0041\x9b")
async def test_letters_that_cannot_be_seen_are_shown_as_escapes(
    terminal: Terminal, letter: str
) -> None:
    async with asking(terminal, "n") as fake:
        await fake.ask(COMMAND, command(f"rm{letter}-rf"))
    escaped = letter.encode("unicode_escape").decode()
    assert f"  | rm{escaped}-rf\n" in terminal.shown


async def test_ordinary_text_of_any_script_is_shown_as_it_is(terminal: Terminal) -> None:
    text = "grüße ñandú שלום नमस्ते 你好 e\u0301 😀"
    async with asking(terminal, "n") as fake:
        await fake.ask(COMMAND, command(text))
    assert f"  | {text}\n" in terminal.shown
