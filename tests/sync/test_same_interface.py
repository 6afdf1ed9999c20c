"""Every public name of the async client has one with the same signature in the other faces."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import pytest

import trio_codex
from trio_codex import aio, sync
from trio_codex._client import (
    app_server,
    command_streams,
    goal,
    paging,
    stored_thread,
    subscription,
    text_stream,
    transcript,
    turn,
)

PAIRS = [
    (trio_codex.AsyncCodex, trio_codex.Codex),
    (trio_codex.AsyncThread, trio_codex.Thread),
    (trio_codex.AsyncTurnHandle, trio_codex.TurnHandle),
    (trio_codex.AsyncChatgptLoginHandle, trio_codex.ChatgptLoginHandle),
    (trio_codex.AsyncDeviceCodeLoginHandle, trio_codex.DeviceCodeLoginHandle),
    (trio_codex.AsyncCommandHandle, trio_codex.CommandHandle),
    (command_streams.AsyncCommandInput, sync.CommandInput),
    (command_streams.AsyncCommandOutput, sync.CommandOutput),
    (app_server.AppServerClient, sync.BlockingAppServerClient),
    (trio_codex.AsyncEnvironment, trio_codex.Environment),
    (trio_codex.AsyncGoalHandle, trio_codex.GoalHandle),
    (trio_codex.AsyncReviewHandle, trio_codex.ReviewHandle),
    (trio_codex.AsyncPlanHandle, trio_codex.PlanHandle),
    (trio_codex.AsyncQueuedTurn, trio_codex.QueuedTurn),
    (goal.AsyncGoalStream, sync.GoalStream),
    (goal.AsyncGoalTurns, sync.GoalTurns),
    (paging.AsyncPages, sync.Pages),
    (stored_thread.AsyncStoredThread, sync.StoredThread),
    (transcript.AsyncTranscript, sync.Transcript),
    (text_stream.AsyncTextStream, sync.TextStream),
    (turn.AsyncTurnStream, sync.TurnStream),
    (subscription.AsyncNotificationStream, sync.NotificationStream),
]

ASYNCIO_PAIRS = [(theirs, getattr(aio, theirs.__name__)) for theirs, _ in PAIRS]

# What only the async side needs: a nursery to live in, and words of the language.
ONLY_ASYNC = {"serve", "wait_stopped"}
RENAMED = {
    "aclose": "close",
    "__aenter__": "__enter__",
    "__aexit__": "__exit__",
    "__aiter__": "__iter__",
    "__anext__": "__next__",
}
# What only the blocking side needs: an async caller bounds a wait by a cancel scope of its own.
ONLY_BLOCKING = {
    (trio_codex.Thread, "run"): "timeout",
    (trio_codex.GoalHandle, "run"): "timeout",
    (trio_codex.ReviewHandle, "run"): "timeout",
    (trio_codex.PlanHandle, "run"): "timeout",
    (trio_codex.QueuedTurn, "turn"): "timeout",
    (trio_codex.PlanHandle, "stream"): "timeout",
    (trio_codex.ReviewHandle, "stream"): "timeout",
    (trio_codex.GoalHandle, "stream"): "timeout",
    (trio_codex.Thread, "stream_text"): "timeout",
    (trio_codex.TurnHandle, "run"): "timeout",
    (trio_codex.TurnHandle, "stream"): "timeout",
    (trio_codex.CommandHandle, "wait"): "timeout",
    (trio_codex.ChatgptLoginHandle, "wait"): "timeout",
    (trio_codex.DeviceCodeLoginHandle, "wait"): "timeout",
}
SPECIAL = {*RENAMED, *RENAMED.values()}


def members(cls: type) -> dict[str, object]:
    found: dict[str, object] = {}
    for base in reversed(cls.__mro__[:-1]):
        for name, value in vars(base).items():
            if name in SPECIAL or not name.startswith("_"):
                if isinstance(value, property) or inspect.isfunction(value):
                    found[name] = value
    return found


def cases(pairs: list[tuple[type, type]]) -> Iterator[tuple[type, type, str]]:
    for theirs, ours in pairs:
        for name in members(theirs):
            low_level = theirs is app_server.AppServerClient
            if name in ONLY_ASYNC or (low_level and name in {"aclose", "__aenter__", "__aexit__"}):
                continue  # the view of the low-level client is opened and closed by its Codex
            yield theirs, ours, name


def blocking(annotation: object) -> object:
    if not isinstance(annotation, str):
        return annotation
    # What may be awaited or entered over there is returned here as it is: it can be entered.
    annotation = re.sub(r"^AwaitableScope\[(.*)\]$", r"\1", annotation)
    annotation = re.sub(r"\bAppServerClient\b", "BlockingAppServerClient", annotation)
    return re.sub(r"\bAsync(?=[A-Z])", "", annotation)


def shape(value: object, only_blocking: str | None = None) -> tuple[object, ...]:
    function = value.fget if isinstance(value, property) else value
    assert callable(function)
    signature = inspect.signature(function)
    parameters = tuple(
        (p.name, p.kind, p.default, blocking(p.annotation))
        for p in signature.parameters.values()
        if p.name != only_blocking
    )
    return (type(value), parameters, blocking(signature.return_annotation))


@pytest.mark.requirement("blocking/same-interface")
@pytest.mark.parametrize(
    ("theirs", "ours", "name"),
    list(cases(PAIRS)),
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_a_blocking_method_has_the_signature_of_its_async_one(
    theirs: type, ours: type, name: str
) -> None:
    method = members(ours).get(RENAMED.get(name, name))
    assert method is not None, f"{ours.__name__} has no {RENAMED.get(name, name)}"
    assert not inspect.iscoroutinefunction(method)
    assert shape(method, ONLY_BLOCKING.get((ours, name))) == shape(members(theirs)[name])


@pytest.mark.requirement("asyncio/same-interface")
@pytest.mark.parametrize(
    ("theirs", "ours", "name"),
    list(cases(ASYNCIO_PAIRS)),
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_an_asyncio_method_has_the_signature_and_the_words_of_its_trio_one(
    theirs: type, ours: type, name: str
) -> None:
    original, method = members(theirs)[name], members(ours).get(name)
    assert method is not None, f"{ours.__name__} has no {name}"
    assert inspect.iscoroutinefunction(method) == inspect.iscoroutinefunction(original)
    assert shape(method) == shape(original)
    text = inspect.getdoc(method) or ""
    assert text == (inspect.getdoc(original) or "")
    assert "Trio" not in text


@pytest.mark.parametrize(("theirs", "ours"), ASYNCIO_PAIRS, ids=lambda cls: cls.__name__)
def test_an_asyncio_class_has_no_other_names(theirs: type, ours: type) -> None:
    assert set(members(ours)) <= set(members(theirs))


@pytest.mark.requirement("asyncio/same-interface")
def test_every_async_name_of_the_root_has_one_for_asyncio() -> None:
    roots = {name for name in trio_codex.__all__ if name.lower().startswith("async")}
    assert roots <= set(aio.__all__)
    for each in (trio_codex.AsyncCodex, trio_codex.async_retry_on_overload):
        other = getattr(aio, each.__name__)
        assert inspect.signature(other) == inspect.signature(each)
    assert inspect.getdoc(aio.async_retry_on_overload) == inspect.getdoc(
        trio_codex.async_retry_on_overload
    )


@pytest.mark.parametrize(("theirs", "ours"), PAIRS, ids=lambda cls: cls.__name__)
def test_a_blocking_class_has_no_other_names(theirs: type, ours: type) -> None:
    expected = {RENAMED.get(name, name) for name in members(theirs)}
    own = set(members(ours)) - expected
    assert own <= ({"close"} if ours is trio_codex.Codex else set())


@pytest.mark.requirement("blocking/same-interface")
@pytest.mark.parametrize(
    ("theirs", "ours", "name"),
    list(cases(PAIRS)),
    ids=lambda value: value if isinstance(value, str) else value.__name__,
)
def test_a_blocking_method_documents_the_same_arguments_and_errors(
    theirs: type, ours: type, name: str
) -> None:
    original = inspect.getdoc(members(theirs)[name]) or ""
    text = inspect.getdoc(members(ours)[RENAMED.get(name, name)]) or ""
    entries = re.compile(r"^ {4}(\w+): ", re.MULTILINE)
    assert text
    assert "Cancelled" not in text and "await" not in text and "Async" not in text
    if not name.startswith("__"):
        only_blocking = ONLY_BLOCKING.get((ours, name))
        # Errors that only the additional argument has come with it.
        own = {"InvalidArgumentError", "TimeoutError"} if only_blocking else set()
        assert [entry for entry in entries.findall(text) if entry not in {only_blocking, *own}] == [
            entry for entry in entries.findall(original) if entry not in own
        ]
        assert ("Cancelled" in original) <= ("Ctrl+C" in text)


@pytest.mark.parametrize(("ours", "name"), list(ONLY_BLOCKING), ids=str)
def test_what_only_the_blocking_side_has_is_optional(ours: type, name: str) -> None:
    function = members(ours)[name]
    assert callable(function)
    parameter = inspect.signature(function).parameters[ONLY_BLOCKING[ours, name]]
    assert (parameter.kind, parameter.default) == (parameter.KEYWORD_ONLY, None)
    assert parameter.annotation == "float | None"


def test_the_constructor_takes_what_the_async_one_takes_but_a_transport() -> None:
    original = dict(inspect.signature(trio_codex.AsyncCodex).parameters)
    del original["transport"]
    parameters = dict(inspect.signature(trio_codex.Codex).parameters)
    assert {name: str(p) for name, p in parameters.items()} == {
        name: str(p) for name, p in original.items()
    }
