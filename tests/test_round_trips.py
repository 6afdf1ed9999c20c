"""Every public value, config and error can be copied and pickled, and comes back equal."""

from __future__ import annotations

import copy
import enum
import importlib
import inspect
import pickle
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from types import ModuleType
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import trio_codex
from tests.many_cases import by_domain
from tests.protocol.samples import TYPE_NAMES, fullest, smallest
from tests.result_samples import RESULT, RESULTS, SPENT, decoded
from trio_codex import errors, protocol, testing, types
from trio_codex._portable import fresh
from trio_codex.protocol._types import find_type
from trio_codex.protocol.converter import structure
from trio_codex.testing.model_server import items as model_items
from trio_codex.testing.strategies import from_type

Turned = Callable[[Any], Any]


def pickled(value: Any) -> Any:
    return pickle.loads(pickle.dumps(value))


WAYS: dict[str, Turned] = {
    "pickle": pickled,
    "pickle, protocol 2": lambda value: pickle.loads(pickle.dumps(value, protocol=2)),
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
}
in_every_way = pytest.mark.parametrize("way", WAYS.values(), ids=list(WAYS))


@trio_codex.tool
def add(left: int, right: int) -> int:
    """Adds."""
    return left + right


async def decline(params: object) -> protocol.JsonValue:
    return None


# What the arguments of constructors are, by their names.
ARGUMENTS: dict[str, Any] = {
    "actual": "0.1.0",
    "code": -32000,
    "data": {"a": [1, None]},
    "environment_id": "far",
    "exit_code": 3,
    "expected": "0.163.0",
    "idle_timeout": 1.5,
    "limit": 7,
    "line": b"\xff",
    "message": "what went wrong",
    "method": "item/tool/call",
    "needed": "0.153.4",
    "outstanding": ("an item",),
    "path": "$.a",
    "reason": "expected a string",
    "request_id": 9,
    "result": RESULT,
    "signal": 15,
    "spent": SPENT,
    "stderr_tail": "the end\n",
    "text": "{}",
    "thread": decoded("Thread"),
    "thread_id": "thread",
    "unit": "tokens",
    "url": "ws://127.0.0.1:1",
}
ERRORS = sorted(
    {
        value
        for module in (trio_codex, errors)
        for value in (getattr(module, name) for name in dir(module))
        if inspect.isclass(value) and issubclass(value, Exception)
    },
    key=lambda cls: cls.__name__,
)


def made(cls: type[Exception]) -> Exception:
    parameters = list(inspect.signature(cls.__init__).parameters.values())[1:]
    if any(each.kind is each.VAR_POSITIONAL for each in parameters):
        error = cls(ARGUMENTS["message"])
    else:
        by_name = {each.name: ARGUMENTS[each.name] for each in parameters}
        positional = [
            by_name.pop(each.name) for each in parameters if each.kind is not each.KEYWORD_ONLY
        ]
        error = cls(*positional, **by_name)
    error.add_note("a note")
    error.__cause__ = trio_codex.ProtocolError("the cause", line=b"x")
    error.__cause__.__cause__ = OSError(2, "No such file", "name")
    return error


def described(error: BaseException | None) -> object:
    """Everything about an error that a reader of it can see."""
    if error is None:
        return None
    fields = {key: value for key, value in vars(error).items() if not key.startswith("__")}
    notes = getattr(error, "__notes__", [])
    cause = described(error.__cause__)
    return type(error), error.args, str(error), fields, notes, error.__suppress_context__, cause


@in_every_way
@pytest.mark.parametrize("cls", ERRORS, ids=lambda cls: cls.__name__)
def test_every_error_comes_back_with_all_that_it_says(cls: type[Exception], way: Turned) -> None:
    error = made(cls)
    before = described(error)
    again = way(error)
    assert again is not error
    assert described(again) == before
    assert described(error) == before


@pytest.mark.parametrize("cls", ERRORS, ids=lambda cls: cls.__name__)
def test_the_copy_for_another_task_shares_no_notes_and_no_traceback(cls: type[Exception]) -> None:
    error = made(cls)
    with pytest.raises(cls):
        raise error
    again = fresh(error)
    assert described(again) == described(error)
    assert again.__cause__ is error.__cause__
    assert again.__traceback__ is None
    again.add_note("another")
    assert error.__notes__ == ["a note"]


class Demanding(Exception):
    """An error as many write it: its constructor takes something else than `args`."""

    def __init__(self, *, number: int) -> None:
        super().__init__(f"number {number}")
        self.number = number


class Speechless(Exception):
    def __str__(self) -> str:
        raise RuntimeError("no words")

    def __reduce__(self) -> Any:
        raise TypeError("cannot be pickled")


@pytest.mark.parametrize(
    ("cause", "left"),
    [
        (Demanding(number=3), "Demanding: number 3"),
        (Speechless(), "Speechless: <its text cannot be made: RuntimeError>"),
    ],
    ids=["constructor", "text"],
)
def test_a_cause_that_cannot_be_pickled_leaves_its_text(cause: Exception, left: str) -> None:
    error = trio_codex.HandlerError("failed", method="item/tool/call", request_id=1)
    error.__cause__ = cause
    again = pickled(error)
    assert type(again.__cause__) is Exception
    assert str(again.__cause__) == left
    assert copy.copy(error).__cause__ is cause


@pytest.mark.parametrize(
    "error",
    [
        Demanding(number=3),
        OSError(2, "No such file", "one", None, "two"),
        UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"),
        KeyboardInterrupt(),
        SystemExit(3),
    ],
    ids=lambda error: type(error).__name__,
)
def test_a_foreign_error_is_copied_with_what_is_in_it(error: BaseException) -> None:
    error.__cause__ = ValueError("cause")
    again = fresh(error)
    assert again is not error
    assert described(again) == described(error)
    assert again.__cause__ is error.__cause__
    for name in ("code", "number", "errno", "filename", "filename2", "object"):
        assert getattr(again, name, None) == getattr(error, name, None)


def fail_in_another_process() -> None:
    raise trio_codex.TurnFailedError("failed", result=RESULT)


def test_an_error_leaves_a_process_pool_and_the_pool_lives_on() -> None:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        with pytest.raises(trio_codex.TurnFailedError, match="failed") as caught:
            pool.submit(fail_in_another_process).result(60)
        assert caught.value.result == RESULT
        assert pool.submit(len, "four").result(60) == 4


NOTE = trio_codex.Notification(
    {"method": "thread/closed", "params": {"threadId": "t"}, "emittedAtMs": 1500}
)
# One value at least of each public class whose objects are values.
VALUES: dict[str, Any] = {
    "AppServerConfig with mappings": trio_codex.AppServerConfig(
        codex_bin="/bin/codex",
        config_overrides={"model": "m", "tools": {"web_search": True}},
        env={"NAME": "value"},
        launch_args_override=["codex", "app-server"],
    ),
    "OtelExport": trio_codex.OtelExport(endpoint="http://127.0.0.1:4318", headers={"k": "v"}),
    "ApprovalMode": trio_codex.ApprovalMode.ASK,
    "Sandbox": trio_codex.Sandbox.READ_ONLY,
    "TextInput": trio_codex.TextInput("text"),
    "ImageInput": trio_codex.ImageInput("https://example.org/a.png", "low"),
    "SharedSecret": trio_codex.SharedSecret("s" * 32, audience="codex"),
    "LocalImageInput": trio_codex.LocalImageInput("a.png"),
    "SkillInput": trio_codex.SkillInput("name", "path"),
    "MentionInput": trio_codex.MentionInput("name", "path"),
    "ExternalMessage": trio_codex.ExternalMessage("tool", [{"type": "inputText", "text": ""}]),
    "ServerRequestHandlers": trio_codex.ServerRequestHandlers(fallback=decline),
    "decline_all": trio_codex.ServerRequestHandlers.decline_all(),
    "accept_all": trio_codex.ServerRequestHandlers.accept_all(),
    "Tool": add,
    "TurnResult": RESULT,
    **RESULTS,
    "ConnectionStatistics": types.ConnectionStatistics(
        **{field.name: 1 for field in attrs.fields(types.ConnectionStatistics)}
    ),
    "Decision": types.Decision.accept_with_amendment(["git", "status"]),
    "FileChangeRequest": types.FileChangeRequest(
        params=decoded("FileChangeRequestApprovalParams"), changes=[decoded("FileUpdateChange")]
    ),
    "IncomingRequest": types.IncomingRequest(
        method="a/b", params={"c": [None]}, thread_id="t", turn_id=None
    ),
    "ServerMetadata": types.ServerMetadata(
        user_agent="a/1.0.0 (b)",
        codex_home="/c",
        platform_family="unix",
        platform_os="linux",
        server_name="a",
        server_version="1.0.0",
    ),
    "ToolImage": types.ToolImage("data:image/png;base64,AA=="),
    "ToolOutcome": types.ToolOutcome(({"type": "inputText", "text": "x"},)),
    "SubAgent": types.SubAgent(
        thread_id="t",
        turn_id="u",
        parent=None,
        status=types.TurnStatus.COMPLETED,
        tokens=protocol.TokenUsageBreakdown(
            total_tokens=3,
            input_tokens=2,
            cached_input_tokens=0,
            output_tokens=1,
            reasoning_output_tokens=0,
        ),
    ),
    "UnknownVariant": types.UnknownVariant(tag="later", raw={"type": "later"}),
    "Notification": NOTE,
    "HttpFailure": testing.HttpFailure(status=429, body={"error": "x"}),
    "StreamFailure": testing.StreamFailure(code="code", message="message"),
    "TokenUsage": testing.TokenUsage(input_tokens=1, output_tokens=2),
    "OutputItem": model_items.message("text"),
    "Reply": testing.Reply(items=(model_items.message("text"),)),
    "BrowserPage": testing.BrowserPage(url="http://127.0.0.1/", status=200, text=""),
    "IssuerRequest": testing.IssuerRequest(
        method="GET", path="/", fields={"a": "b"}, headers={}, bearer=None
    ),
}
# Their objects are alive: they belong to a connection, a server or a test.
NOT_VALUES = {
    *("AsyncCodex", "AsyncThread", "AsyncTurnHandle", "Codex", "Thread", "TurnHandle"),
    *("AsyncChatgptLoginHandle", "AsyncDeviceCodeLoginHandle"),
    *("ChatgptLoginHandle", "DeviceCodeLoginHandle"),
    *("AsyncCommandHandle", "AsyncCommandInput", "AsyncCommandOutput", "CommandHandle"),
    *("AsyncNotificationStream", "AsyncPages", "AsyncTextStream", "AsyncTurnStream"),
    *("AsyncReviewHandle", "ReviewHandle", "AsyncPlanHandle", "PlanHandle"),
    *("AsyncGoalHandle", "GoalHandle", "AsyncGoalStream", "AsyncGoalTurns", "QueuedTurn"),
    *(
        "AwaitableScope",
        "AsyncNotificationStream",
        "AsyncPages",
        "AsyncTextStream",
        "AsyncTurnStream",
    ),
    *("BlockingLoginIssuer", "BlockingModelServer", "LoginIssuer", "ModelServer"),
    *("ChildControl", "FakeAppServer", "FakeQuestion", "FakeRequest", "FakeTurn", "FakeWork"),
    *("AsyncEnvironment", "Environment", "Budget", "AsyncStoredThread", "AsyncTranscript"),
    *("Gate", "Signal", "IssuerScript", "ModelScript", "ModelRequest"),
    *("ConfigFields", "ReplyOptions"),  # the types of keyword arguments
    *("AwaitableScope", "AsyncQueuedTurn"),
    "OpenEnum",  # a base class
    "WireModel",
}


@pytest.mark.parametrize("module", [trio_codex, types, testing])
def test_no_public_class_of_values_is_forgotten(module: ModuleType) -> None:
    samples = {type(value) for value in VALUES.values()}
    for name in module.__all__:
        value = getattr(module, name)
        if not inspect.isclass(value) or typing_name(value) or name in NOT_VALUES:
            continue
        if issubclass(value, (BaseException, protocol.WireModel, enum.Enum)):
            continue  # these have tests of their own
        assert value in samples, f"{module.__name__}.{name}"


def typing_name(value: object) -> bool:
    return getattr(value, "__origin__", None) is not None or value in (str, int, object)


def check_every_way(value: object) -> None:
    for way in WAYS.values():
        again = way(value)
        assert type(again) is type(value)
        assert again == value
        assert repr(again) == repr(value)


@pytest.mark.parametrize("name", VALUES)
def test_every_value_comes_back_equal(name: str) -> None:
    check_every_way(VALUES[name])


@by_domain(TYPE_NAMES)
def test_every_type_of_the_protocol_comes_back_equal(name: str) -> None:
    for sample in [*fullest(name), smallest(name)]:
        check_every_way(structure(sample, find_type(name)))


@given(data=st.data())
@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
def test_values_of_a_newer_server_come_back_equal(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(TYPE_NAMES))
    check_every_way(data.draw(from_type(find_type(name), newer=True)))


@in_every_way
def test_enum_members_come_back_and_so_does_one_that_is_unknown(way: Turned) -> None:
    for value in (getattr(protocol, name) for name in protocol.__all__):
        if inspect.isclass(value) and issubclass(value, enum.Enum):
            assert all(way(member) is member for member in value)
    unknown = protocol.TurnStatus("paused")
    again = way(unknown)
    assert again == unknown and type(again) is protocol.TurnStatus and not again.is_known


@in_every_way
def test_a_method_is_the_one_that_it_was(way: Turned) -> None:
    for spec in protocol.METHODS.values():
        assert way(spec) is spec


@in_every_way
def test_a_notification_is_read_again_where_it_arrives(way: Turned) -> None:
    unread, read = trio_codex.Notification(dict(NOTE._message)), NOTE
    assert read.payload == protocol.ThreadClosedNotification(thread_id="t")
    for note in (unread, read):
        again = way(note)
        assert again == NOTE and hash(again) == hash(NOTE)
        assert (again.method, again.emitted_at) == ("thread/closed", 1.5)
        assert again.payload == protocol.ThreadClosedNotification(thread_id="t")
    other = trio_codex.Notification({"method": "thread/closed", "params": {}})
    assert other != NOTE
    assert (NOTE == "thread/closed") is False


def test_a_tool_made_in_a_function_cannot_be_pickled_and_says_so() -> None:
    @trio_codex.tool
    def local() -> None:
        """Does nothing."""

    with pytest.raises((pickle.PicklingError, AttributeError), match="local"):
        pickle.dumps(local)
    assert copy.deepcopy(local) is local


def test_modules_say_where_their_values_are_found() -> None:
    for cls in {type(value) for value in VALUES.values()} | set(ERRORS):
        assert getattr(importlib.import_module(cls.__module__), cls.__qualname__) is cls
