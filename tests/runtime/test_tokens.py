"""Token counts of turns, compared with those that the model server reported."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest

from tests.runtime.helpers import first_delta
from trio_codex import AsyncCodex, TurnFailedError
from trio_codex.testing import TokenUsage
from trio_codex.testing.model_server import items as model_items

if TYPE_CHECKING:
    from trio_codex import AppServerConfig, AsyncThread, TurnResult
    from trio_codex.testing import ModelServer

RETRIES = ("model_providers.loopback.stream_max_retries=2",)


@pytest.fixture
def config(config: AppServerConfig) -> AppServerConfig:
    """The fixture of this package, with retries."""
    return attrs.evolve(config, config_overrides=(*config.config_overrides, *RETRIES))


def used(number: int) -> TokenUsage:
    return TokenUsage(
        input_tokens=100 * number,
        cached_input_tokens=10 * number,
        output_tokens=7 * number,
        reasoning_output_tokens=number,
    )


class Bill:
    """What the model server has reported since the last look."""

    def __init__(self, model: ModelServer) -> None:
        self._model = model
        self._seen = 0

    def is_paid_by(self, result: TurnResult[Any]) -> bool:
        reported = self._model.usage_reported[self._seen :]
        self._seen += len(reported)
        tokens = result.tokens
        assert tokens is not None and reported
        assert tokens.input_tokens == sum(u.input_tokens for u in reported)
        assert tokens.cached_input_tokens == sum(u.cached_input_tokens for u in reported)
        assert tokens.output_tokens == sum(u.output_tokens for u in reported)
        assert tokens.reasoning_output_tokens == sum(u.reasoning_output_tokens for u in reported)
        assert tokens.total_tokens == tokens.input_tokens + tokens.output_tokens
        return True


async def test_a_turn_costs_all_its_requests_and_no_other_turns(
    model: ModelServer, thread: AsyncThread
) -> None:
    bill = Bill(model)
    for number in (1, 2):
        model.reply_items(model_items.command("true"), usage=used(number))
        model.reply_items(model_items.command("true"), usage=used(10 * number))
        model.reply("Done.", usage=used(100 * number))
        assert bill.is_paid_by(await thread.run("Go."))
    assert len(model.usage_reported) == 6


async def test_a_response_that_was_cut_off_costs_nothing(
    model: ModelServer, thread: AsyncThread
) -> None:
    bill = Bill(model)
    for number in (1, 2):
        model.reply_deltas(["half", "whole"], disconnect_after=1, usage=used(1000))
        model.reply_items(model_items.command("true"), usage=used(number))
        model.fail_stream()
        model.reply("Done.", usage=used(3 * number))
        assert bill.is_paid_by(await thread.run("Go."))


async def test_compactions_are_paid_by_their_turns(model: ModelServer, thread: AsyncThread) -> None:
    bill = Bill(model)
    model.reply("Done.", usage=used(1))
    assert bill.is_paid_by(await thread.run("Go."))
    model.reply("A summary.", usage=used(2))
    assert bill.is_paid_by(await (await thread.compact()).run())
    # Past the model's window the runtime compacts in the middle of the turn.
    model.reply_items(
        model_items.command("true"), usage=TokenUsage(input_tokens=250_000, output_tokens=1000)
    )
    model.reply("A summary.", usage=used(3))
    model.reply("Done.", usage=used(4))
    assert bill.is_paid_by(await thread.run("Go on."))
    assert len(model.usage_reported) == 5


async def test_steers_and_joins_are_paid_by_the_one_turn(
    model: ModelServer, thread: AsyncThread
) -> None:
    bill = Bill(model)
    model.reply("Before.", usage=used(5))
    assert bill.is_paid_by(await thread.run("Before."))
    model.reply_items(model_items.command("true"), usage=used(1))
    model.reply_deltas(["never ", "done"], gate=model.gate(), hold_after=1, usage=used(1000))
    gate = model.gate()
    model.reply_deltas(["neither ", "done"], gate=gate, hold_after=1, usage=used(1000))
    model.reply("Done.", usage=used(2))
    turn = await thread.turn("Go.")
    await first_delta(turn)
    await turn.steer("And this.")
    await gate.reached()
    joined = await thread.turn("And that.")
    result = await joined.run()
    assert bill.is_paid_by(result)
    assert (await turn.run()).tokens == result.tokens


@pytest.mark.parametrize("how", ["resume", "fork"])
@pytest.mark.parametrize("first", ["whole", "cut off", "refused", "after a tool"])
async def test_a_thread_with_a_past_pays_only_for_its_own_turns(
    model: ModelServer, config: AppServerConfig, how: str, first: str
) -> None:
    bill = Bill(model)
    async with AsyncCodex(config) as codex:
        thread = await codex.thread_start()
        for number in (1, 2):
            model.reply("Past.", usage=used(number))
            assert bill.is_paid_by(await thread.run("Go."))
    async with AsyncCodex(config) as codex:
        resumed = await getattr(codex, f"thread_{how}")(thread.id)
        if first == "cut off":
            model.reply_deltas(["half", "whole"], disconnect_after=1)
        elif first == "refused":
            model.fail_stream()
        elif first == "after a tool":
            model.reply_items(model_items.command("true"), usage=used(50))
            model.reply_deltas(["half", "whole"], disconnect_after=1)
        model.reply("Present.", usage=used(3))
        assert bill.is_paid_by(await resumed.run("Go."))
        model.reply("Present.", usage=used(4))
        assert bill.is_paid_by(await resumed.run("Go."))


async def test_interrupted_and_failed_turns_say_what_they_cost(
    model: ModelServer, thread: AsyncThread
) -> None:
    bill = Bill(model)
    gate = model.gate()
    model.reply_items(model_items.command("true"), usage=used(1))
    model.reply_deltas(["half ", "whole"], gate=gate, hold_after=1, usage=used(1000))
    turn = await thread.turn("Go.")
    await first_delta(turn)
    await turn.interrupt()
    assert bill.is_paid_by(await turn.run())
    model.reply_items(model_items.command("true"), usage=used(2))
    model.fail(400)
    with pytest.raises(TurnFailedError, match="400") as caught:
        await thread.run("Go.")
    assert bill.is_paid_by(caught.value.result)
