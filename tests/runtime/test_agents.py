"""Sub-agents of the real runtime end with the turn that started them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

import attrs
import pytest
import trio

from tests.runtime.helpers import held, statuses
from trio_codex import AsyncCodex, Codex
from trio_codex.testing import Gate, ModelRequest, ModelServer, isolated_config
from trio_codex.testing.model_server import items as model_items
from trio_codex.testing.model_server.replies import Reply, TokenUsage
from trio_codex.types import SubAgent, TurnStatus

if TYPE_CHECKING:
    from pathlib import Path

    from trio_codex import AppServerConfig, AsyncThread
    from trio_codex.types import JsonValue

IDLE: dict[str, int] = {}


@pytest.fixture
def config(model: ModelServer, tmp_path: Path) -> AppServerConfig:
    """As everywhere, and agents may start agents, which by default they may not."""
    config = isolated_config(model, home=tmp_path)
    assert isinstance(config.config_overrides, tuple)
    retries = "model_providers.loopback.stream_max_retries=2"
    overrides = (*config.config_overrides, "agents.max_depth=3", retries)
    return attrs.evolve(config, config_overrides=overrides)


def call(name: str, arguments: dict[str, JsonValue]) -> Reply:
    item = model_items.tool_call(
        name, arguments, namespace="multi_agent_v1", call_id=name.partition("_")[0]
    )
    return Reply(items=(item,))


@attrs.define
class Family:
    """A model whose turn starts a child, which starts a nested one; these two stop at gates."""

    model: ModelServer
    then: str = "wait"
    gate: Gate = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.gate = self.model.gate()
        self.model.on_request(self.reply)

    def reply(self, request: ModelRequest) -> Reply | None:
        done, said = request.tool_outputs, "\n".join(request.user_texts)
        if "nested bit" in said:
            return Reply(items=(model_items.message(deltas=["nested ", "done"]),), gate=self.gate)
        if "child bit" in said:
            if "spawn" not in done:
                return call("spawn_agent", {"message": "nested bit"})
            return Reply(items=(model_items.message(deltas=["child ", "done"]),), gate=self.gate)
        if "Go." not in said or "Again." in said:
            return None
        if "spawn" not in done:
            return call("spawn_agent", {"message": "child bit"})
        if self.then == "wait" and "wait" not in done:
            return call("wait_agent", {"targets": [json.loads(done["spawn"])["agent_id"]]})
        return Reply(items=(model_items.message("parent done"),))

    async def running(self) -> None:
        """Waits until the child and the nested agent have asked the model."""
        await self.until(lambda requests: sum("bit" in _said(r) for r in requests) >= 3)

    async def until(self, holds: Callable[[list[ModelRequest]], bool]) -> None:
        number = 1
        while not holds(self.model.requests):
            number = len(self.model.requests) + 1
            await self.model.wait_for_request(number)


def _said(request: ModelRequest) -> str:
    return "\n".join(request.user_texts)


async def listed(codex: AsyncCodex, agents: list[SubAgent]) -> list[str]:
    """Asks the server how the agents' turns ended."""
    found: list[str] = []
    for agent in agents:
        turns = await codex.request(
            "thread/turns/list", {"threadId": agent.thread_id, "itemsView": "notLoaded"}
        )
        found += [str(turn.status) for turn in turns.data if turn.id == agent.turn_id]
    return found


async def test_cancelling_a_run_interrupts_its_agents_on_the_server(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    family = Family(model)
    with trio.CancelScope() as scope:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(thread.run, "Go.")
            await family.running()
            scope.cancel()
    assert held(codex) == IDLE
    open_requests = [request for request in model.requests if not request.answered.is_set()]
    for request in open_requests:
        await request.disconnected.wait()
    assert list((await statuses(thread)).values()) == ["interrupted"]
    # Nobody has asked the model again: no parent was woken up by the end of its agent.
    assert len(model.requests) == 5
    model.reply("Next.")
    assert (await thread.run("Again.")).final_response == "Next."


@pytest.mark.parametrize("wait", [True, False])
async def test_leaving_the_block_interrupts_agents_nested_ones_included(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread, wait: bool
) -> None:
    family = Family(model, then="wait" if wait else "answer")
    async with thread.turn("Go.") as turn:
        await family.running()
        if not wait:
            assert (await turn.run()).final_response == "parent done"
        assert codex.statistics().agents == 2
        child, nested = turn.agents()
        assert (child.parent, nested.parent) == (thread.id, child.thread_id)
        assert [child.status, nested.status] == [TurnStatus.IN_PROGRESS] * 2
    assert [agent.status for agent in turn.agents()] == [TurnStatus.INTERRUPTED] * 2
    assert await listed(codex, turn.agents()) == ["interrupted"] * 2
    assert held(codex) == IDLE


async def test_an_agent_that_is_being_spawned_when_its_turn_is_left_is_interrupted(
    model: ModelServer, codex: AsyncCodex
) -> None:
    """Left at the moment of the call, the agent's turn may start after its parent's end."""
    Family(model)
    for moment in ("item/started", "item/completed") * 4:
        thread = await codex.thread_start(ephemeral=True)
        async with thread.turn("Go.") as turn:
            async for event in turn.stream():
                params = event.params
                assert isinstance(params, dict)
                item = params.get("item")
                if event.method == moment and isinstance(item, dict):
                    if item["type"] == "collabAgentToolCall":
                        break
        assert held(codex) == IDLE
        assert all(agent.status == TurnStatus.INTERRUPTED for agent in turn.agents())
    loaded = await codex.request("thread/loaded/list", {})
    for thread_id in loaded.data:
        shown = await codex.request("thread/read", {"threadId": thread_id})
        assert getattr(shown.thread.status, "type", None) == "idle"


async def test_agents_run_on_when_they_are_left_alone(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    family = Family(model)
    async with thread.turn("Go.", leave_agents=True) as turn:
        await family.running()
    family.gate.open()
    for agent in turn.agents():
        while await listed(codex, [agent]) != ["completed"]:
            pass  # only the server knows; the test is bounded
    assert held(codex) == IDLE


async def test_a_stream_yields_the_events_of_the_agents(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    family = Family(model, then="answer")
    family.gate.open()
    async with thread.turn("Go.") as turn:
        completed = {
            str(event.params["threadId"]): event.method
            async for event in turn.stream(agents=True)
            if isinstance(event.params, dict) and event.method == "turn/completed"
        }
    assert set(completed) == {thread.id, *(agent.thread_id for agent in turn.agents())}
    assert [agent.status for agent in turn.agents()] == [TurnStatus.COMPLETED] * 2


@attrs.define
class Counting:
    """A model that counts what it has answered in full, by thread.

    The root turn's thread starts an agent and waits for it; asked again it gives the agent more
    work, which stops at the gate. The agent's first answer breaks off and is retried.
    """

    model: ModelServer
    root_id: str
    gate: Gate = attrs.field(init=False)
    counted: dict[str, int] = attrs.Factory(dict)
    cut: set[str] = attrs.Factory(set)

    def __attrs_post_init__(self) -> None:
        self.gate = self.model.gate()
        self.model.on_request(self.reply)

    def reply(self, request: ModelRequest) -> Reply:
        thread_id = str(request.thread_id)
        reply = self.root(request) if thread_id == self.root_id else self.agent(request)
        usage = TokenUsage(input_tokens=100 * len(self.model.requests), output_tokens=7)
        if reply.gate is None and reply.disconnect_after is None:
            total = usage.input_tokens + usage.output_tokens
            self.counted[thread_id] = self.counted.get(thread_id, 0) + total
        return attrs.evolve(reply, usage=usage)

    def agent(self, request: ModelRequest) -> Reply:
        reply = Reply(items=(model_items.message(deltas=["child ", "done"]),))
        if "more work" in request.last_user_text:
            return attrs.evolve(reply, gate=self.gate, hold_after=1)
        if request.thread_id not in self.cut:
            self.cut.add(str(request.thread_id))
            return attrs.evolve(reply, disconnect_after=1)
        return reply

    def root(self, request: ModelRequest) -> Reply:
        done = request.tool_outputs
        if "spawn" not in done:
            return call("spawn_agent", {"message": "child bit"})
        agent = json.loads(done["spawn"])["agent_id"]
        if "wait" not in done:
            return call("wait_agent", {"targets": [agent]})
        if "Again." in _said(request) and "send" not in done:
            return call("send_input", {"target": agent, "message": "more work"})
        return Reply(items=(model_items.message("parent done"),))


async def test_the_tokens_of_agents_are_those_that_the_model_has_counted(
    model: ModelServer, thread: AsyncThread
) -> None:
    """Over retries, an agent that is given more work, and an interrupt in mid-answer."""
    counting = Counting(model, thread.id)
    result = await thread.run("Go.")
    async with thread.turn("Nothing more.") as turn:
        assert (await turn.run()).tokens == (await turn.run()).tokens_with_agents
    counted = dict(counting.counted)
    (agent_id,) = counted.keys() - {thread.id}
    assert result.tokens is not None and result.tokens_with_agents is not None
    agents = result.tokens_with_agents.total_tokens - result.tokens.total_tokens
    assert agents == counted[agent_id] > 0
    async with thread.turn("Again.") as turn:
        await counting.gate.reached()
        again = await turn.run()
    (agent,) = turn.agents()
    assert (agent.thread_id, agent.status) == (agent_id, TurnStatus.INTERRUPTED)
    # The agent's answer broke off, so the runtime was told no count of it.
    assert agent.tokens is None or agent.tokens.total_tokens == 0
    assert again.tokens is not None and again.tokens_with_agents == again.tokens
    assert again.tokens.total_tokens == counting.counted[thread.id] - counted[thread.id]


async def test_the_blocking_face_interrupts_agents_as_well(
    model: ModelServer, config: AppServerConfig
) -> None:
    family = Family(model)

    def work() -> list[SubAgent]:
        with Codex(config) as codex:
            with codex.thread_start().turn("Go.") as turn:
                trio.from_thread.run(family.running)
            assert codex.statistics().agents == 0
            return turn.agents()

    agents = await trio.to_thread.run_sync(work)
    assert [agent.status for agent in agents] == [TurnStatus.INTERRUPTED] * 2
