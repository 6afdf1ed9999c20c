"""Lines come out of bytes, wherever the bytes were cut."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trio_codex._wire import LineSplitter
from trio_codex.errors import ProtocolError

BYTES = st.lists(st.sampled_from([b"a", b"bc", b"\n", b"\r", b"\xe2\x80\xa8", b"\xc2\x85"])).map(
    b"".join
)


def cut(data: bytes, places: list[int]) -> list[bytes]:
    edges = [0, *sorted(place % (len(data) + 1) for place in places), len(data)]
    return [data[a:b] for a, b in itertools.pairwise(edges)]


def run(splitter: LineSplitter, chunks: list[bytes]) -> tuple[list[bytes], bool]:
    lines: list[bytes] = []
    try:
        for chunk in chunks:
            lines += splitter.feed(chunk)
    except ProtocolError:
        pass
    return lines, splitter.failure is not None


@pytest.mark.requirement("wire/framing")
@given(BYTES, st.lists(st.integers(0, 200)))
def test_lines_do_not_depend_on_where_the_bytes_were_cut(data: bytes, places: list[int]) -> None:
    splitter = LineSplitter(10_000)
    lines, failed = run(splitter, cut(data, places))
    assert not failed
    *expected, tail = data.split(b"\n")
    assert lines == expected
    assert splitter.buffered == len(tail)
    assert splitter.finish() == tail
    assert splitter.buffered == 0


@given(BYTES, st.lists(st.integers(0, 200)), st.integers(1, 6))
def test_the_limit_does_not_depend_on_where_the_bytes_were_cut(
    data: bytes, places: list[int], limit: int
) -> None:
    lines, failed = run(LineSplitter(limit), cut(data, places))
    expected: list[bytes] = []
    *whole, tail = data.split(b"\n")
    too_long = False
    for line in whole:
        if len(line) > limit:
            too_long = True
            break
        expected.append(line)
    assert lines == expected
    assert failed == (too_long or len(tail) > limit)


def test_a_line_of_exactly_the_limit_is_taken() -> None:
    splitter = LineSplitter(5)
    assert splitter.feed(b"123") == []
    assert splitter.feed(b"45\n12345\n") == [b"12345", b"12345"]


@pytest.mark.requirement("wire/long-lines")
def test_a_line_past_the_limit_names_both_sizes_and_shows_its_start() -> None:
    splitter = LineSplitter(5)
    assert splitter.feed(b"1234") == []
    with pytest.raises(ProtocolError, match=r"6 bytes or more .* limit of 5 bytes") as caught:
        splitter.feed(b"56")
    assert caught.value.line == b"123456"
    assert splitter.buffered == 0


def test_lines_before_one_that_is_too_long_are_not_lost() -> None:
    splitter = LineSplitter(5)
    assert splitter.feed(b"a\nb\n1234567\nc\n") == [b"a", b"b"]
    assert isinstance(splitter.failure, ProtocolError)
    with pytest.raises(ProtocolError, match="limit of 5 bytes"):
        splitter.feed(b"d\n")


def test_an_error_about_a_huge_line_keeps_only_its_start() -> None:
    splitter = LineSplitter(1_000_000)
    with pytest.raises(ProtocolError, match="limit of 1000000 bytes") as caught:
        for _ in range(20):
            splitter.feed(b"x" * 65536)
    assert len(caught.value.line) == 512


@pytest.mark.requirement("wire/long-lines")
def test_a_long_line_costs_as_many_pieces_as_it_came_in() -> None:
    # Joining at every chunk would copy 4096 times 128 KiB on average: the pieces are kept apart.
    splitter = LineSplitter(1 << 30)
    chunk = b"x" * 65536
    for _ in range(64):
        assert splitter.feed(chunk) == []
    pieces = splitter._pieces
    assert len(pieces) == 64
    assert all(piece is pieces[0] or piece == chunk for piece in pieces)
    (line,) = splitter.feed(b"\n")
    assert len(line) == 64 * 65536
    assert splitter.buffered == 0
