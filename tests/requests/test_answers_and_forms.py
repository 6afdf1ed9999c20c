"""What handlers are allowed to be, what a decision says on the wire, and what a form takes."""

from __future__ import annotations

import functools
import json
from collections.abc import Awaitable
from pathlib import Path
from typing import Any

import pytest
import trio

from trio_codex import InvalidArgumentError, ServerRequestHandlers, protocol
from trio_codex._client.app_server import AppServerClient
from trio_codex._client.options import wire_options
from trio_codex._requests.elicitation import Form, FormField, value_of
from trio_codex._requests.handlers import check_handlers
from trio_codex.errors import TransportClosedError
from trio_codex.protocol import JsonValue, UnknownVariant
from trio_codex.protocol.converter import structure
from trio_codex.types import Decision

COMMAND = "item/commandExecution/requestApproval"
FILE_CHANGE = "item/fileChange/requestApproval"


def asked(**params: JsonValue) -> Form:
    wire: JsonValue = {"serverName": "lab", "threadId": "t", "message": "Which?", **params}
    request: Any = structure(wire, protocol.McpServerElicitationRequestParams)
    return Form.of(request)


def form(properties: dict[str, Any], *required: str, **params: JsonValue) -> Form:
    schema: JsonValue = {"type": "object", "properties": properties, "required": list(required)}
    return asked(mode="form", requestedSchema=schema, **params)


def test_a_form_shows_who_asks_and_what_it_takes() -> None:
    made = form({"size": {"type": "integer", "title": "Size", "description": "in m"}}, "size")
    assert made.rows == [("server", "lab"), ("message (the server's)", "Which?")]
    assert made.answerable
    assert made.fields[0].rows == [("field", "Size"), ("description", "in m")]


def test_a_link_is_shown_and_has_no_fields() -> None:
    made = asked(mode="url", url="http://127.0.0.1:1/x", elicitationId="e")
    assert made.rows[-1] == ("address to open", "http://127.0.0.1:1/x")
    assert made.answerable and made.fields == ()


def test_a_kind_of_question_nobody_knows_is_not_answerable() -> None:
    made = asked(mode="hologram")
    assert not made.answerable and made.fields == ()


def test_the_arguments_of_a_tool_that_asks_are_shown() -> None:
    made = form({}, _meta={"tool_params": {"city": "Köln"}})
    label, shown = made.rows[-1]
    assert "written by the model" in label and json.loads(shown) == {"city": "Köln"}


def field(type: str, **more: Any) -> FormField:
    return FormField(
        **{
            "name": "it",
            "rows": [],
            "type": type,
            "required": True,
            "default": None,
            "choices": (),
            **more,
        }
    )


@pytest.mark.parametrize(
    ("wanted", "typed", "value"),
    [
        (field("integer"), "5", 5),
        (field("number"), "1.5", 1.5),
        (field("boolean"), "Yes", True),
        (field("boolean"), "no", False),
        (field("string"), " as it is ", " as it is "),
        (field("array"), "a, b,,", ["a", "b"]),
        (field("string", choices=("a", "b")), "b", "b"),
        (field("array", choices=("a", "b")), "b,a", ["b", "a"]),
        (field("string", default="d"), "", "d"),
        (field("string", required=False), "", None),
    ],
)
def test_what_was_typed_becomes_a_value(wanted: FormField, typed: str, value: JsonValue) -> None:
    read = value_of(wanted, typed)
    assert read == value and type(read) is type(value)


@pytest.mark.parametrize(
    ("wanted", "typed", "reason"),
    [
        (field("integer"), "five", "is not a number"),
        (field("number"), "nan", "is not a number"),
        (field("number"), "-inf", "is not a number"),
        (field("boolean"), "perhaps", "is neither yes nor no"),
        (field("string"), "", "is required"),
        (field("string", choices=("a", "b")), "c", "is not one of the choices"),
        (field("array", choices=("a", "b")), "a,c", "is not one of the choices"),
    ],
)
def test_what_is_no_such_value_is_said(wanted: FormField, typed: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"it {reason}"):
        value_of(wanted, typed)


def test_an_amendment_goes_out_under_the_name_each_method_has_for_it() -> None:
    amended = Decision.accept_with_amendment(["git", "status"])
    assert amended.result_for(COMMAND) == {
        "decision": {
            "acceptWithExecpolicyAmendment": {"execpolicy_amendment": ["git", "status"]},
        }
    }
    assert amended.result_for("execCommandApproval") == {
        "decision": {
            "approved_execpolicy_amendment": {"proposed_execpolicy_amendment": ["git", "status"]}
        }
    }
    with pytest.raises(InvalidArgumentError, match="takes no amendment"):
        amended.result_for(FILE_CHANGE)
    with pytest.raises(InvalidArgumentError, match="is a sequence of words"):
        Decision.accept_with_amendment("git status")
    with pytest.raises(InvalidArgumentError, match="is a sequence of words"):
        Decision.accept_with_amendment([])


@pytest.mark.parametrize("name", ["accept", "accept_for_session", "decline", "cancel"])
def test_lower_case_names_of_decisions_are_aliases(name: str) -> None:
    assert getattr(Decision, name) is getattr(Decision, name.upper())
    assert getattr(Decision, name).kind.lower() == name.replace("_", "")


def test_a_decision_answers_approvals_of_either_age_and_nothing_else() -> None:
    assert Decision.accept_for_session.result_for(FILE_CHANGE) == {"decision": "acceptForSession"}
    denied = Decision.decline.result_for("applyPatchApproval")
    assert denied == {"decision": {"denied": {"rejection": "The client denied this."}}}
    assert Decision.accept.result_for("applyPatchApproval") == {"decision": "approved"}
    assert Decision.cancel.result_for("execCommandApproval") == {"decision": "abort"}
    with pytest.raises(InvalidArgumentError, match="is not answered with a Decision"):
        Decision.accept.result_for("item/tool/call")


class Plain:
    def __call__(self, params: object) -> object:
        return params


class Working:
    async def __call__(self, params: object) -> object:
        await trio.lowlevel.checkpoint()
        return params


def plain(params: object) -> object:
    return params


def promising(params: object) -> Awaitable[object]:
    return Working()(params)


@pytest.mark.parametrize("handler", [plain, Plain(), functools.partial(plain), Plain().__call__])
def test_a_plain_function_is_refused_as_a_handler_by_name(handler: Any) -> None:
    with pytest.raises(
        InvalidArgumentError, match="the handler fallback must be an async function"
    ):
        check_handlers(ServerRequestHandlers(fallback=handler))


@pytest.mark.parametrize(
    "handler",
    [Working(), functools.partial(Working()), promising, lambda params: Working()(params), print],
)
def test_what_may_well_be_awaited_is_believed(handler: Any) -> None:
    check_handlers(ServerRequestHandlers(fallback=handler))


def test_handlers_are_handlers_and_nothing_else() -> None:
    with pytest.raises(InvalidArgumentError, match="must be ServerRequestHandlers, not dict"):
        check_handlers({})
    for ready in ("decline_all", "accept_all", "ask_in_terminal"):
        check_handlers(getattr(ServerRequestHandlers, ready)())


def test_a_client_says_what_it_cannot_be_made_of_or_send() -> None:
    with pytest.raises(InvalidArgumentError, match="config must be an AppServerConfig, not dict"):
        AppServerClient({})  # type: ignore[arg-type]
    client = AppServerClient()
    with pytest.raises(InvalidArgumentError, match="a method is a non-empty str, not ''"):
        client.wire_params("")
    with pytest.raises(InvalidArgumentError, match="is not a request that a client can send"):
        client.wire_params("turn/completed", {})
    # What the SDK does not know goes out as given, typed values as their JSON.
    strange = {"item": UnknownVariant(tag="x", raw={"type": "x"})}
    assert client.wire_params("no/such/method", strange) == {"item": {"type": "x"}}  # type: ignore[arg-type]


def test_paths_inside_of_options_go_out_as_text() -> None:
    options: dict[str, object] = {"cwd": Path("a") / "b", "config": {"list": [Path("c"), "d"]}}
    assert wire_options("thread/start", options) == {
        "cwd": str(Path("a/b")),
        "config": {"list": ["c", "d"]},
    }
    with pytest.raises(InvalidArgumentError, match="cwd must be text, not bytes"):
        wire_options("thread/start", {"cwd": b"a"})


def test_a_death_names_signals_it_knows_and_numbers_those_it_does_not() -> None:
    assert "SIGKILL" in str(TransportClosedError("it ended", signal=9))
    assert "signal 4711" in str(TransportClosedError("it ended", signal=4711))


def test_an_unknown_variant_has_a_type_like_the_known_ones() -> None:
    assert UnknownVariant(tag="tomorrow", raw={}).type == "tomorrow"
