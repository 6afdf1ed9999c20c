"""Generated classes: attrs classes, open enums, immutable values."""

from __future__ import annotations

import copy
import inspect
import pickle
import types as python_types
from typing import get_args

import attrs
import pytest

from schema.generator.ir import ClassDef, Definition, EnumDef, UnionDef
from trio_codex import protocol
from trio_codex.errors import InvalidArgumentError
from trio_codex.protocol import METHODS, OMITTED
from trio_codex.protocol._generated._unions import UNIONS
from trio_codex.protocol._model import INT_RANGES, OpenEnum, WireModel
from trio_codex.protocol.converter import check_params


@pytest.mark.requirement("types/wire-names")
def test_every_object_is_an_attrs_class_with_its_wire_names(types: dict[str, Definition]) -> None:
    for definition in types.values():
        if not isinstance(definition, ClassDef):
            continue
        cls = getattr(protocol, definition.name)
        assert attrs.has(cls)
        assert issubclass(cls, WireModel)
        fields = attrs.fields(cls)
        assert [f.metadata["wire"] for f in fields] == [f.wire for f in definition.fields]
        assert list(cls.__slots__) == [f.name for f in fields]
        assert all(isinstance(f.type, str) and f.kw_only for f in fields)
        required = [f.wire for f in definition.fields if f.required and not f.tag]
        assert [f.metadata["wire"] for f in fields if f.default is attrs.NOTHING] == required


def test_every_enum_is_open_unless_it_tells_shapes_apart(types: dict[str, Definition]) -> None:
    for definition in types.values():
        if isinstance(definition, EnumDef):
            found = getattr(protocol, definition.name)
            values = list(get_args(found) if definition.closed else found)
            assert values == definition.values


def test_every_union_is_a_union_of_the_classes_it_dispatches_to(
    types: dict[str, Definition],
) -> None:
    unions = {n: d for n, d in types.items() if isinstance(d, UnionDef)}
    assert UNIONS.keys() == unions.keys()
    for name, spec in UNIONS.items():
        assert bool(spec.tag) == bool(spec.variants)
        members = set(get_args(getattr(protocol, name)))
        assert protocol.UnknownVariant in members
        for variant in (*spec.variants.values(), *spec.keys.values()):
            target = getattr(protocol, variant)
            assert {target} <= members or set(get_args(target)) <= members


def test_formats_are_ranges_that_are_known() -> None:
    formats = {
        field.metadata["format"]
        for name in protocol.__all__
        if isinstance(cls := getattr(protocol, name), type) and attrs.has(cls)
        if issubclass(cls, WireModel)
        for field in attrs.fields(cls)
        if "format" in field.metadata
    }

    assert formats
    assert formats <= INT_RANGES.keys()


def test_optional_fields_are_omitted_in_what_we_send_and_none_in_what_we_receive() -> None:
    assert protocol.ThreadStartParams().cwd is OMITTED
    assert protocol.ThreadStartParams(cwd=None).cwd is None
    assert protocol.TurnError(message="x").additional_details is None
    assert not OMITTED
    assert repr(OMITTED) == "OMITTED"


def test_defaults_of_the_schema_are_the_defaults_of_what_we_receive() -> None:
    turn = protocol.Turn(id="u", items=[], status=protocol.TurnStatus.COMPLETED)
    assert turn.items_view is protocol.TurnItemsView.FULL
    reasoning = protocol.ReasoningThreadItem(id="r")
    assert (reasoning.type, reasoning.content, reasoning.summary) == ("reasoning", [], [])
    assert protocol.ReasoningThreadItem(id="r").content is not reasoning.content


def _text(text: str) -> protocol.TextUserInput:
    return protocol.TextUserInput(text=text)


def test_values_are_equal_when_class_and_fields_are() -> None:
    assert _text("a") == _text("a")
    assert _text("a") != _text("b")
    assert _text("a") != "a"
    assert hash(protocol.ThreadArchiveParams(thread_id="t")) == hash(
        protocol.ThreadArchiveParams(thread_id="t")
    )
    assert protocol.ThreadArchiveParams(thread_id="t") != protocol.ThreadDeleteParams(thread_id="t")


def test_values_do_not_change() -> None:
    value = _text("a")
    # Only newer versions of attrs put words into this error.
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        value.text = "b"  # type: ignore[misc]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        del value.text
    assert value.text == "a"
    assert not hasattr(value, "__dict__")


def test_a_repr_leaves_out_what_is_at_its_default() -> None:
    assert repr(_text("a")) == "TextUserInput(text='a')"
    assert repr(protocol.ThreadStartParams(cwd=None)) == "ThreadStartParams(cwd=None)"


def test_values_can_be_copied_pickled_and_evolved() -> None:
    value = _text("a")
    assert copy.deepcopy(value) == value
    assert pickle.loads(pickle.dumps(value)) == value
    assert attrs.evolve(value, text="b") == _text("b")  # type: ignore[misc]
    assert value.__replace__(text="b") == _text("b")
    assert attrs.asdict(value) == {"type": "text", "text": "a", "text_elements": []}


def test_the_signature_of_a_class_is_that_of_its_fields() -> None:
    signature = inspect.signature(protocol.ThreadArchiveParams)
    assert str(signature) == "(*, thread_id: 'str') -> None"
    with pytest.raises(TypeError, match="missing 1 required keyword-only argument: 'thread_id'"):
        protocol.ThreadArchiveParams()  # type: ignore[call-arg]


def test_a_class_is_complete_whatever_is_touched_first() -> None:
    assert attrs.fields(protocol.ThreadDeleteParams).thread_id.metadata == {"wire": "threadId"}
    assert protocol.ThreadDeleteParams(thread_id="t").thread_id == "t"
    assert not attrs.has(WireModel)


def test_an_unknown_value_of_an_enum_is_kept() -> None:
    unknown = protocol.TurnStatus("paused")
    assert isinstance(unknown, protocol.TurnStatus)
    assert unknown == "paused"
    assert hash(unknown) == hash("paused")
    assert not unknown.is_known
    assert (str(unknown), f"{unknown}", repr(unknown)) == (
        "paused",
        "paused",
        "TurnStatus('paused')",
    )
    assert unknown not in list(protocol.TurnStatus)
    assert pickle.loads(pickle.dumps(unknown)) == unknown
    assert copy.deepcopy(unknown) == unknown


def test_a_known_value_of_an_enum_is_its_member() -> None:
    assert protocol.TurnStatus("failed") is protocol.TurnStatus.FAILED
    assert protocol.TurnStatus.FAILED.is_known
    assert repr(protocol.TurnStatus.FAILED) == "TurnStatus.FAILED"
    with pytest.raises(ValueError, match="3 is not a valid TurnStatus"):
        protocol.TurnStatus(3)
    assert issubclass(protocol.TurnStatus, OpenEnum)


def test_strings_that_the_runtime_has_names_for_are_open_enums() -> None:
    assert protocol.ReasoningEffort.HIGH.value == "high"
    assert protocol.ReasoningEffort("a model's own").is_known is False
    assert protocol.ThreadSource("user") is protocol.ThreadSource.USER
    assert protocol.ThreadSource("my label").value == "my label"


def test_a_label_may_be_any_string_and_another_enum_value_may_not() -> None:
    assert check_params(METHODS["thread/start"], {"threadSource": "my label"})
    with pytest.raises(InvalidArgumentError, match=r"\$\.threadSource: expected .*, found 7"):
        check_params(METHODS["thread/start"], {"threadSource": 7})
    with pytest.raises(InvalidArgumentError, match=r"\$\.effort: .*did you mean 'high'"):
        check_params(METHODS["turn/start"], {"threadId": "", "input": [], "effort": "hihg"})


def test_aliases_are_types_at_run_time() -> None:
    assert isinstance(protocol.ThreadItem, python_types.UnionType)
    assert protocol.PathUri is str
    assert get_args(protocol.McpElicitationStringType) == ("string",)
