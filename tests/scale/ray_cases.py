"""Batches on a Ray of two actors with real runtimes."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from typing import Any

import psutil
import pytest
import ray

from tests.scale.conftest import BatchModel, assert_ended, held_reply, runtimes
from trio_codex import InvalidArgumentError
from trio_codex.scale import WorkerLostError
from trio_codex.scale.ray import map_turns


@pytest.fixture(scope="module", autouse=True)
def cluster() -> Iterator[None]:
    ray.init(
        num_cpus=2,
        include_dashboard=False,
        _node_ip_address="127.0.0.1",
        logging_level="ERROR",
        runtime_env={"env_vars": {"PYTHONPATH": os.pathsep.join(["src", "."])}},
    )
    yield
    ray.shutdown()


def test_two_hundred_prompts_are_accounted_for_when_an_actor_is_killed(
    batch_model: BatchModel,
) -> None:
    batch_model.server.on_request(lambda request: f"answer to {request.last_user_text}")
    records = []
    prompts = [f"prompt {n}" for n in range(200)]
    started: list[psutil.Process] = []
    with map_turns(None, prompts, retries=2, **batch_model.options) as batch:
        for record in batch:
            records.append(record)
            if len(records) == 50:
                started = runtimes()
                started[0].parent().kill()  # type: ignore[union-attr]
    assert sorted(record.index for record in records) == list(range(200))
    for record in records:
        assert record.error is None
        assert record.result is not None
        assert record.result.final_response == f"answer to {record.prompt}"
        assert record.possibly_repeated == (record.attempts > 1)
    assert any(record.attempts > 1 for record in records)
    assert_ended(started)


def test_cancelling_one_prompt_interrupts_its_turn_and_leaves_the_others(
    batch_model: BatchModel,
) -> None:
    batch_model.server.reply("never", gate=batch_model.server.gate())
    with map_turns(None, ["one", "two"], **batch_model.options) as batch:
        held = batch_model.server.wait_for_request()
        index = 0 if held.last_user_text == "one" else 1
        batch.cancel(index)
        records = batch.wait()
        held.disconnected.wait_blocking()
    assert isinstance(records[index].error, asyncio.CancelledError)
    assert records[1 - index].error is None


def test_leaving_the_batch_interrupts_what_runs_and_begins_nothing_else(
    batch_model: BatchModel,
) -> None:
    gate = batch_model.server.gate()
    batch_model.server.on_request(lambda _: held_reply(gate))
    with map_turns(None, [f"{n}" for n in range(40)], **batch_model.options):
        held = [batch_model.server.wait_for_request(n) for n in range(1, 9)]
        started = runtimes()
    for request in held:
        request.disconnected.wait_blocking()
    assert_ended(started)
    assert len(batch_model.server.requests) == 8


def test_without_retries_the_prompts_of_a_killed_actor_are_not_repeated(
    batch_model: BatchModel,
) -> None:
    gate = batch_model.server.gate()
    batch_model.server.on_request(lambda _: held_reply(gate))
    with map_turns(None, [f"{n}" for n in range(8)], **batch_model.options) as batch:
        for n in range(1, 9):
            batch_model.server.wait_for_request(n)
        runtime = runtimes()[0]
        runtime.parent().kill()  # type: ignore[union-attr]
        assert_ended([runtime])
        gate.open()
        records = batch.wait()
    lost = [record for record in records if isinstance(record.error, WorkerLostError)]
    assert len(lost) == 4
    assert sum(record.error is None for record in records) == 4
    assert len(batch_model.server.requests) == 8


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"actors": 0}, "actors must be a whole number from 1, not 0"),
        ({"turns_per_actor": True}, "turns_per_actor must be a whole number from 1, not True"),
        ({"retries": -1}, "retries must be a whole number of 0 or more, not -1"),
    ],
)
def test_mistakes_are_refused_before_anything_is_submitted(
    arguments: dict[str, Any], message: str
) -> None:
    with pytest.raises(InvalidArgumentError, match=message):
        map_turns(None, ["x"], **arguments)
