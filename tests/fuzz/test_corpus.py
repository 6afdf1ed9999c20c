"""The committed corpus goes through the fuzz target without a fuzzer."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fuzz import target
from tests.fuzz.__main__ import CORPUS
from tests.fuzz.target import examine
from tests.properties.examples import bounded

FILES = sorted(CORPUS.iterdir())


@pytest.mark.requirement("wire/any-bytes", "wire/fuzzed")
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_nothing_in_the_corpus_breaks_anything(file: Path) -> None:
    examine(file.read_bytes())


def test_the_corpus_reaches_every_kind_of_message() -> None:
    seen = {
        kind for file in FILES for kind, _, _ in target._received(file.read_bytes()[1:], 1 << 20)[0]
    }
    assert seen == {"notification", "request", "reply", "error"}
    failures = [target._received(file.read_bytes()[1:], 1 << 20)[1] for file in FILES]
    assert {failure is None for failure in failures} == {True, False}
    assert "too long" in failures


@pytest.mark.requirement("wire/any-bytes")
@bounded(200)
@given(st.sampled_from(FILES), st.integers(0, 10_000), st.binary(max_size=8), st.integers(0, 9))
def test_a_corpus_file_with_a_few_bytes_changed_breaks_nothing(
    file: Path, place: int, new: bytes, dropped: int
) -> None:
    data = file.read_bytes()
    at = place % (len(data) + 1)
    examine(data[:at] + new + data[at + dropped :])


@pytest.mark.requirement("wire/fuzzed")
def test_a_difference_between_cuts_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = iter([([1], None), ([2], None)])
    monkeypatch.setattr(target, "_received", lambda data, size: next(lines))
    with pytest.raises(AssertionError, match="where the bytes were cut"):
        examine(b"xyz")
