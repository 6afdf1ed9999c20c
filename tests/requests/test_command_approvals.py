"""What the real runtime makes of the answers to its command approvals."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import trio

from tests.requests.rig import declined, items_of, running
from trio_codex import HandlerError, ServerRequestHandlers
from trio_codex.protocol import CommandExecutionThreadItem
from trio_codex.testing import Reply
from trio_codex.testing.model_server import items as model_items
from trio_codex.types import Decision

if TYPE_CHECKING:
    from pathlib import Path

    from trio_codex.protocol import CommandExecutionRequestApprovalParams, JsonValue
    from trio_codex.testing import ModelRequest


class Asked:
    """Answers with the given decisions, one after the other, and keeps what was asked."""

    def __init__(self, *decisions: Decision) -> None:
        self.decisions = list(decisions)
        self.params: list[CommandExecutionRequestApprovalParams] = []

    async def __call__(self, params: CommandExecutionRequestApprovalParams) -> Decision:
        await trio.lowlevel.checkpoint()
        self.params.append(params)
        return self.decisions.pop(0)


async def test_an_accepted_escalation_runs_outside_the_sandbox(tmp_path: Path) -> None:
    asked = Asked(Decision.accept)
    async with running(tmp_path, ServerRequestHandlers(command_execution=asked)) as rig:
        target = rig.outside / "made"
        rig.model.reply_command(f"touch {target}", escalated=True, justification="for a test")
        rig.model.reply("done")
        result = await (await rig.thread()).run("go")

        assert target.exists()
    assert result.final_response == "done"
    (params,) = asked.params
    assert params.reason == "for a test"
    assert f"touch {target}" in (params.command or "")
    assert params.available_decisions


async def test_a_declined_escalation_does_not_run_and_the_turn_goes_on(tmp_path: Path) -> None:
    asked = Asked(Decision.decline)
    async with running(tmp_path, ServerRequestHandlers(command_execution=asked)) as rig:
        target = rig.outside / "made"
        rig.model.reply_command(f"touch {target}", escalated=True, call_id="c1")
        rig.model.reply("sorry")
        result = await (await rig.thread()).run("go")

        assert not target.exists()
        assert "rejected by user" in rig.model.requests[-1].tool_outputs["c1"]
    assert result.status == "completed"
    assert [it.status for it in items_of(result, CommandExecutionThreadItem)] == ["declined"]


async def test_a_cancelled_escalation_interrupts_the_turn(tmp_path: Path) -> None:
    asked = Asked(Decision.cancel)
    async with running(tmp_path, ServerRequestHandlers(command_execution=asked)) as rig:
        target = rig.outside / "made"
        rig.model.reply_command(f"touch {target}", escalated=True)
        result = await (await rig.thread()).run("go")

        assert not target.exists()
    assert result.status == "interrupted"


async def test_a_command_accepted_for_the_session_is_not_asked_again(tmp_path: Path) -> None:
    asked = Asked(Decision.accept_for_session, Decision.decline)
    async with running(tmp_path, ServerRequestHandlers(command_execution=asked)) as rig:
        first, other = rig.outside / "first", rig.outside / "other"
        for target in (first, first, other):
            rig.model.reply_command(f"touch {target}", escalated=True)
        rig.model.reply("done")
        await (await rig.thread()).run("go")

        assert first.exists()
        assert not other.exists()
    assert len(asked.params) == 2
    assert "other" in (asked.params[1].command or "")


async def test_an_amendment_becomes_a_rule_of_the_codex_home(tmp_path: Path) -> None:
    async def allow_prefix(params: CommandExecutionRequestApprovalParams) -> Decision:
        await trio.lowlevel.checkpoint()
        assert params.proposed_execpolicy_amendment
        return Decision.accept_with_amendment(params.proposed_execpolicy_amendment)

    handlers = ServerRequestHandlers(command_execution=allow_prefix)
    async with running(tmp_path, handlers) as rig:
        target = rig.outside / "made"
        for _ in range(2):
            rig.model.reply_command(f"touch {target}", escalated=True)
        rig.model.reply("done")
        await (await rig.thread()).run("go")
        assert rig.config.env is not None
        home = rig.config.env["CODEX_HOME"]
        assert home is not None
        rules = trio.Path(home) / "rules" / "default.rules"

        assert target.exists()
        assert "touch" in await rules.read_text()


@pytest.mark.requirement("handler/fail-closed")
async def test_an_escalation_nobody_handles_leaves_no_file_and_one_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with running(tmp_path) as rig:
        target = rig.outside / "secret-name"
        rig.model.reply_command(f"touch {target}", escalated=True, call_id="c1")
        rig.model.reply("done")
        thread = await rig.thread()
        result = await thread.run("go")

        assert list(rig.outside.iterdir()) == []
    (record,) = declined(caplog.records)
    assert record.getMessage() == (
        "declined item/commandExecution/requestApproval: no handler is set for it"
    )
    fields = vars(record)
    assert fields["codex_method"] == "item/commandExecution/requestApproval"
    assert fields["codex_thread_id"] == thread.id
    assert fields["codex_turn_id"] == result.id
    assert fields["codex_item_id"] == "c1"
    assert isinstance(fields["codex_request_id"], int)
    assert "secret-name" not in str(fields)


async def test_a_thread_that_declines_everything_overrules_a_client_that_accepts(
    tmp_path: Path,
) -> None:
    async with running(tmp_path, ServerRequestHandlers.accept_all()) as rig:
        kept, made = rig.outside / "kept", rig.outside / "made"
        strict = await rig.thread(handlers=ServerRequestHandlers.decline_all())
        for target in (kept, made):
            rig.model.reply_command(f"touch {target}", escalated=True)
            rig.model.reply("done")
        await strict.run("go")
        await (await rig.thread()).run("go")

        assert not kept.exists()
        assert made.exists()


@pytest.mark.requirement("handler/tasks")
async def test_two_approvals_at_once_may_be_answered_in_reverse(tmp_path: Path) -> None:
    asked: list[str] = []
    both, second_done = trio.Event(), trio.Event()

    async def answer(params: CommandExecutionRequestApprovalParams) -> Decision:
        asked.append(params.item_id)
        if len(asked) == 2:
            both.set()
        await both.wait()
        if params.item_id == asked[0]:
            await second_done.wait()
        else:
            second_done.set()
        return Decision.accept

    async with running(tmp_path, ServerRequestHandlers(command_execution=answer)) as rig:
        first, second = rig.outside / "first", rig.outside / "second"
        rig.model.reply_items(
            model_items.command(f"touch {first}", escalated=True, call_id="c1"),
            model_items.command(f"touch {second}", escalated=True, call_id="c2"),
        )
        rig.model.reply("done")
        await (await rig.thread()).run("go")

        assert first.exists() and second.exists()
    assert sorted(asked) == ["c1", "c2"]


@pytest.mark.requirement("handler/may-call-client")
async def test_a_handler_may_call_the_client_and_run_another_threads_turn(tmp_path: Path) -> None:
    async with running(tmp_path) as rig:
        seen: list[str | None] = []

        async def ask_another(params: CommandExecutionRequestApprovalParams) -> Decision:
            helper = await rig.codex.thread_start()
            status = (await thread.read()).thread.status
            seen.append(status.type)
            answer = await helper.run("may it run?")
            seen.append(answer.final_response)
            return Decision.decline

        handlers = ServerRequestHandlers(command_execution=ask_another)
        thread = await rig.thread(handlers=handlers)
        rig.model.reply_command("touch x", escalated=True)
        rig.model.reply("no", when=lambda request: "may it run?" in request.last_user_text)
        rig.model.reply("done")
        result = await thread.run("go")

    assert seen == ["active", "no"]
    assert result.final_response == "done"


@pytest.mark.requirement("handler/may-call-client", "handler/no-hidden-timer")
async def test_a_parked_handler_does_not_hold_up_another_threads_stream(tmp_path: Path) -> None:
    parked, go_on = trio.Event(), trio.Event()

    async def park(params: CommandExecutionRequestApprovalParams) -> Decision:
        parked.set()
        await go_on.wait()
        return Decision.decline

    async with running(tmp_path, ServerRequestHandlers(command_execution=park)) as rig:
        thread, other = await rig.thread(), await rig.thread()
        rig.model.reply_command("touch x", escalated=True)
        async with await thread.turn("go") as turn:
            await parked.wait()
            for number in range(3):
                rig.model.reply_deltas(["a ", "b ", f"{number}"])
                text = "".join([piece async for piece in other.stream_text("talk")])
                assert text == f"a b {number}"
            rig.model.reply("done")
            go_on.set()
            assert (await turn.run()).final_response == "done"


@pytest.mark.requirement("handler/withdrawn")
async def test_an_interrupt_cancels_the_handler_and_the_next_turn_works(tmp_path: Path) -> None:
    parked, cancelled = trio.Event(), trio.Event()

    async def park(params: CommandExecutionRequestApprovalParams) -> Decision:
        parked.set()
        try:
            await trio.sleep_forever()
        finally:
            cancelled.set()

    async with running(tmp_path, ServerRequestHandlers(command_execution=park)) as rig:
        thread = await rig.thread()
        rig.model.reply_command("touch x", escalated=True)
        turn = await thread.turn("go")
        await parked.wait()
        await turn.interrupt()
        result = await turn.run()
        await cancelled.wait()
        rig.model.reply("again")

        assert result.status == "interrupted"
        assert (await thread.run("once more")).final_response == "again"
        assert rig.codex.client.statistics().server_requests == 0


@pytest.mark.requirement("handler/failure-declines")
async def test_a_handler_that_raises_declines_and_fails_its_turn_only(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def explode(params: CommandExecutionRequestApprovalParams) -> Decision:
        await trio.lowlevel.checkpoint()
        raise LookupError("no such policy")

    async with running(tmp_path, ServerRequestHandlers(command_execution=explode)) as rig:
        thread, other = await rig.thread(), await rig.thread()
        gate = rig.model.gate()
        rig.model.reply_deltas(["still ", "here"], gate=gate, hold_after=1)
        quiet = await other.turn("talk")
        await gate.reached()
        rig.model.reply_command(f"touch {rig.outside / 'x'}", escalated=True, call_id="c1")
        rig.model.reply("went on")
        turn = await thread.turn("go")
        with pytest.raises(HandlerError, match="LookupError: no such policy") as caught:
            await turn.run()
        assert (await turn.run()).final_response == "went on"
        gate.open()

        assert (await quiet.run()).final_response == "still here"
        assert "rejected by user" in rig.model.requests[-1].tool_outputs["c1"]
        assert not (rig.outside / "x").exists()
    assert isinstance(caught.value.__cause__, LookupError)
    assert caught.value.method == "item/commandExecution/requestApproval"
    (record,) = [it for it in caplog.records if it.levelname == "ERROR"]
    assert record.exc_info is not None and record.exc_info[1] is caught.value.__cause__
    assert vars(record)["codex_turn_id"] == turn.id


async def test_a_handlers_failure_comes_out_of_the_stream_once(tmp_path: Path) -> None:
    async def wrong(params: CommandExecutionRequestApprovalParams) -> Decision:
        await trio.lowlevel.checkpoint()
        return "yes"  # type: ignore[return-value]

    async with running(tmp_path, ServerRequestHandlers(command_execution=wrong)) as rig:
        rig.model.reply_command("touch x", escalated=True)
        rig.model.reply("went on")
        turn = await (await rig.thread()).turn("go")
        with pytest.raises(HandlerError, match="item/commandExecution/requestApproval"):
            async for _ in turn.stream():
                pass
        methods = [event.method async for event in turn.stream()]

        assert methods[-1] == "turn/completed"
        assert (await turn.run()).final_response == "went on"


async def test_a_sub_agent_is_answered_by_its_parents_handlers(tmp_path: Path) -> None:
    asked: list[str] = []

    async def decline(params: CommandExecutionRequestApprovalParams) -> Decision:
        await trio.lowlevel.checkpoint()
        asked.append(params.thread_id)
        return Decision.decline

    # The client would accept: a sub-agent must not get around what its parent was given.
    async with running(tmp_path, ServerRequestHandlers.accept_all()) as rig:
        target = rig.outside / "made"
        thread = await rig.thread(handlers=ServerRequestHandlers(command_execution=decline))

        def script(request: ModelRequest) -> Reply:
            done = request.tool_outputs
            if request.thread_id != thread.id:
                if done:
                    return Reply(items=(model_items.message("child done"),))
                return Reply(items=(model_items.command(f"touch {target}", escalated=True),))
            if "wait" in done:
                return Reply(items=(model_items.message("parent done"),))
            if "spawn" in done:
                child = json.loads(done["spawn"])["agent_id"]
                name = "wait_agent"
                arguments: dict[str, JsonValue] = {"targets": [child]}
            else:
                name, arguments = "spawn_agent", {"message": "a part of it"}
            call_id = name.partition("_")[0]
            call = model_items.tool_call(
                name, arguments, namespace="multi_agent_v1", call_id=call_id
            )
            return Reply(items=(call,))

        rig.model.on_request(script)
        result = await thread.run("go")

        assert not target.exists()
    assert result.final_response == "parent done"
    assert len(asked) == 1 and asked != [thread.id]
