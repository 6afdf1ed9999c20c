"""Generated readers and checkers against plain cattrs: the same values fit, and become equal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.many_cases import by_domain
from tests.protocol.samples import TYPE_NAMES, fullest, smallest
from trio_codex.protocol import METHODS
from trio_codex.protocol._fast import FAULTS, MISFITS
from trio_codex.protocol._generated._index import MODULES
from trio_codex.protocol._mismatch import Mismatch, Outgoing
from trio_codex.protocol._plain import plain_converter
from trio_codex.protocol._types import find_type
from trio_codex.testing.strategies import json_values, near_misses, wire
from trio_codex.testing.strategies.misses import sites, turned

GENERATED = "trio_codex.protocol._generated"


def functions(kind: str) -> dict[str, Callable[..., Any]]:
    """The generated functions of a kind, `read` or `check`, by type."""
    found = {
        name: getattr(import_module(f"{GENERATED}.{kind}.{module}"), f"{kind}_{name}", None)
        for name, module in MODULES.items()
    }
    return {name: function for name, function in found.items() if function is not None}


READERS = functions("read")
CHECKERS = functions("check")


def test_every_type_that_a_method_names_has_its_function() -> None:
    for spec in METHODS.values():
        read, checked = spec.params_name, spec.result_name
        if spec.direction.startswith("client"):
            read, checked = checked, read
        assert read is None or read in READERS
        assert checked is None or checked in CHECKERS


def examples(name: str) -> Iterator[Any]:
    """JSON of a type: right, and wrong or newer in each place of the type itself in turn."""
    cls = find_type(name)
    yield smallest(name)
    for sample in fullest(name):
        yield sample
        for site in sites(cls, sample, ()):
            if len(site.named) <= 1:
                yield turned(sample, site).json
    yield from ([], {}, None, "text", 7, 1.5, True, [{}], {"type": "new"}, {"type": 5})


def agree_on_reading(name: str, value: Any) -> None:
    # Any other exception would come out of `structure` as it is.
    fast = outcome(lambda: READERS[name](value), MISFITS)
    assert fast == outcome(lambda: read(name, value), (Mismatch,)), value


def agree_on_checking(name: str, value: Any, *, experimental: bool = True) -> None:
    fast = outcome(lambda: CHECKERS[name](value, experimental), FAULTS)
    plain = outcome(lambda: read(name, value, Outgoing(experimental)), (Mismatch,))
    assert fast[0] == plain[0], value


def read(name: str, value: Any, out: Outgoing | None = None) -> Any:
    return plain_converter(out).structure(value, find_type(name))


def outcome(
    call: Callable[[], Any], refusals: tuple[type[Exception], ...]
) -> tuple[bool, type, Any]:
    """Whether a value fits, of which class it then is, and the value."""
    try:
        made = call()
    except refusals:
        return False, type(None), None
    return True, type(made), made


@pytest.mark.requirement("types/every-hook")
@by_domain(READERS)
def test_a_reader_and_plain_cattrs_read_the_same_values(name: str) -> None:
    for value in examples(name):
        agree_on_reading(name, value)


@by_domain(CHECKERS)
def test_a_checker_and_plain_cattrs_let_the_same_json_out(name: str) -> None:
    for value in examples(name):
        for experimental in (True, False):
            agree_on_checking(name, value, experimental=experimental)


def drawn(data: st.DataObject, name: str) -> Any:
    cls = find_type(name)
    misses = near_misses(cls).map(lambda miss: miss.json)
    return data.draw(st.one_of(wire(cls), wire(cls, newer=True), misses, json_values()))


@settings(max_examples=100, deadline=None)
@given(name=st.sampled_from(sorted(READERS)), data=st.data())
def test_a_reader_and_plain_cattrs_read_the_same_drawn_values(
    name: str, data: st.DataObject
) -> None:
    agree_on_reading(name, drawn(data, name))


@settings(max_examples=100, deadline=None)
@given(name=st.sampled_from(sorted(CHECKERS)), data=st.data(), experimental=st.booleans())
def test_a_checker_and_plain_cattrs_let_the_same_drawn_json_out(
    name: str, data: st.DataObject, experimental: bool
) -> None:
    agree_on_checking(name, drawn(data, name), experimental=experimental)


def test_every_generated_name_is_that_of_a_type() -> None:
    assert set(READERS) | set(CHECKERS) <= set(TYPE_NAMES)
