"""What the real runtime makes of the answers to its file-change approvals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import trio

from tests.requests.rig import PATCH, items_of, running
from trio_codex import HandlerError, ServerRequestHandlers
from trio_codex.protocol import FileChangeThreadItem
from trio_codex.types import Decision

if TYPE_CHECKING:
    from pathlib import Path

    from trio_codex.types import FileChangeRequest


class Asked:
    """Answers with one decision and keeps what was asked."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision
        self.requests: list[FileChangeRequest] = []
        self.answered = trio.Event()

    async def __call__(self, request: FileChangeRequest) -> Decision:
        await trio.lowlevel.checkpoint()
        self.requests.append(request)
        self.answered.set()
        return self.decision


@pytest.mark.requirement("handler/file-change-diff")
async def test_an_accepted_change_comes_with_its_diff_and_is_made(tmp_path: Path) -> None:
    asked = Asked(Decision.accept)
    async with running(tmp_path, ServerRequestHandlers(file_change=asked)) as rig:
        rig.model.reply_patch(PATCH, call_id="c1")
        rig.model.reply("done")
        await (await rig.thread()).run("go")

        assert (rig.workspace / "note.txt").read_text() == "hello\n"
    (request,) = asked.requests
    assert request.params.item_id == "c1"
    (change,) = request.changes
    assert change.path.endswith("note.txt")
    assert change.diff == "hello\n"
    assert change.kind.type == "add"


async def test_a_declined_change_is_not_made(tmp_path: Path) -> None:
    asked = Asked(Decision.decline)
    async with running(tmp_path, ServerRequestHandlers(file_change=asked)) as rig:
        rig.model.reply_patch(PATCH, call_id="c1")
        rig.model.reply("done")
        result = await (await rig.thread()).run("go")

        assert not (rig.workspace / "note.txt").exists()
        assert "rejected by user" in rig.model.requests[-1].tool_outputs["c1"]
    assert [it.status for it in items_of(result, FileChangeThreadItem)] == ["declined"]


async def test_a_change_of_a_turn_without_a_handle_has_its_diff_too(tmp_path: Path) -> None:
    asked = Asked(Decision.decline)
    async with running(tmp_path, ServerRequestHandlers(file_change=asked)) as rig:
        rig.model.reply_patch(PATCH)
        rig.model.reply("done")
        thread = await rig.thread()
        with rig.codex.notifications("turn/completed") as completed:
            await rig.codex.request(
                "turn/start",
                {"threadId": thread.id, "input": [{"type": "text", "text": "go"}]},
            )
            async for _ in completed:
                break
    (request,) = asked.requests
    assert [change.diff for change in request.changes] == ["hello\n"]


async def test_nothing_of_a_change_is_kept_after_its_turn(tmp_path: Path) -> None:
    asked = Asked(Decision.cancel)
    async with running(tmp_path, ServerRequestHandlers(file_change=asked)) as rig:
        rig.model.reply_patch(PATCH)
        result = await (await rig.thread()).run("go")

        assert result.status == "interrupted"
        assert not rig.codex.client._require().requests._file_changes


@pytest.mark.parametrize("decision", [Decision.accept_with_amendment(["touch"])])
async def test_a_decision_a_change_cannot_have_is_an_error_and_declines(
    tmp_path: Path, decision: Decision
) -> None:
    asked = Asked(decision)
    async with running(tmp_path, ServerRequestHandlers(file_change=asked)) as rig:
        rig.model.reply_patch(PATCH)
        rig.model.reply("went on")
        turn = await (await rig.thread()).turn("go")
        with pytest.raises(HandlerError, match="takes no amendment"):
            await turn.run()
        assert (await turn.run()).final_response == "went on"
        assert not (rig.workspace / "note.txt").exists()
