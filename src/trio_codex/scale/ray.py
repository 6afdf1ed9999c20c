"""Batches of prompts on a Ray cluster: one runtime per actor.

Needs the extra `ray`, and `trio_codex` on each node.
"""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, Any, TypeVar, final

import attrs
import ray
from ray.exceptions import RayActorError, TaskCancelledError

from .._config import AppServerConfig
from .._hints import exported
from ..errors import InvalidArgumentError
from ._batch import BatchBase
from ._records import Job, TurnRecord, WorkerSetup, lost_record, make_jobs
from ._worker import WorkerClient

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from .. import RunInput

__all__ = ["Batch", "map_turns"]

OutputT = TypeVar("OutputT")
_CLOSE_TIMEOUT = 30.0


class _Runtime:
    """An actor with one client. Its methods are coroutines, so that `ray.cancel` reaches a turn."""

    def __init__(self, setup: WorkerSetup, name: str) -> None:
        self._client = WorkerClient(setup, name=name)

    async def run(self, job: Job, attempts: int) -> TurnRecord[Any]:
        return await self._client.run(job, attempts=attempts)

    async def close(self) -> None:
        await self._client.aclose()


@attrs.frozen
class _Call:
    job: Job
    attempts: int
    number: int
    actor: Any


@final
class Batch(BatchBase[OutputT]):
    """The prompts of one `map_turns`: iterating yields each record when its prompt is done.

    Further prompts begin while the batch is iterated. Leaving the `with` block, or an iteration
    that ends early, interrupts the running turns, begins no others, and stops the actors.
    """

    def __init__(
        self,
        make_actor: Callable[[int], Any],
        actors: int,
        turns_per_actor: int,
        jobs: list[Job],
        on_result: Callable[[TurnRecord[OutputT]], object] | None,
    ) -> None:
        super().__init__(jobs, on_result)
        self._make_actor = make_actor
        self._actors = [make_actor(number) for number in range(actors)]
        self._free = deque([*range(actors)] * turns_per_actor)
        self._waiting = deque((job, 1) for job in jobs)
        self._running: dict[Any, _Call] = {}
        self._dropped: list[TurnRecord[OutputT]] = []
        self._begin()

    def _begin(self) -> None:
        while self._free and self._waiting:
            number = self._free.popleft()
            job, attempts = self._waiting.popleft()
            actor = self._actors[number]
            self._running[actor.run.remote(job, attempts)] = _Call(job, attempts, number, actor)

    def _next_records(self) -> Iterator[TurnRecord[OutputT]]:
        while self._running or self._dropped:
            if self._dropped:
                yield self._dropped.pop()
                continue
            [reference], _ = ray.wait(list(self._running), num_returns=1)
            call = self._running.pop(reference)
            self._free.append(call.number)
            record = self._record(reference, call)
            self._begin()
            if record is not None:
                yield record

    def _record(self, reference: Any, call: _Call) -> TurnRecord[OutputT] | None:
        """Returns the record of a call that ended, or `None` if its prompt begins again."""
        job = call.job
        try:
            record: TurnRecord[OutputT] = ray.get(reference)
        except RayActorError:
            if self._actors[call.number] is call.actor:
                self._actors[call.number] = self._make_actor(call.number)
            if call.attempts < job.attempts_allowed:
                self._waiting.appendleft((job, call.attempts + 1))
                return None
            return lost_record(job, worker=f"actor {call.number}", attempts=call.attempts)
        except TaskCancelledError:
            return _cancelled(job, call.attempts)
        except Exception as error:  # noqa: BLE001 (a record's error)
            return TurnRecord(
                index=job.index, prompt=job.prompt, error=error, attempts=call.attempts
            )
        return record

    def _cancel(self, indexes: list[int]) -> None:
        wanted = set(indexes)
        for reference, call in self._running.items():
            if call.job.index in wanted:
                ray.cancel(reference)
        kept = deque(entry for entry in self._waiting if entry[0].index not in wanted)
        dropped = [entry for entry in self._waiting if entry[0].index in wanted]
        self._waiting = kept
        self._dropped += [_cancelled(job, attempts - 1) for job, attempts in dropped]

    def _stop(self) -> None:
        # Each actor ends its turns first; one that does not answer is killed all the same, which
        # ends its runtime too.
        closing = [actor.close.remote() for actor in self._actors]
        ray.wait(closing, num_returns=len(closing), timeout=_CLOSE_TIMEOUT)
        for actor in self._actors:
            ray.kill(actor)


def _cancelled(job: Job, attempts: int) -> TurnRecord[Any]:
    error = asyncio.CancelledError("the prompt was cancelled")
    return TurnRecord(index=job.index, prompt=job.prompt, error=error, attempts=attempts)


def map_turns(
    cluster: str | None,
    prompts: Iterable[RunInput],
    *,
    output_type: Any = None,
    timeout: float | None = None,
    retries: int = 0,
    on_result: Callable[[TurnRecord[Any]], object] | None = None,
    config: AppServerConfig | None = None,
    home_files: Mapping[str, bytes | str] | None = None,
    thread_options: Mapping[str, Any] | None = None,
    actors: int = 2,
    turns_per_actor: int = 4,
) -> Batch[Any]:
    """Runs each prompt as a turn in a thread of its own, spread over actors.

    Each actor starts one runtime with an empty CODEX_HOME of its own. A turn that fails is its
    record's error; the others go on.

    Args:
        cluster: address for `ray.init`; `None` uses the connection that exists, or a local cluster.
        prompts: the inputs, as `Thread.run` takes them.
        output_type: type of the results' `output`, as for `Thread.run`.
        timeout: most seconds of one turn; a longer one is interrupted, its error is `TimeoutError`.
        retries: how often a prompt may begin again after its actor was lost. What the prompt asks
            for may then be done twice; the record says so. With 0, its error is `WorkerLostError`.
        on_result: called with each record, in the thread that iterates over the batch.
        config: configuration of the clients; its CODEX_HOME is replaced on each actor.
        home_files: files for each CODEX_HOME, such as `{"auth.json": ..., "config.toml": ...}`;
            they cross the cluster's network, so a cluster that gets a login needs TLS.
        thread_options: options of `thread_start`.
        actors: number of actors; each reserves one CPU.
        turns_per_actor: most turns that one actor runs at the same time.

    Raises:
        InvalidArgumentError: an argument is not valid; nothing was submitted.
        TypeError: `prompts` is not a list of prompts, or the output type has no JSON Schema.
    """
    jobs = make_jobs(prompts, output_type, timeout, retries)
    for name, value in (("actors", actors), ("turns_per_actor", turns_per_actor)):
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise InvalidArgumentError(f"{name} must be a whole number from 1, not {value!r}")
    setup = WorkerSetup(config or AppServerConfig(), home_files or {}, thread_options or {})
    if not ray.is_initialized():
        ray.init(cluster)
    # Without restarts and retries by Ray, which would repeat a prompt without a word in its record.
    # One more call than turns, so that `close` does not wait for one of them.
    remote = ray.remote(_Runtime).options(num_cpus=1, max_concurrency=turns_per_actor + 1)
    return Batch(
        lambda number: remote.remote(setup, f"actor {number}"),
        actors,
        turns_per_actor,
        jobs,
        on_result,
    )


exported("trio_codex.scale.ray", Batch, map_turns)
