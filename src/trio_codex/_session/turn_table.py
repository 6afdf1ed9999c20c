"""Running turns by their ids and by their threads."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from .turn import TurnRoute

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["TurnTable"]


@final
class TurnTable:
    """The routes of the turns that run, found by turn id, by thread id, or by both.

    Attributes:
        by_turn: routes by turn id. After a fork two threads may each run a turn of one id: the
            first to be added is here, so a caller compares the thread as well.
    """

    def __init__(self) -> None:
        self.by_turn: dict[str, TurnRoute] = {}
        self._duplicates: dict[tuple[str, str], TurnRoute] = {}
        self._by_thread: dict[str, list[TurnRoute]] = {}

    def __len__(self) -> int:
        return len(self.by_turn) + len(self._duplicates)

    def __iter__(self) -> Iterator[TurnRoute]:
        return iter([*self.by_turn.values(), *self._duplicates.values()])

    def __contains__(self, route: TurnRoute) -> bool:
        return self.find(route.thread_id, route.turn_id) is route

    def find(self, thread_id: str, turn_id: str) -> TurnRoute | None:
        """Returns the route of a turn."""
        route = self.by_turn.get(turn_id)
        if route is not None and route.thread_id == thread_id:
            return route
        return self._duplicates.get((thread_id, turn_id)) if self._duplicates else None

    def named(self, turn_id: str) -> TurnRoute | None:
        """Returns the one route with this turn id; `None` also when two threads have one."""
        if any(turn_id == key[1] for key in self._duplicates):
            return None
        return self.by_turn.get(turn_id)

    def of_thread(self, thread_id: str) -> tuple[TurnRoute, ...]:
        """Returns the routes of a thread's turns."""
        return tuple(self._by_thread.get(thread_id, ()))

    def add(self, thread_id: str, turn_id: str) -> TurnRoute:
        """Adds the route of a turn that has none."""
        route = TurnRoute(thread_id, turn_id)
        if self.by_turn.setdefault(turn_id, route) is not route:
            self._duplicates[thread_id, turn_id] = route
        self._by_thread.setdefault(thread_id, []).append(route)
        return route

    def remove(self, route: TurnRoute) -> None:
        """Removes a route, if it is still there."""
        if route not in self:
            return
        if self.by_turn.get(route.turn_id) is route:
            del self.by_turn[route.turn_id]
        else:
            del self._duplicates[route.thread_id, route.turn_id]
        routes = self._by_thread[route.thread_id]
        routes.remove(route)
        if not routes:
            del self._by_thread[route.thread_id]

    def clear(self) -> None:
        """Removes every route."""
        self.by_turn.clear()
        self._duplicates.clear()
        self._by_thread.clear()
