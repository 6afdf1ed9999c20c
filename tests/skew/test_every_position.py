"""An unknown thing in every position of every received type: nothing raises, nothing is lost."""

from __future__ import annotations

from typing import Any

import pytest

from tests.many_cases import in_one_case
from tests.skew.positions import NOTIFICATIONS, payload_of, received_types, skewed
from trio_codex import Notification, protocol
from trio_codex.protocol import METHODS, UnknownVariant, WireModel
from trio_codex.protocol.converter import structure, unstructure
from trio_codex.protocol.methods import MethodSpec

RECEIVED = received_types()


@pytest.mark.requirement("compatibility/unknown-kept", "compatibility/every-position")
@in_one_case(NOTIFICATIONS)
def test_a_notification_with_news_is_decoded_and_keeps_its_json(spec: MethodSpec) -> None:
    assert spec.params_name is not None
    places = 0
    for raw, news in skewed(spec.params_name):
        places += 1
        event = Notification(payload_of(spec, raw))
        assert isinstance(event.payload, (WireModel, UnknownVariant)), news.path
        assert event.params == raw
    assert places


@pytest.mark.requirement("compatibility/unknown-kept", "compatibility/new-enum-value")
@in_one_case(RECEIVED)
def test_news_of_every_kind_goes_back_out_as_it_came(where: str) -> None:
    name = RECEIVED[where]
    cls = getattr(protocol, name)
    for raw, news in skewed(name):
        back = unstructure(structure(raw, cls))
        if news.kind == "extra_key":
            assert keeps(back, without_news(raw)), news.path
        else:
            assert keeps(back, raw), news.path


def without_news(raw: Any) -> Any:
    if isinstance(raw, dict):
        return {key: without_news(value) for key, value in raw.items() if key != "Of Tomorrow key"}
    return [without_news(item) for item in raw] if isinstance(raw, list) else raw


def keeps(back: Any, sent: Any) -> bool:
    """Whether everything that was sent is there; what has a default may have come in addition."""
    if isinstance(sent, dict):
        return isinstance(back, dict) and all(
            keeps(back[key], value) if key in back else value is None for key, value in sent.items()
        )
    if isinstance(sent, list):
        return isinstance(back, list) and len(back) == len(sent) and all(map(keeps, back, sent))
    return bool(back == sent)


@pytest.mark.requirement("compatibility/unknown-kept")
@pytest.mark.parametrize("params", [{"threadId": "T", "news": [1]}, {}, [], "text", 5, None])
def test_a_notification_of_an_unknown_method_is_plain_json(params: Any) -> None:
    event = Notification({"method": "thread/of/tomorrow", "params": params})
    assert event.method not in METHODS
    assert event.payload == event.params == params


@pytest.mark.requirement("compatibility/every-position")
def test_the_places_are_many_and_of_every_kind() -> None:
    kinds: dict[str, int] = {}
    for name in set(RECEIVED.values()):
        for _, news in skewed(name):
            kinds[news.kind] = kinds.get(news.kind, 0) + 1
    assert all(kinds[kind] > 200 for kind in ("unknown_tag", "unknown_value", "extra_key")), kinds


@pytest.mark.parametrize(
    "raw",
    [
        {"type": "object", "properties": {}},
        {"type": "hologram", "title": "a form of tomorrow", "depth": 3},
        {"kind": "no type at all"},
        {"type": "string", "maxLength": "a limit of another kind"},
        {},
    ],
    ids=repr,
)
def test_a_form_field_of_an_unknown_kind_is_kept(raw: Any) -> None:
    form: Any = {"type": "object", "properties": {"old": {"type": "boolean"}, "new": raw}}
    made = structure(form, protocol.McpElicitationSchema)
    assert isinstance(made.properties["old"], protocol.McpElicitationBooleanSchema)
    assert made.properties["new"] == UnknownVariant(tag=_only_key(raw), raw=raw)
    assert unstructure(made) == form


def _only_key(raw: dict[str, Any]) -> str | None:
    return next(iter(raw)) if len(raw) == 1 else None


def test_a_form_field_of_a_known_kind_may_have_new_values() -> None:
    raw: Any = {"type": "string", "format": "phone", "mask": "+99"}
    made = structure(raw, protocol.McpElicitationPrimitiveSchema)
    assert isinstance(made, protocol.McpElicitationStringSchema)
    assert made.format is not None and not made.format.is_known
