"""What the converter keeps, refuses and says, on the types people meet most."""

from __future__ import annotations

import subprocess
import sys

import attrs
import orjson
import pytest

from trio_codex import protocol
from trio_codex.errors import ProtocolError, ShapeError
from trio_codex.protocol import OMITTED, JsonValue, UnknownVariant
from trio_codex.protocol._generated.read import item
from trio_codex.protocol._model import WireModel, wire
from trio_codex.protocol.converter import converter, outgoing, structure, unstructure


@attrs.frozen
class Inner:
    count: int


@attrs.frozen
class Mine:
    name: str
    inner: list[Inner]


class Branch(WireModel):
    name: str = wire("name")
    under: list[Branch] = wire("under", factory=list)


class LabelledBranch(WireModel):
    name: str = wire("name")
    label: str | None = wire("label", default=None)


TURN: dict[str, JsonValue] = {"id": "u", "items": [], "status": "completed"}
MESSAGE: dict[str, JsonValue] = {"type": "agentMessage", "id": "m", "text": "hello"}


def turn(**keys: JsonValue) -> dict[str, JsonValue]:
    return {**TURN, **keys}


def test_a_message_is_decoded_into_its_class() -> None:
    item = structure(MESSAGE, protocol.AgentMessageThreadItem)
    assert (item.id, item.text, item.type, item.phase) == ("m", "hello", "agentMessage", None)


def test_a_union_alias_is_a_type_like_any_other() -> None:
    assert structure(MESSAGE, protocol.ThreadItem) == protocol.AgentMessageThreadItem(
        id="m", text="hello"
    )
    assert structure(None, protocol.ThreadItem | None) is None
    assert structure(MESSAGE, protocol.ThreadItem | None) == structure(MESSAGE, protocol.ThreadItem)


def test_builtin_containers_of_types_can_be_asked_for() -> None:
    made = structure({"a": [TURN, None]}, dict[str, list[protocol.Turn | None]])
    assert made["a"][1] is None
    assert made["a"][0] == structure(TURN, protocol.Turn)
    with pytest.raises(ShapeError, match=r"\$\.a\[0\]\.id: expected a string, found 5"):
        structure({"a": [turn(id=5)]}, dict[str, list[protocol.Turn | None]])


@pytest.mark.requirement("types/strict")
@pytest.mark.parametrize(
    ("cls", "wrong", "reason"),
    [
        (int, "7", "expected an integer, found the string '7'"),
        (int, True, "expected an integer, found true"),
        (int, 1.0, r"expected an integer, found 1\.0"),
        (str, 7, "expected a string, found 7"),
        (str, None, "expected a string, found null"),
        (bool, 1, "expected a boolean, found 1"),
        (bool, "true", "expected a boolean, found the string"),
        (float, "1.5", "expected a number, found the string"),
        (float, True, "expected a number, found true"),
        (list[str], {"a": 1}, "expected a list, found an object with 1 keys"),
        (dict[str, int], [1, 2], "expected an object, found a list of 2"),
    ],
)
def test_primitives_are_strict(cls: type, wrong: JsonValue, reason: str) -> None:
    with pytest.raises(ShapeError, match=rf"^\$: {reason}"):
        structure(wrong, cls)


def test_a_whole_number_is_a_float_where_a_float_is_wanted() -> None:
    value = structure(1, float)
    assert (value, type(value)) == (1.0, float)


@pytest.mark.requirement("types/paths")
@pytest.mark.parametrize(
    ("value", "path", "reason"),
    [
        ({"threadId": "t", "turn": turn(status=3)}, "$.turn.status", "expected one of .*found 3"),
        ({"threadId": "t"}, "$", "the required key 'turn' of TurnCompletedNotification"),
        ({"threadId": "t", "turn": 5}, "$.turn", r"expected an object \(Turn\), found 5"),
        ({"threadId": "t", "turn": turn(items=[MESSAGE, 1])}, "$.turn.items[1]", "found 1"),
        ({"threadId": "t", "turn": turn(items=[{}])}, "$.turn.items[0]", "'type' of ThreadItem"),
        ({"threadId": "t", "turn": turn(items=[{"type": 1}])}, "$.turn.items[0].type", "found 1"),
        (
            {"threadId": "t", "turn": turn(items=[{**MESSAGE, "text": None}])},
            "$.turn.items[0].text",
            "expected a string, found null",
        ),
        ({"threadId": "t", "turn": turn(durationMs="4")}, "$.turn.durationMs", "an integer"),
        ([], "$", "expected an object"),
    ],
)
def test_a_fault_is_named_by_its_json_path(value: JsonValue, path: str, reason: str) -> None:
    with pytest.raises(ShapeError, match=reason) as caught:
        structure(value, protocol.TurnCompletedNotification)
    assert caught.value.path == path
    assert isinstance(caught.value, ProtocolError)


def test_a_path_quotes_keys_that_are_no_identifiers() -> None:
    with pytest.raises(ShapeError, match="found true") as caught:
        structure({"a b": True}, dict[str, int])
    assert caught.value.path == '$["a b"]'


@pytest.mark.requirement("compatibility/new-enum-value")
def test_an_unknown_enum_value_is_kept_and_goes_back() -> None:
    made = structure(turn(status="paused"), protocol.Turn)
    assert made.status == "paused"
    assert isinstance(made.status, protocol.TurnStatus)
    assert not made.status.is_known
    assert unstructure(made)["status"] == "paused"  # type: ignore[index,call-overload]
    assert "paused" not in protocol.TurnStatus.__members__.values()


def test_an_empty_enum_value_is_a_value() -> None:
    assert structure(turn(status=""), protocol.Turn).status == ""


def test_an_unknown_variant_keeps_its_json_wherever_it_stands() -> None:
    tomorrow: dict[str, JsonValue] = {"type": "hologram", "frames": [{"x": 1.5}, None]}
    wire: JsonValue = {"threadId": "t", "turn": turn(items=[MESSAGE, tomorrow])}
    made = structure(wire, protocol.TurnCompletedNotification)
    assert made.turn.items[1] == UnknownVariant(tag="hologram", raw=tomorrow)
    back = unstructure(made)
    assert back["turn"]["items"][1] == tomorrow  # type: ignore[index,call-overload]
    assert structure(back, protocol.TurnCompletedNotification) == made


def test_unknown_variants_do_not_pile_up() -> None:
    for number in range(100):
        structure({"type": f"new {number}"}, protocol.ThreadItem)
    assert "agentMessage" in item.by_tag_ThreadItem
    assert "new 1" not in item.by_tag_ThreadItem


@pytest.mark.parametrize(
    ("wire", "tag"),
    [({"newFailure": {"code": 1}}, "newFailure"), ({"a": 1, "b": 2}, None), ({}, None)],
)
def test_an_unknown_key_of_an_external_union_keeps_its_json(
    wire: JsonValue, tag: str | None
) -> None:
    made = structure(wire, protocol.CodexErrorInfo)
    assert made == UnknownVariant(tag=tag, raw=wire)
    assert unstructure(made) == wire


def test_an_external_union_takes_strings_known_and_new_and_its_objects() -> None:
    assert structure("other", protocol.CodexErrorInfo) is protocol.CodexErrorInfoKind.OTHER
    assert structure("brandNew", protocol.CodexErrorInfo) == "brandNew"
    wire: JsonValue = {"httpConnectionFailed": {"httpStatusCode": 401}}
    made = structure(wire, protocol.CodexErrorInfo)
    assert isinstance(made, protocol.HttpConnectionFailedCodexErrorInfo)
    assert unstructure(made) == wire
    with pytest.raises(ShapeError, match="httpStatusCode: expected an integer") as caught:
        structure({"httpConnectionFailed": {"httpStatusCode": "401"}}, protocol.CodexErrorInfo)
    assert caught.value.path == "$.httpConnectionFailed.httpStatusCode"
    with pytest.raises(ShapeError, match="expected a value of CodexErrorInfo"):
        structure(5, protocol.CodexErrorInfo)


def test_of_look_alikes_the_one_that_knows_most_keys_is_taken() -> None:
    wire: JsonValue = {"type": "string", "enum": ["a"], "enumNames": ["A"]}
    made = structure(wire, protocol.McpElicitationPrimitiveSchema)
    assert isinstance(made, protocol.McpElicitationLegacyTitledEnumSchema)
    assert unstructure(made) == wire


def test_of_look_alikes_without_a_telling_key_the_closest_is_taken_in_any_order() -> None:
    wire: JsonValue = {"name": "a", "label": "b"}
    assert structure(wire, Branch | LabelledBranch) == LabelledBranch(name="a", label="b")
    assert structure(wire, LabelledBranch | Branch) == LabelledBranch(name="a", label="b")
    assert structure({"name": "a"}, Branch | LabelledBranch) == Branch(name="a")
    with pytest.raises(ShapeError, match="expected a list, found 5") as caught:
        structure({"name": "a", "label": 4, "under": 5}, Branch | LabelledBranch)
    assert caught.value.path == "$.under"


def test_a_string_is_new_to_a_union_of_one_key_objects_alone() -> None:
    assert structure("new", protocol.ResourceContent) == UnknownVariant(tag="new", raw="new")
    with pytest.raises(ShapeError, match="expected a value of McpElicitationEnumSchema"):
        structure("new", protocol.McpElicitationEnumSchema)


@pytest.mark.requirement("types/unknown-keys")
def test_unknown_keys_are_ignored_at_every_depth() -> None:
    wire: JsonValue = {"threadId": "t", "turn": turn(new={"deep": 1}, items=[{**MESSAGE, "x": 1}])}
    assert structure(wire, protocol.TurnCompletedNotification) == structure(
        {"threadId": "t", "turn": turn(items=[MESSAGE])}, protocol.TurnCompletedNotification
    )


def test_an_absent_key_gets_the_default_of_the_schema() -> None:
    assert structure(TURN, protocol.Turn).items_view is protocol.TurnItemsView.FULL


@pytest.mark.requirement("types/omitted")
def test_what_is_omitted_stays_omitted_and_none_goes_out_as_null() -> None:
    params = protocol.TurnStartParams(input=[], thread_id="t", cwd=None)
    assert unstructure(params) == {"input": [], "threadId": "t", "cwd": None}
    assert (
        structure({"input": [], "threadId": "t", "cwd": None}, protocol.TurnStartParams) == params
    )
    assert structure({"input": [], "threadId": "t"}, protocol.TurnStartParams).cwd is OMITTED


def test_none_in_a_received_type_is_left_out_unless_the_key_is_required() -> None:
    assert "error" not in unstructure(structure(turn(error=None), protocol.Turn))  # type: ignore[operator]
    account: JsonValue = {"type": "chatgpt", "email": None, "planType": "plus"}
    back = unstructure(structure(account, protocol.ChatgptAccount))
    assert back == account


def test_untyped_json_passes_as_it_is() -> None:
    schema: JsonValue = {"type": "object", "properties": {"a": [1, None, 1.5]}}
    params = protocol.TurnStartParams(input=[], thread_id="t", output_schema=schema)
    assert unstructure(params)["outputSchema"] is schema  # type: ignore[index,call-overload]


def test_typed_values_inside_plain_containers_become_json() -> None:
    text = protocol.TextUserInput(text="hi")
    expected: list[JsonValue] = [unstructure(text), {"a": ["failed", 1]}]
    assert unstructure([text, {"a": (protocol.TurnStatus.FAILED, 1)}]) == expected


def test_types_that_contain_themselves_are_decoded() -> None:
    wire: JsonValue = {"name": "a", "under": [{"name": "b", "under": []}]}
    made = structure(wire, Branch)
    assert made.under[0].name == "b"
    assert unstructure(made) == wire
    with pytest.raises(ShapeError, match="'name' of Branch is missing") as caught:
        structure({"name": "a", "under": [{"name": "b", "under": [{}]}]}, Branch)
    assert caught.value.path == "$.under[0].under[0]"


def test_json_nested_too_deeply_is_a_shape_error() -> None:
    deep: dict[str, JsonValue] = {"name": "last"}
    for _ in range(100_000):
        deep = {"name": "a", "under": [deep]}
    with pytest.raises(ShapeError, match="nested too deeply"):
        structure(deep, Branch)


def test_a_type_of_the_user_is_structured_with_the_same_strictness() -> None:
    assert structure({"name": "a", "inner": [{"count": 1}]}, Mine) == Mine("a", [Inner(1)])
    with pytest.raises(ShapeError, match="expected an integer, found the string '1'") as caught:
        structure({"name": "a", "inner": [{"count": 2}, {"count": "1"}]}, Mine)
    assert caught.value.path == "$.inner[1].count"
    with pytest.raises(ShapeError, match="required field missing"):
        structure({"inner": []}, Mine)
    assert unstructure(Mine("a", [Inner(1)])) == {"name": "a", "inner": [{"count": 1}]}


def test_the_converter_is_the_cattrs_converter_of_all_types() -> None:
    assert type(converter).__module__.startswith("cattrs")
    made = converter.structure(TURN, protocol.Turn)
    assert made == structure(TURN, protocol.Turn)
    assert converter.unstructure(made) == unstructure(made)
    with pytest.raises(ShapeError, match="the required key 'id' of Turn is missing"):
        converter.structure({}, protocol.Turn)


def test_a_decoded_value_cannot_be_changed() -> None:
    made = structure(TURN, protocol.Turn)
    assert type(made) is protocol.Turn
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.id = "other"  # type: ignore[misc]


IMPORTED = """
import sys
import trio_codex.protocol
assert "cattrs" not in sys.modules, "by the package"
from trio_codex.protocol import converter
assert "cattrs" not in sys.modules, "by the converter module"
delta = {"threadId": "t", "turnId": "u", "itemId": "i", "delta": "d"}
converter.structure(delta, trio_codex.protocol.AgentMessageDeltaNotification)
assert "cattrs" not in sys.modules, "by reading what fits"
domains = {name for name in sys.modules if name.startswith("trio_codex.protocol._generated.")}
print(sorted(name.rpartition(".")[2] for name in domains if "._" not in name.rpartition("d")[2]))
"""


@pytest.mark.requirement("api/lazy-imports")
def test_nothing_is_imported_before_it_is_needed() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORTED], capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stderr == ""
    assert "item" not in done.stdout and "thread" not in done.stdout
    assert "delta" in done.stdout


def test_a_line_of_the_runtime_goes_from_bytes_to_a_value_and_back() -> None:
    line = (
        b'{"method":"error","params":{"error":{"message":"x","codexErrorInfo":'
        b'{"responseStreamDisconnected":{"httpStatusCode":502}},"additionalDetails":"d"},'
        b'"willRetry":true,"threadId":"t","turnId":"u"},"emittedAtMs":1}'
    )
    params = orjson.loads(line)["params"]
    made = structure(params, protocol.METHODS["error"].params)
    assert isinstance(made, protocol.ErrorNotification)
    assert made.will_retry
    assert unstructure(made) == params


def test_an_enum_member_that_the_schema_does_not_list_is_plain_json() -> None:
    made = structure("tomorrow", protocol.ReasoningEffort)
    assert type(unstructure(made)) is str
    assert type(unstructure([made, {"effort": made}])[1]["effort"]) is str  # type: ignore[call-overload,index]
    # What is sent keeps the member, which tells it from a misspelt string.
    assert outgoing(made) is made
