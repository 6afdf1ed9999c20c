"""What a batch takes and gives: the setup of a worker, one prompt, one record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar, final

import attrs

from .._client.inputs import turn_input
from .._config import AppServerConfig
from .._hints import exported
from .._schema.output import output_spec
from ..errors import AppServerError, InvalidArgumentError

if TYPE_CHECKING:
    from .. import RunInput, TurnResult
    from ..protocol import TokenUsageBreakdown

__all__ = ["Job", "TurnRecord", "WorkerLostError", "WorkerSetup", "lost_record", "make_jobs"]

OutputT = TypeVar("OutputT")


@final
class WorkerLostError(AppServerError):
    """The worker ended while it ran the prompt; nobody knows how far the turn came.

    The turn may have run commands, changed files and used tokens. The prompt was not repeated,
    because `retries` did not allow it.
    """


@final
@attrs.frozen(kw_only=True)
class TurnRecord(Generic[OutputT]):
    """The outcome of one prompt of a batch.

    Attributes:
        index: position of the prompt in the batch, from 0.
        prompt: the prompt.
        result: the result of the turn; `None` if there is none.
        error: what kept the prompt from a result: an error of the turn, `TimeoutError`,
            `WorkerLostError`, `asyncio.CancelledError` of a cancelled prompt, or an error of the
            cluster; otherwise `None`.
        worker: address or id of the worker that ran the prompt last; `None` if none began.
        attempts: number of times that a worker began the prompt.
        seconds: duration of the last attempt on its worker, the start of the thread included.
        tokens: tokens of the last attempt, sub-agents included, where the runtime reported them.
        possibly_repeated: whether an earlier attempt was lost together with its worker, so that
            what the prompt asks for may have been done twice.
    """

    index: int
    prompt: RunInput
    result: TurnResult[OutputT] | None = None
    error: BaseException | None = None
    worker: str | None = None
    attempts: int = 0
    seconds: float = 0.0
    tokens: TokenUsageBreakdown | None = None
    possibly_repeated: bool = False


def _contents(value: Mapping[str, bytes | str]) -> dict[str, bytes]:
    return {
        name: content.encode() if isinstance(content, str) else bytes(content)
        for name, content in dict(value).items()
    }


def _plain_names(_: object, field: attrs.Attribute[Any], value: Mapping[str, bytes]) -> None:
    for name in value:
        if not isinstance(name, str) or name in ("", ".", "..") or "/" in name or "\\" in name:
            raise InvalidArgumentError(
                f"{field.name}: {name!r} is not a file name; give plain names such as 'config.toml'"
            )


@attrs.frozen
class WorkerSetup:
    """How each worker starts its client.

    Attributes:
        config: configuration of the client; its CODEX_HOME is replaced by the worker's own.
        home_files: files of each new CODEX_HOME, by name. The contents cross the cluster's network
            and are readable by the worker's user only.
        thread_options: options of `thread_start` for every prompt.
    """

    config: AppServerConfig = attrs.field(factory=AppServerConfig)
    home_files: Mapping[str, bytes] = attrs.field(
        factory=dict, converter=_contents, validator=_plain_names, repr=lambda files: str([*files])
    )
    thread_options: Mapping[str, Any] = attrs.field(factory=dict, converter=dict)


@attrs.frozen
class Job:
    """One prompt, and how to run it."""

    index: int
    prompt: RunInput
    output_type: Any
    timeout: float | None
    attempts_allowed: int


def make_jobs(
    prompts: Iterable[RunInput], output_type: Any, timeout: float | None, retries: int
) -> list[Job]:
    """Returns the prompts as jobs; refuses mistakes before any worker starts."""
    if isinstance(prompts, str) or not isinstance(prompts, Iterable):
        raise TypeError(f"prompts must be a list of prompts, not {type(prompts).__name__}")
    if not isinstance(retries, int) or isinstance(retries, bool) or retries < 0:
        raise InvalidArgumentError(f"retries must be a whole number of 0 or more, not {retries!r}")
    if timeout is not None and not timeout > 0:
        raise InvalidArgumentError(f"timeout must be a positive number of seconds, not {timeout!r}")
    if output_type is not None:
        output_spec(output_type)
    jobs = [Job(n, prompt, output_type, timeout, retries + 1) for n, prompt in enumerate(prompts)]
    for job in jobs:
        turn_input(job.prompt)
    return jobs


def lost_record(job: Job, *, worker: str | None, attempts: int) -> TurnRecord[Any]:
    """Returns the record of a prompt whose worker was lost and that may not begin again."""
    error = WorkerLostError(
        f"prompt {job.index}: {worker or 'its worker'} was lost while it ran the prompt; the turn "
        f"may have taken effect. retries={job.attempts_allowed} would have repeated it."
    )
    return TurnRecord(
        index=job.index,
        prompt=job.prompt,
        error=error,
        worker=worker,
        attempts=attempts,
        possibly_repeated=attempts > 1,
    )


exported("trio_codex.scale", TurnRecord, WorkerLostError)
