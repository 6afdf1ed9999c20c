"""Turns the number of examples asked for into settings: few and always the same, or many."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, settings

_ASKED = os.environ.get("TRIO_CODEX_EXAMPLES")

EXAMPLES = int(_ASKED or 3)
"""Examples of each type; `TRIO_CODEX_EXAMPLES=200` asks for more, and for other ones every time."""


def few(test: Callable[..., Any]) -> Callable[..., Any]:
    """Run a test on a few examples of one type of many: the same ones every time, in CI."""
    return bounded(EXAMPLES)(test)


def bounded(examples: int) -> settings:
    """Settings for so many examples, or for as many as were asked for."""
    return settings(
        max_examples=max(examples, EXAMPLES),
        derandomize=_ASKED is None,
        database=None,
        deadline=None,
        suppress_health_check=[
            HealthCheck.too_slow,
            HealthCheck.filter_too_much,
            HealthCheck.data_too_large,
            HealthCheck.large_base_example,
        ],
    )
