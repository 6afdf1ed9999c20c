"""Strategies: valid values of every type, JSON of a newer server, and mistakes with a path."""

from __future__ import annotations

import json
import re
from functools import partial
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable

from tests.many_cases import by_domain
from tests.properties.contract import DEFINITIONS, NAMES, validator
from tests.properties.examples import bounded, few
from tests.protocol.samples import fullest
from trio_codex import protocol
from trio_codex.errors import InvalidArgumentError, ShapeError
from trio_codex.protocol import MethodSpec
from trio_codex.protocol._generated._index import MODULES
from trio_codex.protocol._mismatch import Mismatch, Outgoing
from trio_codex.protocol._plain import plain_converter
from trio_codex.protocol.converter import check_params, structure, unstructure
from trio_codex.testing.strategies import NearMiss, from_type, near_misses, wire
from trio_codex.testing.strategies.misses import sites, turned
from trio_codex.testing.strategies.values import UNKNOWN_PREFIX

TYPES = sorted(MODULES)
any_type = st.sampled_from(TYPES)


@pytest.mark.requirement("testing/strategies")
@by_domain(TYPES)
def test_values_of_every_type_are_drawn(name: str) -> None:
    cls = getattr(protocol, name)

    @few
    @given(value=from_type(cls))
    def check(value: Any) -> None:
        back = unstructure(value)
        # Not the value: of two look-alikes the JSON may fit the other one as well.
        assert unstructure(structure(back, cls)) == back
        if name in NAMES and cls is not str:
            validator(name).validate(back)

    check()


@pytest.mark.requirement("testing/strategies", "compatibility/unknown-kept")
@bounded(200)
@given(name=any_type, data=st.data())
def test_json_of_a_newer_server_is_kept(name: str, data: st.DataObject) -> None:
    cls = getattr(protocol, name)
    sent = data.draw(wire(cls, newer=True))
    assert keeps(unstructure(structure(sent, cls)), sent)


@pytest.mark.requirement(
    "types/near-misses", "types/own-shapes", "types/paths", "types/strict", "types/unknown-keys"
)
@by_domain(TYPES)
def test_every_near_miss_of_a_type_is_refused_at_its_path_or_kept(name: str) -> None:
    """Every mistake in the type itself: the types it refers to are checked as themselves."""
    cls = getattr(protocol, name)
    for sample in fullest(name):
        for site in sites(cls, sample, ()):
            if len(site.named) <= 1:
                check_miss(name, turned(sample, site))


@bounded(200)
@given(name=any_type, data=st.data())
def test_a_near_miss_at_any_depth_is_refused_at_its_path_or_kept(
    name: str, data: st.DataObject
) -> None:
    check_miss(name, data.draw(near_misses(getattr(protocol, name))))


def check_miss(name: str, miss: NearMiss) -> None:
    received(getattr(protocol, name), miss)
    sent(name, miss)


def received(cls: Any, miss: NearMiss) -> None:
    if miss.refused_in:
        with pytest.raises(ShapeError, match=r"found|missing|has no key") as caught:
            structure(miss.json, cls)
        assert caught.value.path == miss.path
    else:
        assert keeps(unstructure(structure(miss.json, cls)), miss.json)


def sent(name: str, miss: NearMiss) -> None:
    if not isinstance(miss.json, dict):
        # No method takes such params; it stands somewhere inside of params.
        outgoing(name, miss)
        return
    spec = MethodSpec("a/method", "client_request", name, None)
    if not miss.refused_out:
        assert check_params(spec, miss.json) == miss.json
        return
    with pytest.raises(InvalidArgumentError, match=r"found|missing|has no key") as caught:
        check_params(spec, miss.json)
    assert f"a/method: {miss.path}: " in str(caught.value)


def outgoing(name: str, miss: NearMiss) -> None:
    check = partial(plain_converter(Outgoing()).structure, miss.json, getattr(protocol, name))
    if miss.refused_out:
        with pytest.raises(Mismatch, match=r"found|missing|has no key") as caught:
            check()
        assert caught.value.path == miss.path
    else:
        check()


def keeps(back: Any, sent: Any) -> bool:
    """Whether everything that was sent is there, but for unknown keys and nulls."""
    if isinstance(sent, dict):
        return isinstance(back, dict) and all(
            keeps(back[key], value)
            if key in back
            else value is None or key == f"{UNKNOWN_PREFIX} key"
            for key, value in sent.items()
        )
    if isinstance(sent, list):
        return isinstance(back, list) and len(back) == len(sent) and all(map(keeps, back, sent))
    return bool(back == sent)


@pytest.mark.requirement("types/near-misses")
@pytest.mark.parametrize(
    "kind",
    ["missing_key", "wrong_type", "unknown_tag", "unknown_value", "out_of_range", "extra_key"],
)
def test_every_kind_of_mistake_can_be_asked_for(kind: Any) -> None:
    misses = near_misses(protocol.TurnCompletedNotification, kind)
    quick = settings(database=None, deadline=None, phases=[Phase.generate])
    assert find(misses, lambda _: True, settings=quick).kind == kind


def test_a_mistake_a_type_has_no_place_for_is_not_drawn() -> None:
    with pytest.raises(Unsatisfiable):
        find(near_misses(protocol.TurnStatus, "missing_key"), lambda _: True)


def test_no_string_of_the_contract_has_a_length_that_the_strategies_would_have_to_keep() -> None:
    assert re.findall(r'"m(?:in|ax)Length": \d', json.dumps(DEFINITIONS)) == []


def test_a_type_of_somebody_else_is_refused() -> None:
    with pytest.raises(TypeError, match="not a type of the protocol"):
        wire(pytest.Item)
