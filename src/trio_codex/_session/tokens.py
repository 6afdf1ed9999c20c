"""Token accounting: what each turn cost, from the thread totals that the runtime reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, final

if TYPE_CHECKING:
    from collections.abc import Collection

    from ..protocol import JsonValue
    from .stream import Hook, Message

__all__ = ["TokenMeter", "TurnTokens"]

Counts: TypeAlias = "dict[str, int]"

# Above this many threads the oldest is forgotten: then its total counts as not known.
_THREADS = 4096
_ENDINGS = ("thread/closed", "thread/archived", "thread/deleted", "thread/reverted")
_NO_TOKENS: Counts = {"totalTokens": 0}
_MODEL_ITEMS = frozenset({"agentMessage", "reasoning", "plan", "contextCompaction"})


@final
class TurnTokens:
    """The tokens that one turn has cost so far.

    Attributes:
        turn_id: the turn's id.
        baseline: the thread's total before the turn; `None` until it is known.
        total: the thread's total now.
        requests: how many model requests have reported their tokens.
        doubtful: whether the next event decides the `baseline`.
        incomplete: whether some of the turn's updates were not received, so that its cost is not
            known.
    """

    __slots__ = ("baseline", "doubtful", "incomplete", "requests", "total", "turn_id")

    def __init__(self, turn_id: str, baseline: Counts | None) -> None:
        self.turn_id: str = turn_id
        self.baseline: Counts | None = baseline
        self.total: Counts | None = None
        self.requests: int = 0
        self.doubtful: bool = False
        self.incomplete: bool = False

    @property
    def cost(self) -> dict[str, JsonValue] | None:
        """The turn's counts by their names on the wire; `None` when none were reported."""
        total, before = self.total, self.baseline
        if total is None or before is None or self.incomplete:
            return None
        return {name: count - before.get(name, 0) for name, count in total.items()}


@final
class _Thread:
    """The total of a thread, and the state of the first turn that is seen of it."""

    __slots__ = ("open_items", "total", "turn", "worked")

    def __init__(self) -> None:
        self.total: Counts | None = None
        self.turn: TurnTokens | None = None
        self.open_items: frozenset[str] = frozenset()
        self.worked = False


@final
class TokenMeter:
    """Counts the tokens of turns; synchronous, and called by the reader.

    `thread/tokenUsage/updated` has two counts. `last`, of one model request, cannot be added up:
    the runtime sends it again when a response was cut off (before a retry, a steer or an
    interrupt), and with an estimate after a compaction. `total`, of the thread, is exact in all
    these cases, so a turn's cost is the difference between two totals.

    The total before a turn is that of the turn before it, and zero on a new thread. The total of a
    resumed or forked thread is not sent, so it is inferred from the first update. That is sent
    either for a complete response, and `total - last` is the baseline, or again for one that was
    cut off, and `total` is. In the latter case the model has left an item open, or an `error`
    follows although no tool has run.
    """

    def __init__(self) -> None:
        self._threads: dict[str, _Thread] = {}

    @property
    def hooks(self) -> dict[str, Hook]:
        """The callbacks for the params of notifications, by method."""
        return {
            "thread/started": self.on_thread_started,
            "item/started": self.on_item_started,
            "item/completed": self.on_item_completed,
            "error": self.on_error,
            **dict.fromkeys(_ENDINGS, self.on_thread_ended),
        }

    def update(self, params: Message) -> TurnTokens | None:
        """Processes an update and returns the tokens of the turn it names."""
        thread_id, turn_id = params.get("threadId"), params.get("turnId")
        usage = params.get("tokenUsage")
        if not (isinstance(thread_id, str) and isinstance(turn_id, str)):
            return None
        if not isinstance(usage, dict):
            return None
        total, last = _counts(usage.get("total")), _counts(usage.get("last"))
        thread = self._thread(thread_id)
        tokens = thread.turn
        if tokens is None or tokens.turn_id != turn_id:
            tokens = thread.turn = TurnTokens(turn_id, thread.total)
        if total is None or _is_older(total, thread.total):
            return tokens
        if thread.total is None or total["totalTokens"] > thread.total["totalTokens"]:
            tokens.requests += 1
        tokens.total = thread.total = total
        if tokens.baseline is None:
            if thread.open_items or last is None:
                tokens.baseline, tokens.requests = total, 0
            else:
                tokens.baseline = {name: count - last.get(name, 0) for name, count in total.items()}
                tokens.doubtful = not thread.worked
        return tokens

    def keep_only(self, thread_ids: Collection[str]) -> None:
        """Forgets the totals of all other threads: they may have changed unseen."""
        self._threads = {id: it for id, it in self._threads.items() if id in thread_ids}

    def join(self, thread_id: str, turn_id: str) -> TurnTokens:
        """Returns the tokens of a turn that was joined while it ran."""
        thread = self._thread(thread_id)
        if thread.turn is None or thread.turn.turn_id != turn_id:
            thread.turn = TurnTokens(turn_id, thread.total)
            thread.turn.incomplete = thread.total is None
        return thread.turn

    def on_thread_started(self, params: Message) -> None:
        """Notes a new thread, whose total is zero."""
        thread = params.get("thread")
        if isinstance(thread, dict) and thread.get("forkedFromId") is None:
            if not thread.get("turns") and isinstance(thread.get("id"), str):
                known = self._thread(str(thread["id"]))
                known.total = known.total or _NO_TOKENS

    def on_thread_ended(self, params: Message) -> None:
        """Forgets a thread."""
        self._threads.pop(str(params.get("threadId")), None)

    def on_item_started(self, params: Message) -> None:
        """Notes an item that the model has begun, where the total is not known."""
        thread, item = self._undecided(params), params.get("item")
        if thread is None or not isinstance(item, dict):
            return
        if thread.turn is not None:
            thread.turn.doubtful = False
        if item.get("type") in _MODEL_ITEMS:
            thread.open_items |= {str(item.get("id"))}
        elif item.get("type") != "userMessage":
            thread.worked = True

    def on_item_completed(self, params: Message) -> None:
        """Notes an item that the model has finished, where the total is not known."""
        thread, item = self._undecided(params), params.get("item")
        if thread is not None and isinstance(item, dict):
            thread.open_items -= {str(item.get("id"))}

    def on_error(self, params: Message) -> None:
        """Notes that a response was cut off."""
        thread = self._undecided(params)
        if thread is None:
            return
        thread.open_items = frozenset()
        if thread.turn is not None and thread.turn.doubtful:
            thread.turn.doubtful = False
            thread.turn.requests -= 1
            thread.turn.baseline = thread.turn.total

    def _undecided(self, params: Message) -> _Thread | None:
        thread_id = params.get("threadId")
        if not isinstance(thread_id, str):
            return None
        thread = self._thread(thread_id)
        decided = thread.total is not None and (thread.turn is None or not thread.turn.doubtful)
        return None if decided else thread

    def _thread(self, thread_id: str) -> _Thread:
        thread = self._threads.get(thread_id)
        if thread is None:
            thread = self._threads[thread_id] = _Thread()
            if len(self._threads) > _THREADS:
                del self._threads[next(iter(self._threads))]
        return thread


def _counts(value: JsonValue) -> Counts | None:
    if not isinstance(value, dict) or type(value.get("totalTokens")) is not int:
        return None
    return {name: count for name, count in value.items() if type(count) is int}


def _is_older(total: Counts, known: Counts | None) -> bool:
    # Events that were held for a pending start come here twice.
    return known is not None and total["totalTokens"] < known["totalTokens"]
