"""Batches of prompts on a Dask cluster: one runtime per worker.

Needs the extra `dask`, and `trio_codex` on the scheduler and on each worker.
"""

from __future__ import annotations

import asyncio
import uuid
from typing import TYPE_CHECKING, Any, TypeVar, final

from distributed import (
    Client,
    Future,
    KilledWorker,
    SchedulerPlugin,
    WorkerPlugin,
    as_completed,
    get_worker,
)

from .._config import AppServerConfig
from .._hints import exported
from ._batch import BatchBase
from ._records import Job, TurnRecord, WorkerSetup, lost_record, make_jobs
from ._worker import WorkerClient

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from distributed import Scheduler, Worker

    from .. import RunInput

__all__ = ["Batch", "map_turns"]

OutputT = TypeVar("OutputT")
_BEGIN = "trio_codex_begin"


class _Attempts(SchedulerPlugin):
    """Keeps on the scheduler which workers began each prompt.

    Dask runs a task again whenever its worker is lost, whatever the task has done by then. With
    this list the next worker declines a prompt that may not be repeated. The list is not on a
    worker, because it would be lost together with the worker.
    """

    name = "trio-codex-attempts"
    idempotent = True

    def __init__(self) -> None:
        self._workers: dict[str, list[str]] = {}

    async def start(self, scheduler: Scheduler) -> None:
        scheduler.handlers[_BEGIN] = self.begin

    async def begin(self, key: str, worker: str, allowed: int) -> list[str]:
        """Adds the worker, if another attempt is allowed, and returns those that began earlier."""
        workers = self._workers.setdefault(key, [])
        earlier = list(workers)
        if len(earlier) < allowed:
            workers.append(worker)
        return earlier

    def transition(self, key: Any, start: str, finish: str, *args: Any, **kwargs: Any) -> None:  # noqa: ARG002
        if finish == "forgotten":
            self._workers.pop(key, None)


class _Runtime(WorkerPlugin):
    """The client of one worker for one batch.

    `Future.cancel()` does not reach a running task, but it changes the task's state on its worker:
    this plugin cancels the turn at that transition.
    """

    def __init__(self, name: str, setup: WorkerSetup) -> None:
        self.name = name
        self._setup = setup
        self._client: WorkerClient
        self._running: dict[str, asyncio.Task[TurnRecord[Any]]]

    def setup(self, worker: Worker) -> None:
        directory = worker.local_directory
        self._client = WorkerClient(self._setup, name=worker.address, directory=directory)
        self._running = {}

    async def teardown(self, worker: Worker) -> None:  # noqa: ARG002
        await self._client.aclose()

    def transition(self, key: Any, start: str, finish: str, **kwargs: Any) -> None:  # noqa: ARG002
        if finish == "cancelled" and key in self._running:
            self._running[key].cancel()

    async def run(self, worker: Worker, key: str, job: Job) -> TurnRecord[Any]:
        earlier = await worker.scheduler.trio_codex_begin(
            key=key, worker=worker.address, allowed=job.attempts_allowed
        )
        if len(earlier) >= job.attempts_allowed:
            return lost_record(job, worker=earlier[-1], attempts=len(earlier))
        turn = asyncio.ensure_future(self._client.run(job, attempts=len(earlier) + 1))
        self._running[key] = turn
        try:
            # The turn's own cancellation is its record's error; one of this task is passed on.
            return await turn
        finally:
            del self._running[key]


async def _run(job: Job, *, batch: str) -> TurnRecord[Any]:
    worker = get_worker()
    runtime: _Runtime = worker.plugins[batch]
    return await runtime.run(worker, f"{batch}-{job.index}", job)


@final
class Batch(BatchBase[OutputT]):
    """The prompts of one `map_turns`: iterating yields each record when its prompt is done.

    Leaving the `with` block, or an iteration that ends early, cancels the prompts that are not
    done: running turns are interrupted, waiting ones do not begin. The runtimes of the batch stop
    with it.

    Attributes:
        futures: the Dask future of each prompt, in their order; `futures[3].cancel()` interrupts
            the fourth prompt, `distributed.progress(batch.futures)` shows Dask's progress bar.
    """

    def __init__(
        self,
        client: Client,
        name: str,
        jobs: list[Job],
        on_result: Callable[[TurnRecord[OutputT]], object] | None,
        *,
        closes_client: bool,
    ) -> None:
        super().__init__(jobs, on_result)
        self._client = client
        self._closes_client = closes_client
        self._name = name
        keys = [f"{name}-{job.index}" for job in jobs]
        self.futures: list[Any] = client.map(_run, jobs, key=keys, pure=False, batch=name)

    def _next_records(self) -> Iterator[TurnRecord[OutputT]]:
        jobs = {future.key: job for future, job in zip(self.futures, self._jobs, strict=True)}
        for future in as_completed(self.futures):
            yield self._record(jobs[future.key], future)

    def _record(self, job: Job, future: Future) -> TurnRecord[OutputT]:
        try:
            record: TurnRecord[OutputT] = future.result()
        except KilledWorker as error:
            return lost_record(job, worker=error.last_worker.address, attempts=job.attempts_allowed)
        except (Exception, asyncio.CancelledError) as error:  # noqa: ASYNC103, BLE001
            # Not a cancellation of this thread: the outcome of the prompt.
            return TurnRecord(index=job.index, prompt=job.prompt, error=error)  # noqa: ASYNC104
        return record

    def _cancel(self, indexes: list[int]) -> None:
        self._client.cancel([self.futures[index] for index in indexes])

    def _stop(self) -> None:
        self._client.unregister_worker_plugin(self._name)
        if self._closes_client:
            self._client.close()


def map_turns(
    cluster: Any,
    prompts: Iterable[RunInput],
    *,
    output_type: Any = None,
    timeout: float | None = None,
    retries: int = 0,
    on_result: Callable[[TurnRecord[Any]], object] | None = None,
    config: AppServerConfig | None = None,
    home_files: Mapping[str, bytes | str] | None = None,
    thread_options: Mapping[str, Any] | None = None,
) -> Batch[Any]:
    """Runs each prompt as a turn in a thread of its own, spread over the workers of a cluster.

    Each worker starts one runtime with an empty CODEX_HOME of its own, and runs as many turns at
    once as it has threads. A turn that fails is its record's error; the others go on.

    Args:
        cluster: a `distributed.Client`, or a cluster or scheduler address to connect one to.
        prompts: the inputs, as `Thread.run` takes them.
        output_type: type of the results' `output`, as for `Thread.run`.
        timeout: most seconds of one turn; a longer one is interrupted, its error is `TimeoutError`.
        retries: how often a prompt may begin again after its worker was lost. What the prompt asks
            for may then be done twice; the record says so. With 0, its error is `WorkerLostError`.
        on_result: called with each record, in the thread that iterates over the batch.
        config: configuration of the clients; its CODEX_HOME is replaced on each worker.
        home_files: files for each CODEX_HOME, such as `{"auth.json": ..., "config.toml": ...}`;
            they cross the cluster's network, so a cluster that gets a login needs TLS.
        thread_options: options of `thread_start`.

    Raises:
        InvalidArgumentError: an argument is not valid; nothing was submitted.
        TypeError: `prompts` is not a list of prompts, or the output type has no JSON Schema.
    """
    jobs = make_jobs(prompts, output_type, timeout, retries)
    setup = WorkerSetup(config or AppServerConfig(), home_files or {}, thread_options or {})
    client = cluster if isinstance(cluster, Client) else Client(cluster)
    name = f"trio-codex-{uuid.uuid4().hex}"
    client.register_plugin(_Attempts())
    client.register_plugin(_Runtime(name, setup), name=name)
    return Batch(client, name, jobs, on_result, closes_client=client is not cluster)


exported("trio_codex.scale.dask", Batch, map_turns)
