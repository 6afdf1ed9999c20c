"""Batches on a Dask cluster of real workers with real runtimes."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from typing import Any

import psutil
import pytest
from distributed import Client, LocalCluster

from tests.scale.conftest import BatchModel, assert_ended, held_reply, runtimes
from trio_codex import InvalidArgumentError, TurnFailedError
from trio_codex.scale import WorkerLostError
from trio_codex.scale.dask import map_turns
from trio_codex.testing import HttpFailure, ModelRequest, Reply


@pytest.fixture(scope="module")
def cluster() -> Iterator[Client]:
    with (
        LocalCluster(
            n_workers=2, threads_per_worker=4, dashboard_address=None, host="127.0.0.1"
        ) as local,
        Client(local) as client,
    ):
        yield client


def test_each_prompt_has_a_record_with_its_answer(cluster: Client, batch_model: BatchModel) -> None:
    batch_model.server.on_request(lambda request: f"answer to {request.last_user_text}")
    seen: list[int] = []
    with map_turns(
        cluster,
        [f"prompt {n}" for n in range(20)],
        on_result=lambda record: seen.append(record.index),
        **batch_model.options,
    ) as batch:
        assert len(batch) == 20
        records = [*batch]
    assert [record.index for record in records] == seen
    assert sorted(seen) == list(range(20))
    for record in records:
        assert record.error is None
        assert record.result is not None
        assert record.result.final_response == f"answer to prompt {record.index}"
        assert (record.attempts, record.possibly_repeated) == (1, False)
        assert record.tokens is not None
        assert record.seconds > 0
    assert len({record.worker for record in records}) == 2


def test_a_failed_turn_is_the_error_of_its_record_alone(
    cluster: Client, batch_model: BatchModel
) -> None:
    def answer(request: ModelRequest) -> Any:
        if "bad" in request.last_user_text:
            return Reply(failure=HttpFailure(status=400, body={"error": {"message": "refused"}}))
        return "fine"

    batch_model.server.on_request(answer)
    prompts = ["good", "bad", "good"]
    first, second, third = map_turns(cluster, prompts, **batch_model.options).wait()
    assert first.error is None
    assert third.error is None
    assert isinstance(second.error, TurnFailedError)
    assert second.result is not None


def test_a_prompt_that_takes_too_long_is_interrupted(
    cluster: Client, batch_model: BatchModel
) -> None:
    gate = batch_model.server.gate()
    batch_model.server.reply("late", gate=gate)
    [record] = map_turns(cluster, ["slow"], timeout=1.0, **batch_model.options).wait()
    assert isinstance(record.error, TimeoutError)
    batch_model.server.requests[0].disconnected.wait_blocking()


def test_cancelling_one_future_interrupts_its_turn_and_leaves_the_others(
    cluster: Client, batch_model: BatchModel
) -> None:
    gate = batch_model.server.gate()

    batch_model.server.reply("never", gate=gate)
    with map_turns(cluster, ["one", "two"], **batch_model.options) as batch:
        held = batch_model.server.wait_for_request()
        index = 0 if held.last_user_text == "one" else 1
        batch.futures[index].cancel()
        records = batch.wait()
        held.disconnected.wait_blocking()
    assert records[index].error is not None
    assert records[1 - index].error is None


def test_leaving_the_batch_interrupts_what_runs_and_begins_nothing_else(
    cluster: Client, batch_model: BatchModel
) -> None:
    gate = batch_model.server.gate()
    batch_model.server.on_request(lambda _: held_reply(gate))
    with map_turns(cluster, [f"{n}" for n in range(40)], **batch_model.options):
        held = [batch_model.server.wait_for_request(n) for n in range(1, 9)]
        started = runtimes()
    for request in held:
        request.disconnected.wait_blocking()
    assert_ended(started)
    assert len(batch_model.server.requests) == 8


def test_two_hundred_prompts_are_accounted_for_when_a_worker_is_killed(
    cluster: Client, batch_model: BatchModel
) -> None:
    batch_model.server.on_request(lambda request: f"answer to {request.last_user_text}")
    pids = cluster.run(os.getpid)
    records = []
    prompts = [f"prompt {n}" for n in range(200)]
    with map_turns(cluster, prompts, retries=2, **batch_model.options) as batch:
        for record in batch:
            records.append(record)
            if len(records) == 50:
                started = runtimes()
                os.kill(next(iter(pids.values())), signal.SIGKILL)
    assert sorted(record.index for record in records) == list(range(200))
    assert all(record.error is None for record in records)
    for record in records:
        assert record.possibly_repeated == (record.attempts > 1)
    assert any(record.attempts > 1 for record in records)
    assert_ended(started)


def test_without_retries_the_prompts_of_a_killed_worker_are_not_repeated(
    cluster: Client, batch_model: BatchModel
) -> None:
    gate = batch_model.server.gate()
    batch_model.server.on_request(lambda _: held_reply(gate))
    with map_turns(cluster, [f"{n}" for n in range(8)], **batch_model.options) as batch:
        for n in range(1, 9):
            batch_model.server.wait_for_request(n)
        killed = psutil.Process(next(iter(cluster.run(os.getpid).values())))
        started = [child for child in killed.children(recursive=True) if child.name() == "codex"]
        killed.kill()
        assert_ended(started)
        gate.open()
        records = batch.wait()
    lost = [record for record in records if isinstance(record.error, WorkerLostError)]
    assert len(lost) == 4
    assert all("retries=1 would have repeated it" in str(record.error) for record in lost)
    assert sum(record.error is None for record in records) == 4
    assert len(batch_model.server.requests) == 8


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"prompts": "one"}, "prompts must be a list of prompts, not str"),
        ({"prompts": [3]}, "input"),
        ({"retries": -1}, "retries must be a whole number of 0 or more, not -1"),
        ({"timeout": 0}, "timeout must be a positive number of seconds, not 0"),
        ({"home_files": {"../x": b""}}, "'../x' is not a file name"),
        ({"output_type": object}, "object"),
    ],
)
def test_mistakes_are_refused_before_anything_is_submitted(
    arguments: dict[str, Any], message: str
) -> None:
    with pytest.raises((InvalidArgumentError, TypeError), match=message):
        map_turns(None, **{"prompts": ["x"], **arguments})
