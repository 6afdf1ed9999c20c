"""What the generated classes and open enums are to the people who hold them."""

from __future__ import annotations

import copy
import pickle
from typing import Any, Literal, Optional, Union

import attrs
import pytest

from trio_codex import protocol
from trio_codex.errors import ShapeError
from trio_codex.protocol import JsonValue, UnknownVariant
from trio_codex.protocol._model import Omitted, WireModel
from trio_codex.protocol._types import find_type, is_wire_type
from trio_codex.protocol.converter import structure, structurer, unstructure

MESSAGE: dict[str, JsonValue] = {"type": "agentMessage", "id": "m", "text": "hello"}


def message(**changes: str) -> protocol.AgentMessageThreadItem:
    return protocol.AgentMessageThreadItem(**{"id": "m", "text": "hello", **changes})  # type: ignore[arg-type]


def test_models_are_equal_and_hashed_field_by_field() -> None:
    assert message() == message() and hash(message()) == hash(message())
    assert message() != message(text="other")
    assert message() != "hello"
    assert len({message(), message(), message(id="n")}) == 2


def test_a_model_shows_what_is_not_its_default() -> None:
    assert repr(message()) == "AgentMessageThreadItem(id='m', text='hello')"
    turn = protocol.Turn(id="u", status=protocol.TurnStatus.COMPLETED, items=[message()])
    assert repr(turn) == f"Turn(id='u', items=[{message()!r}], status=TurnStatus.COMPLETED)"


def test_a_model_cannot_be_changed_but_copied_with_changes() -> None:
    item = message()
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        item.text = "other"  # type: ignore[misc]
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        del item.text
    assert attrs.evolve(item, text="other") == message(text="other")  # type: ignore[misc]
    assert item.__replace__(text="other") == message(text="other")
    assert item == message()


def test_models_survive_pickling_and_copying() -> None:
    item = structure({**MESSAGE, "phase": "tomorrow"}, protocol.AgentMessageThreadItem)
    for twin in (pickle.loads(pickle.dumps(item)), copy.copy(item), copy.deepcopy(item)):
        assert twin == item and type(twin) is type(item)
        assert twin.phase is not None and not twin.phase.is_known


def test_attrs_knows_the_fields_and_their_wire_names() -> None:
    fields = attrs.fields_dict(protocol.ThreadReadParams)
    assert fields["thread_id"].metadata["wire"] == "threadId"
    with pytest.raises(AttributeError, match="__attrs_attrs__"):
        _ = WireModel.__attrs_attrs__


def test_an_open_enum_keeps_the_word_it_has_not_heard_of() -> None:
    strange = protocol.TurnStatus("levitating")
    assert strange == "levitating" and hash(strange) == hash("levitating")
    assert not strange.is_known and protocol.TurnStatus.COMPLETED.is_known
    assert repr(strange) == "TurnStatus('levitating')"
    assert repr(protocol.TurnStatus.COMPLETED) == "TurnStatus.COMPLETED"
    assert f"{strange}" == str(strange) == "levitating"
    assert "levitating" not in [status.value for status in protocol.TurnStatus]
    with pytest.raises(ValueError, match="5 is not a valid TurnStatus"):
        protocol.TurnStatus(5)


def test_omitted_is_false_and_shows_its_name() -> None:
    assert not protocol.OMITTED
    assert repr(protocol.OMITTED) == "OMITTED"


def test_types_made_at_run_time_are_read_like_written_ones() -> None:
    optional: Any = Optional[str]  # noqa: UP045 - what older programs hand over
    assert structure(None, optional) is None and structure("a", optional) == "a"
    assert structure({"a": 1}, dict[str, int]) == {"a": 1}
    assert structure("b", Literal["a", "b"]) == "b"
    with pytest.raises(ShapeError, match=r"""\$: expected one of "a", "b", found the string 'c'"""):
        structure("c", Literal["a", "b"])
    kept: Any = Union[str, None, Omitted]  # noqa: UP007
    assert structure(None, kept) is None


@pytest.mark.parametrize(
    "foreign", [object, set[str], dict[int, str], 5, "set[str]", "tuple", bytes, WireModel]
)
def test_other_types_are_not_of_the_protocol(foreign: object) -> None:
    assert not is_wire_type(foreign)


def test_a_name_the_protocol_does_not_have_is_refused() -> None:
    with pytest.raises(TypeError, match="NoSuchType is not a type of the protocol"):
        find_type("NoSuchType")
    unknown: Any = protocol
    with pytest.raises(AttributeError, match="NoSuchType"):
        _ = unknown.NoSuchType


def test_an_unknown_variant_goes_out_as_it_came() -> None:
    raw: JsonValue = {"type": "tomorrow", "n": [1, None]}
    item = structure(raw, protocol.ThreadItem)
    assert item == UnknownVariant(tag="tomorrow", raw=raw)
    assert unstructure(item) == raw
    assert unstructure({"items": [item, message()]}) == {"items": [raw, MESSAGE]}


@attrs.frozen
class Person:
    name: str
    ages: list[int]


def test_the_function_of_a_type_can_be_called_without_the_converter() -> None:
    make = structurer(protocol.AgentMessageThreadItem)
    assert make(MESSAGE) == message()
    person = structurer(Person)
    assert person({"name": "Ada", "ages": [36]}) == Person("Ada", [36])


def test_a_fault_in_a_class_of_the_user_is_named_by_its_path() -> None:
    with pytest.raises(ShapeError, match=r"\$\.ages\[1\]: expected an integer, found true"):
        structure({"name": "Ada", "ages": [36, True]}, Person)
    with pytest.raises(ShapeError, match=r"\$\.?.*name"):
        structure({"ages": []}, Person)
    assert unstructure(Person("Ada", [36])) == {"name": "Ada", "ages": [36]}
