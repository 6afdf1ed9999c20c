"""What is refused before it is sent, and in which words."""

from __future__ import annotations

from typing import Any

import orjson
import pytest

from trio_codex import protocol
from trio_codex.errors import InvalidArgumentError
from trio_codex.protocol import METHODS, OMITTED, JsonValue
from trio_codex.protocol.converter import check_params, check_result

TEXT: dict[str, JsonValue] = {"type": "text", "text": "hi"}
TURN: dict[str, JsonValue] = {"threadId": "t", "input": [TEXT]}

TURN_START = METHODS["turn/start"]


def turn(**keys: JsonValue) -> dict[str, JsonValue]:
    return {**TURN, **keys}


def test_a_params_object_becomes_its_wire_json() -> None:
    params = protocol.TurnStartParams(
        thread_id="t",
        input=[protocol.TextUserInput(text="hi")],
        summary=protocol.ReasoningSummary.CONCISE,
        cwd=None,
    )
    assert check_params(TURN_START, params) == {
        "threadId": "t",
        "input": [{"type": "text", "text": "hi", "text_elements": []}],
        "summary": "concise",
        "cwd": None,
    }


@pytest.mark.requirement("api/request")
@pytest.mark.parametrize(
    ("key", "nearest"),
    [("thread_id", "threadId"), ("sumary", "summary"), ("Model", "model"), ("zzz", None)],
)
def test_a_key_that_the_type_does_not_have_is_refused(key: str, nearest: str | None) -> None:
    hint = "" if nearest is None else rf"; did you mean '{nearest}'\?"
    match = rf"\$: TurnStartParams has no key '{key}'{hint}$"
    with pytest.raises(InvalidArgumentError, match=match):
        check_params(TURN_START, turn(**{key: None}))


def test_a_key_that_a_nested_type_does_not_have_is_refused_with_its_path() -> None:
    item = {"type": "text", "test": "hi", "text": "hi"}
    with pytest.raises(
        InvalidArgumentError, match=r"\$\.input\[0\]: .*'test'; did you mean 'text'"
    ):
        check_params(TURN_START, {"threadId": "t", "input": [item]})


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"summary": "detaild"}, r"\$\.summary: .*'detaild'; did you mean 'detailed'"),
        ({"effort": "hihg"}, r"\$\.effort: .*'hihg'; did you mean 'high'"),
        ({"effort": "bogus"}, r"\$\.effort: expected one of .* found the string 'bogus'$"),
        ({"sandboxPolicy": {"type": "readonly"}}, r"\$\.sandboxPolicy\.type: .*mean 'readOnly'"),
    ],
)
def test_a_misspelled_value_is_refused_with_the_nearest_one(wrong: Any, message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=message):
        check_params(TURN_START, turn(**wrong))


def test_typed_values_may_stand_in_a_mapping() -> None:
    mixed = {"threadId": "t", "input": (protocol.TextUserInput(text="hi"),), "cwd": None}
    sent = check_params(TURN_START, mixed)
    assert sent == {
        "threadId": "t",
        "input": [{"type": "text", "text": "hi", "text_elements": []}],
        "cwd": None,
    }


@pytest.mark.requirement("types/own-shapes")
@pytest.mark.parametrize(
    ("params", "said"),
    [
        ({"input": []}, r"turn/start: \$: the required key 'threadId' of TurnStartParams"),
        (turn(threadId=5), r"turn/start: \$\.threadId: expected a string, found 5 \(int\)"),
        (turn(input="hi"), r"\$\.input: expected a list, found the string 'hi'"),
        (turn(input=[TEXT, {"type": "text"}]), r"\$\.input\[1\]: the required key 'text'"),
        (turn(input=[{"type": "hologram"}]), r"\$\.input\[0\]\.type: .*\"text\".*'hologram'"),
        (turn(input=[{"text": "hi"}]), r"\$\.input\[0\]: the required key 'type' of UserInput"),
        (turn(summary="short"), r"\$\.summary: expected one of \"auto\", \"concise\".*'short'"),
        (turn(approvalPolicy="sometimes"), r"\$\.approvalPolicy: .*\"on-request\".*'sometimes'"),
        (turn(approvalPolicy={"new": {}}), r"\$\.approvalPolicy: expected .*\"granular\""),
        (turn(sandboxPolicy={"type": "none"}), r"\$\.sandboxPolicy\.type: .*\"readOnly\""),
        (turn(cwd=True), r"\$\.cwd: expected a string, found true"),
        (turn(responsesapiClientMetadata={"a b": 1}), r"Metadata\[\"a b\"\]: expected a string"),
    ],
)
def test_wrong_params_are_refused_with_path_and_way_out(
    params: dict[str, JsonValue], said: str
) -> None:
    with pytest.raises(InvalidArgumentError, match=said):
        check_params(TURN_START, params)


def test_a_value_of_the_wrong_type_in_a_params_object_is_refused() -> None:
    wrong = protocol.TurnStartParams(thread_id=5, input=[])  # type: ignore[arg-type]
    with pytest.raises(InvalidArgumentError, match=r"\$\.threadId: expected a string, found 5"):
        check_params(TURN_START, wrong)
    wrong = protocol.TurnStartParams(thread_id="t", input="hi")  # type: ignore[arg-type]
    with pytest.raises(InvalidArgumentError, match=r"\$\.input: expected a list"):
        check_params(TURN_START, wrong)
    wrong = protocol.TurnStartParams(thread_id="t", input=[object()])  # type: ignore[list-item]
    with pytest.raises(InvalidArgumentError, match=r"\$\.input\[0\]: .*found <object"):
        check_params(TURN_START, wrong)


def test_an_enum_member_that_the_schema_does_not_list_is_sent_but_a_string_is_not() -> None:
    made_on_purpose = protocol.ReasoningSummary("brief")
    params = protocol.TurnStartParams(thread_id="t", input=[], summary=made_on_purpose)
    for given in (params, turn(summary=made_on_purpose)):
        sent = check_params(TURN_START, given)
        assert orjson.loads(orjson.dumps(sent))["summary"] == "brief"
    with pytest.raises(InvalidArgumentError, match=r"\$\.summary: expected one of .*'brief'"):
        check_params(TURN_START, turn(summary="brief"))
    other = protocol.ReasoningEffort("brief")
    with pytest.raises(InvalidArgumentError, match=r"\$\.summary: expected one of"):
        check_params(TURN_START, turn(summary=other))


@pytest.mark.parametrize("number", [-1, 1 << 32])
def test_an_integer_out_of_the_range_of_its_format_is_refused(number: int) -> None:
    spec = METHODS["thread/list"]
    assert check_params(spec, {"limit": (1 << 32) - 1}) == {"limit": (1 << 32) - 1}
    with pytest.raises(
        InvalidArgumentError, match=rf"\$\.limit: .* from 0 to 4294967295, found {number}"
    ):
        check_params(spec, {"limit": number})


def test_a_params_object_of_another_method_is_refused_by_name() -> None:
    with pytest.raises(
        InvalidArgumentError, match=r"turn/start takes TurnStartParams .*not a ThreadListParams"
    ):
        check_params(TURN_START, protocol.ThreadListParams())


@pytest.mark.parametrize("params", [5, "text", [TEXT], object()])
def test_params_that_are_no_object_are_refused(params: object) -> None:
    with pytest.raises(InvalidArgumentError, match="turn/start takes TurnStartParams or a mapping"):
        check_params(TURN_START, params)


def test_each_member_of_a_union_of_params_is_taken_and_others_are_not() -> None:
    spec = METHODS["account/login/start"]
    sent = check_params(spec, protocol.ApiKeyLoginAccountParams(api_key="k"))
    assert sent == {"type": "apiKey", "apiKey": "k"}
    with pytest.raises(
        InvalidArgumentError, match=r"takes one of .*ApiKeyLoginAccountParams.* not a"
    ):
        check_params(spec, protocol.ThreadListParams())
    with pytest.raises(InvalidArgumentError, match=r"\$\.type: expected one of .*'pigeon'"):
        check_params(spec, {"type": "pigeon"})


def test_no_params_are_taken_only_where_the_method_allows_it() -> None:
    assert check_params(METHODS["account/logout"], None) is None
    optional = [spec for spec in METHODS.values() if spec.params_optional and spec.params_name]
    assert optional
    for spec in optional:
        assert check_params(spec, None) is None
    with pytest.raises(InvalidArgumentError, match="thread/list needs params: ThreadListParams or"):
        check_params(METHODS["thread/list"], None)


def test_a_method_without_params_takes_no_object() -> None:
    assert check_params(METHODS["account/logout"], {}) == {}
    with pytest.raises(InvalidArgumentError, match="account/logout takes no params, not a Thread"):
        check_params(METHODS["account/logout"], protocol.ThreadListParams())


@pytest.mark.requirement("types/experimental")
def test_an_experimental_method_needs_the_experimental_api() -> None:
    spec = next(one for one in METHODS.values() if one.experimental and not one.params_name)
    assert check_params(spec, None) is None
    with pytest.raises(
        InvalidArgumentError, match=f"{spec.method} is experimental; set experimental"
    ):
        check_params(spec, None, experimental_api=False)


def test_an_experimental_field_needs_the_experimental_api() -> None:
    spec = METHODS["thread/start"]
    assert "dynamicTools" in spec.experimental_fields
    wire: dict[str, JsonValue] = {"dynamicTools": []}
    said = r"thread/start: \$\.dynamicTools is experimental; set experimental_api=True"
    assert check_params(spec, wire) == wire
    for params in (wire, protocol.ThreadStartParams(dynamic_tools=[])):
        with pytest.raises(InvalidArgumentError, match=said):
            check_params(spec, params, experimental_api=False)
    assert check_params(spec, protocol.ThreadStartParams(cwd="/"), experimental_api=False) == {
        "cwd": "/"
    }


@pytest.mark.requirement("types/experimental")
def test_every_experimental_field_of_every_method_is_refused_without_the_api() -> None:
    for spec in METHODS.values():
        for key in spec.experimental_fields:
            if spec.direction == "client_request" and not spec.experimental:
                with pytest.raises(
                    InvalidArgumentError, match="is experimental; set experimental_api"
                ):
                    check_params(spec, {key: None}, experimental_api=False)


def test_a_cycle_in_the_params_is_refused() -> None:
    loop: list[JsonValue] = []
    loop.append(loop)
    with pytest.raises(InvalidArgumentError, match="nested too deeply"):
        check_params(TURN_START, {"threadId": "t", "input": loop})


def test_an_answer_to_a_server_request_is_checked_too() -> None:
    spec = METHODS["item/commandExecution/requestApproval"]
    response = protocol.CommandExecutionRequestApprovalResponse(
        decision=protocol.CommandExecutionApprovalDecisionKind.ACCEPT
    )
    assert check_result(spec, response) == {"decision": "accept"}
    assert check_result(spec, {"decision": "decline"}) == {"decision": "decline"}
    with pytest.raises(InvalidArgumentError, match=r"\$\.decision: .*\"accept\".*'maybe'"):
        check_result(spec, {"decision": "maybe"})
    with pytest.raises(InvalidArgumentError, match=r"\$: the required key 'decision'"):
        check_result(spec, {})
    with pytest.raises(InvalidArgumentError, match="takes CommandExecutionRequestApprovalResponse"):
        check_result(spec, None)


def test_omitted_in_a_mapping_is_refused() -> None:
    with pytest.raises(InvalidArgumentError, match=r"\$\.cwd: expected a string"):
        check_params(TURN_START, {**TURN, "cwd": OMITTED})
