"""Example counts of the property tests: few and always the same, or as many as asked for."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, settings

__all__ = ["MANY_ASKED_FOR", "bounded", "few"]

_ASKED = os.environ.get("TRIO_CODEX_EXAMPLES")
MANY_ASKED_FOR = _ASKED is not None
"""Whether `TRIO_CODEX_EXAMPLES=200` asks for more examples, and for other ones every time."""


def few(test: Callable[..., Any]) -> Callable[..., Any]:
    """Run a test of one type of many on a few examples."""
    return bounded(3)(test)


def bounded(examples: int) -> settings:
    """Settings for so many examples, or for as many as were asked for."""
    return settings(
        max_examples=max(examples, int(_ASKED or 0)),
        derandomize=not MANY_ASKED_FOR,
        database=None,
        deadline=None,
        suppress_health_check=[
            HealthCheck.too_slow,
            HealthCheck.filter_too_much,
            HealthCheck.data_too_large,
            HealthCheck.large_base_example,
        ],
    )
