"""What a child wrote to stderr is shown in errors and logs as text, never obeyed."""

from __future__ import annotations

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trio_codex import TransportClosedError
from trio_codex._transport.diagnostics import StderrTail


def _shown(text: str) -> str:
    tail = StderrTail()
    tail.feed(text.encode())
    return tail.text()


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("\x1b[31mred\x1b[0m", "red"),
        ("\x9b31mred\x9b0m", "red"),
        ("\x1b]0;title\x07text", "text"),
        ("\x1b]8;;http://evil\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9d0;title\x9ctext", "text"),
        ("\x1bPq#1\x1b\\text", "text"),
        ("\x1b(Btext\x1b=\x1bc", "text"),
        ("an end\r\nand more", "an end\nand more"),
        ("real error\rall is well", "real error\\rall is well"),
        ("safe\x08\x08\x08\x08evil", "safe\\x08\\x08\\x08\\x08evil"),
        ("\u202eevil\u2066", "\\u202eevil\\u2066"),
        ("zero\u200bwidth\u2028line", "zero\\u200bwidth\\u2028line"),
        ("bell\x07 nul\x00 del\x7f", "bell\\x07 nul\\x00 del\\x7f"),
        ("unfinished \x1b]0;title", "unfinished \\x1b]0;title"),
        ("tab\tgr\u00fc\u00dfe \u4f60 \U0001f600", "tab\tgr\u00fc\u00dfe \u4f60 \U0001f600"),
    ],
)
def test_controls_are_dropped_or_shown(written: str, shown: str) -> None:
    assert _shown(written) == shown


@given(st.text() | st.text(alphabet="\x1b\x9b\x9d\x9c\x07\r\b\n[]0;m\\a\u202e"))
def test_nothing_that_a_terminal_obeys_is_left(written: str) -> None:
    text = str(TransportClosedError("it ended", stderr_tail=_shown(written)))
    assert all(char.isprintable() or char in "\n\t" for char in text)


def test_log_records_are_clean_as_well(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "trio_codex.runtime")
    tail = StderrTail()
    tail.feed(b"\x1b[1mone\x1b[0m\r\ntwo\rthree\n\xe2\x80\xaefour")
    tail.finish()
    assert caplog.messages == ["one", "two\\rthree", "\\u202efour"]
