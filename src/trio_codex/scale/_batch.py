"""What the batches of all clusters have in common: collecting records, leaving."""

from __future__ import annotations

import abc
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from ..errors import InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

    from ._records import Job, TurnRecord

__all__ = ["BatchBase"]

OutputT = TypeVar("OutputT")


class BatchBase(abc.ABC, Generic[OutputT]):
    """The records of one batch, as its prompts are done."""

    def __init__(
        self, jobs: list[Job], on_result: Callable[[TurnRecord[OutputT]], object] | None
    ) -> None:
        self._jobs = jobs
        self._on_result = on_result
        self._done: dict[int, TurnRecord[OutputT]] = {}
        self._closed = False

    def __len__(self) -> int:
        return len(self._jobs)

    def __repr__(self) -> str:
        return f"<Batch of {len(self)} prompts, {len(self._done)} done>"

    @abc.abstractmethod
    def _next_records(self) -> Iterator[TurnRecord[OutputT]]:
        """Yields the records that are not in `_done`, as their prompts are done."""

    @abc.abstractmethod
    def _cancel(self, indexes: list[int]) -> None: ...

    @abc.abstractmethod
    def _stop(self) -> None: ...

    def __iter__(self) -> Iterator[TurnRecord[OutputT]]:
        """Yields the records in the order in which the prompts are done; blocks for the next one.

        An iteration that ends early closes the batch. Iterating again yields what was done.
        """
        yield from list(self._done.values())
        if self._closed:
            return
        try:
            for record in self._next_records():
                self._done[record.index] = record
                if self._on_result is not None:
                    self._on_result(record)
                yield record
        finally:
            self.close()

    def wait(self) -> list[TurnRecord[OutputT]]:
        """Returns the records in the order of the prompts, when all are done."""
        for _ in self:
            pass
        return [self._done[index] for index in sorted(self._done)]

    def cancel(self, index: int | None = None) -> None:
        """Cancels one prompt, or all; does not wait.

        A running turn is interrupted, a prompt that waits does not begin. The record's error is a
        `CancelledError`.

        Args:
            index: position of the prompt, from 0; default: all prompts.

        Raises:
            InvalidArgumentError: there is no prompt at the index.
        """
        if index is not None and not 0 <= index < len(self):
            raise InvalidArgumentError(f"index must be from 0 to {len(self) - 1}, not {index!r}")
        wanted = range(len(self)) if index is None else [index]
        self._cancel([each for each in wanted if each not in self._done])

    def close(self) -> None:
        """Cancels what is not done and stops the batch's runtimes; closing again is harmless."""
        if not self._closed:
            self._closed = True
            self.cancel()
            self._stop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()
