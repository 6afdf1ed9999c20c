"""Async review handle: a code review with typed findings."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, final

import attrs

from .._hints import exported
from ..errors import InvalidArgumentError, InvalidRequestError, JsonRpcError
from .findings import Finding, read_report

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from .._session.stream import Message
    from ..protocol import JsonValue, ReviewDelivery, ReviewTarget
    from .app_server import AppServerClient
    from .result import TurnResult
    from .turn import AsyncTurnHandle, AsyncTurnStream

__all__ = ["AsyncReviewHandle", "ReviewResult", "check_repository", "review_params", "way_out"]


@final
@attrs.frozen(kw_only=True)
class ReviewResult:
    """The result of a code review.

    Attributes:
        findings: the findings, in the reviewer's order.
        explanation: the reviewer's overall explanation.
        correctness: the verdict, `patch is correct` or `patch is incorrect`; `None` when only the
            text of the review was sent. The JSON needs a thread with
            `experimental_raw_events=True`.
        confidence: how sure the reviewer is of the verdict, from 0 to 1; otherwise `None`.
        turn: the result of the review's turn; its `final_response` is the review as text.
    """

    findings: list[Finding]
    explanation: str
    correctness: str | None
    confidence: float | None
    turn: TurnResult

    def to_json(self) -> JsonValue:
        """Returns the result as plain JSON."""
        return {
            "findings": [finding.to_json() for finding in self.findings],
            "explanation": self.explanation,
            "correctness": self.correctness,
            "confidence": self.confidence,
            "turn": self.turn.to_json(),
        }


@final
class AsyncReviewHandle:
    """A code review on the server.

    As an async context manager it is the review's scope: leaving the block before the review has
    ended interrupts it. Without `async with` it runs on when its handle is dropped.

    Attributes:
        turn: the handle of the review's turn.
    """

    def __init__(self, client: AppServerClient, turn: AsyncTurnHandle) -> None:
        self._client = client
        self.turn: AsyncTurnHandle = turn

    @property
    def id(self) -> str:
        """The id of the review's turn."""
        return self.turn.id

    @property
    def thread_id(self) -> str:
        """The id of the thread the review runs on."""
        return self.turn.thread_id

    def __repr__(self) -> str:
        return f"<AsyncReviewHandle {self.id} of thread {self.thread_id}, {self.turn._state}>"

    async def __aenter__(self) -> Self:
        """Returns the handle; the block is the review's scope."""
        await self.turn.__aenter__()
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Interrupts the review if it still runs.

        Shielded from cancellation and bounded by `AppServerConfig.interrupt_timeout`.
        """
        await self.turn.__aexit__(exc_type, exc, traceback)  # noqa: ASYNC102 - shielded and bounded inside

    def stream(self, *, idle_timeout: float | None = None) -> AsyncTurnStream:
        """Iterates over the events of the review, as `AsyncTurnHandle.stream` does.

        Args:
            idle_timeout: seconds without progress after which the review counts as stalled.
                Default: no limit.

        Raises (while iterating):
            TurnStalledError: no event arrived for `idle_timeout` seconds.
            AppServerError: the connection has ended.
        """
        return self.turn.stream(idle_timeout=idle_timeout)

    async def run(self, *, idle_timeout: float | None = None) -> ReviewResult:
        """Waits for the end of the review and returns its result; may be called after `stream`.

        A review that was interrupted has no findings; `result.turn.status` says so.

        Args:
            idle_timeout: seconds without progress after which the review counts as stalled.
                Default: no limit.

        Raises:
            TurnFailedError: the review failed.
            TurnStalledError: no event arrived for `idle_timeout` seconds.
            AppServerError: the connection has ended.

        Cancelled, the review is interrupted on the server.
        """
        result = await self.turn.run(idle_timeout=idle_timeout)
        route = self.turn._channel.route
        replies = [] if route is None else [*map(_reply, route.kept)]
        shown = [getattr(item, "review", "") for item in result.items if _is_end(item)]
        report = read_report(replies, shown[-1] if shown else result.final_response or "")
        return ReviewResult(
            findings=report.findings,
            explanation=report.explanation,
            correctness=report.correctness,
            confidence=report.confidence,
            turn=result,
        )


def review_params(
    thread_id: str, target: ReviewTarget | str | None, delivery: ReviewDelivery | str | None
) -> dict[str, JsonValue]:
    """Returns the params of a review.

    Raises:
        InvalidArgumentError: the target names nothing.
    """
    from ..protocol.converter import outgoing

    wire: Any = {"type": "uncommittedChanges"} if target is None else outgoing(target)
    if isinstance(target, str):
        wire = {"type": "custom", "instructions": target}
    for key in ("instructions", "branch", "sha") if isinstance(wire, dict) else ():
        if key in wire and not str(wire[key]).strip():
            raise InvalidArgumentError(f"target needs a non-empty {key}, not {wire[key]!r}")
    params: dict[str, JsonValue] = {"threadId": thread_id, "target": wire}
    if delivery is not None:
        params["delivery"] = outgoing(delivery)
    return params


async def check_repository(client: AppServerClient, thread_id: str, target: JsonValue) -> None:
    """Checks that a review of changes is one of a repository, where the server can tell.

    The runtime starts such a review anyway, and its model then finds nothing to review.

    Raises:
        InvalidArgumentError: the thread's directory is in no repository.
    """
    if not isinstance(target, dict) or target.get("type") == "custom":
        return
    try:
        thread: Any = await client.call("thread/read", {"threadId": thread_id})
        places = thread["thread"].get("environments") or [{"environmentId": "local"}]
        if places[0].get("environmentId") != "local":
            return
        cwd = PurePosixPath(thread["thread"]["cwd"])
        if not cwd.is_absolute():
            return  # a server on Windows
        for path in (cwd, *cwd.parents):
            if await _is_repository(client, path):
                return
    except JsonRpcError:
        return  # an older runtime, or one that does not show its files
    raise InvalidArgumentError(
        f"there are no changes to review: {cwd} is in no Git repository; start the thread with "
        "cwd= in one, or pass what to review as text: review('Review main.py')"
    )


async def _is_repository(client: AppServerClient, path: PurePosixPath) -> bool:
    try:
        await client.call("fs/getMetadata", {"path": str(path / ".git" / "HEAD")})
    except JsonRpcError as error:
        if "(os error 2)" in error.message:
            return False
        if "(os error 20)" not in error.message:  # .git is a file: that of a worktree
            raise
    return True


def way_out(error: InvalidRequestError, thread_id: str) -> InvalidRequestError:
    """Adds to a refusal of the runtime what would do."""
    if "detached" not in error.message:
        return error
    hint = (
        f"{error.message}; use delivery='inline', or review on a fork: "
        f"(await codex.thread_fork({thread_id!r})).review()"
    )
    return InvalidRequestError(hint, code=error.code, data=error.data)


def _reply(params: Message) -> str:
    item: Any = params.get("item")
    if not isinstance(item, dict) or item.get("role") != "assistant":
        return ""
    parts = item.get("content")
    texts = [part.get("text") for part in parts or () if isinstance(part, dict)]
    return "".join(text for text in texts if isinstance(text, str))


def _is_end(item: object) -> bool:
    return getattr(item, "type", None) == "exitedReviewMode"


exported("trio_codex", AsyncReviewHandle, ReviewResult)
