"""An exception that is not about the value comes out of a union's members."""

from __future__ import annotations

from typing import Any

import pytest

from trio_codex.protocol._fast import closest, one_of


class Alarm(Exception):
    """What a signal handler raises between two lines."""


def alarmed(*_: Any) -> None:
    raise Alarm("time is up")


def test_a_read_that_a_signal_handler_interrupts_raises_what_it_raised() -> None:
    with pytest.raises(Alarm, match="time is up"):
        closest({}, [alarmed, dict])


def test_a_check_that_a_signal_handler_interrupts_raises_what_it_raised() -> None:
    with pytest.raises(Alarm, match="time is up"):
        one_of({}, False, [alarmed, lambda value, _: None])
