"""Budgets: a limit on what turns may cost."""

from __future__ import annotations

from .._hints import exported
from .._session.budget import Budget
from ..errors import InvalidArgumentError
from .arguments import check_seconds

__all__ = ["budget"]


def budget(
    *, tokens: int | None = None, requests: int | None = None, seconds: float | None = None
) -> Budget:
    """Limits what the turns that are started in a `with` block may cost.

    For example::

        with budget(tokens=50_000) as spending:
            result = await thread.run("Fix the tests.")
        print(spending.spent.tokens)

    The turns of all threads and clients that the block, and the tasks started in it, start belong
    to the budget, with their sub-agents. Budgets may be nested: a turn counts in each. A request is
    charged when its response is complete, so a budget is passed by one request at most for each
    turn that runs; a request that the runtime has begun by then is cut off.

    Args:
        tokens: the largest number of tokens of all model requests.
        requests: the largest number of model requests.
        seconds: the longest time in which at least one of the turns runs.

    Raises:
        InvalidArgumentError: no limit is given, or one is not a positive number.
    """
    check_seconds("seconds", seconds)
    limits: dict[str, float] = {}
    for unit, limit in (("tokens", tokens), ("requests", requests)):
        if limit is not None:
            if isinstance(limit, bool) or not isinstance(limit, int) or limit <= 0:
                raise InvalidArgumentError(f"{unit} must be a positive int, not {limit!r:.80}")
            limits[unit] = limit
    if seconds is not None:
        limits["seconds"] = seconds
    if not limits:
        raise InvalidArgumentError("a budget needs a limit: tokens, requests or seconds")
    return Budget(limits)


exported("trio_codex", budget)
