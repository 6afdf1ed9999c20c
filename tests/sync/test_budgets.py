"""Budgets of the blocking client and of asyncio: they reach the turns through the Trio thread."""

from __future__ import annotations

import asyncio

import pytest

from trio_codex import AppServerConfig, BudgetExceededError, Codex, budget
from trio_codex.aio import AsyncCodex
from trio_codex.testing import BlockingModelServer, TokenUsage
from trio_codex.testing.model_server import items as model_items

USED = TokenUsage(input_tokens=10, output_tokens=5)


def work(model: BlockingModelServer) -> None:
    model.reply_items(model_items.command("true"), usage=USED)
    model.reply_deltas(["half", "whole"], gate=model.gate(), hold_after=1)


@pytest.mark.requirement("budget/clients")
def test_a_budget_of_a_blocking_caller_ends_its_turn(
    model: BlockingModelServer, codex: Codex
) -> None:
    work(model)
    thread = codex.thread_start()
    with pytest.raises(BudgetExceededError, match="10 tokens"), budget(tokens=10) as spending:
        thread.run("Go.")
    assert spending.spent.tokens == 15


@pytest.mark.requirement("budget/clients")
def test_a_budget_of_an_asyncio_program_ends_its_turns(
    model: BlockingModelServer, config: AppServerConfig
) -> None:
    work(model)

    async def main() -> None:
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()
            with pytest.raises(BudgetExceededError, match="10 tokens"), budget(tokens=10) as b:
                async with thread.turn("Go.") as turn:
                    async for _ in turn.stream():
                        pass
            assert b.spent.tokens == 15

    asyncio.run(main())
