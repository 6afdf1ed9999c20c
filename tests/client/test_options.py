"""Options and the protocol: each field of the params has an option and vice versa."""

from __future__ import annotations

import inspect
import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest

from trio_codex import (
    ApprovalMode,
    AsyncCodex,
    AsyncThread,
    InvalidArgumentError,
    Sandbox,
    protocol,
)
from trio_codex._client.options import (
    explicit_options,
    thread_list_params,
    thread_options,
    turn_options,
    wire_options,
)
from trio_codex.types import OMITTED, ReadOnlySandboxPolicy

if TYPE_CHECKING:
    from collections.abc import Callable

# Fields that go by another name, or by several: field -> options.
RENAMED: dict[str, dict[str, tuple[str, ...]]] = {
    "thread_start": {"dynamic_tools": ("tools",)},
    "thread_resume": {"exclude_turns": ("include_turns",)},
    "thread_fork": {"exclude_turns": ("include_turns",)},
    "turn": {
        "thread_id": (),  # the thread's own
        "input": ("input",),
        "tool_output": ("input",),  # an ExternalMessage
        "sandbox_policy": ("sandbox",),
        "service_tier_for_turn": ("turn_service_tier",),
        "turn_trigger": ("source",),
    },
    # The cursor is set by the iteration; the wire's `limit` is that of one request.
    "threads": {"cursor": (), "limit": ("page_size", "limit")},
    "page": {"thread_id": (), "cursor": (), "limit": ("page_size", "limit")},
}
# Options that are no field: what they say goes out in other fields, or stays here.
OURS: dict[str, set[str]] = {
    "thread_start": {"approval_mode", "handlers", "tools"},
    "thread_resume": {"approval_mode", "handlers", "tools", "include_turns"},
    "thread_fork": {"approval_mode", "handlers", "tools", "include_turns"},
    "run": {"approval_mode", "output_type", "idle_timeout", "leave_agents"},
    "turn": {"approval_mode", "output_type", "leave_agents"},
    "stream_text": {"approval_mode", "idle_timeout", "leave_agents"},
}
METHODS: list[tuple[type, str, str, type]] = [
    (AsyncCodex, "thread_start", "thread_start", protocol.ThreadStartParams),
    (AsyncCodex, "thread_resume", "thread_resume", protocol.ThreadResumeParams),
    (AsyncCodex, "thread_fork", "thread_fork", protocol.ThreadForkParams),
    (AsyncCodex, "thread_list", "thread_list", protocol.ThreadListParams),
    (AsyncCodex, "threads", "threads", protocol.ThreadListParams),
    (AsyncThread, "run", "turn", protocol.TurnStartParams),
    (AsyncThread, "turn", "turn", protocol.TurnStartParams),
    (AsyncThread, "stream_text", "turn", protocol.TurnStartParams),
    (AsyncThread, "turns", "page", protocol.ThreadTurnsListParams),
    (AsyncThread, "items", "page", protocol.ThreadItemsListParams),
]


def parameters(owner: type, name: str) -> dict[str, inspect.Parameter]:
    signature = inspect.signature(cast("Callable[..., object]", getattr(owner, name)))
    return {key: value for key, value in signature.parameters.items() if key != "self"}


@pytest.mark.requirement("api/options")
@pytest.mark.parametrize(("owner", "method", "table", "params_type"), METHODS)
def test_every_field_of_the_params_is_reached_by_an_option(
    owner: type, method: str, table: str, params_type: Any
) -> None:
    options = parameters(owner, method)
    renamed = RENAMED.get(table, {})
    reached: set[str] = set()
    for field in attrs.fields(params_type):
        if field.name.startswith("mock_"):  # the runtime's own tests use it
            assert field.name not in options
            continue
        names = renamed.get(field.name, (field.name,))
        assert set(names) <= options.keys(), field.name
        reached.update(names)
    assert options.keys() - reached - OURS.get(method, set()) == set()


@pytest.mark.requirement("api/options")
@pytest.mark.parametrize(("owner", "method"), [(row[0], row[1]) for row in METHODS])
def test_options_are_keyword_only_and_default_to_none(owner: type, method: str) -> None:
    for name, parameter in parameters(owner, method).items():
        if name in ("thread_id", "input"):
            assert parameter.default is inspect.Parameter.empty
            continue
        assert parameter.kind is inspect.Parameter.KEYWORD_ONLY, name
        expected: object = None
        if name in ("include_turns", "leave_agents"):
            expected = False
        elif name == "approval_mode" and method.startswith("thread_"):
            expected = OMITTED  # `None` is a value of its own: nothing is sent
        assert parameter.default is expected, name


@pytest.mark.parametrize(("owner", "method"), [(row[0], row[1]) for row in METHODS])
def test_every_option_is_documented_with_its_default(owner: type, method: str) -> None:
    documented = inspect.getdoc(getattr(owner, method)) or ""
    if (other := re.search(r"options\s+are\s+those\s+of\s+`(\w+)`", documented)) is not None:
        documented += "\n" + (inspect.getdoc(getattr(owner, other[1])) or "")
    entries = dict(re.findall(r"^    (\w+): (.*(?:\n        .*)*)", documented, re.MULTILINE))
    for name, parameter in parameters(owner, method).items():
        assert name in entries, name
        if parameter.default is not inspect.Parameter.empty:
            assert re.search(r";\s+default:\s+\S", entries[name]), name


def test_a_run_and_a_turn_take_the_same_options() -> None:
    run, turn, text = (
        set(parameters(AsyncThread, name)) for name in ("run", "turn", "stream_text")
    )
    assert run - turn == {"idle_timeout"} and turn <= run
    assert run - text == {"output_type"} and text <= run


def test_only_parameters_that_were_set_are_options() -> None:
    scope = {"self": 1, "input": 2, "a": 3, "b": None, "c": False, "d": 0, "tools": 4}
    assert explicit_options(scope, "tools") == {"a": 3, "c": False, "d": 0}


def test_options_get_their_wire_names() -> None:
    options: dict[str, object] = {
        "responsesapi_client_metadata": {"k": "v"},
        "cwd": PurePosixPath("/x"),
        "effort": None,
        "runtime_workspace_roots": ["/y"],
    }
    assert wire_options("turn/start", options) == {
        "responsesapiClientMetadata": {"k": "v"},
        "cwd": "/x",
        "runtimeWorkspaceRoots": ["/y"],
    }


def test_bytes_are_refused_as_a_path() -> None:
    with pytest.raises(InvalidArgumentError, match="cwd must be text, not bytes"):
        wire_options("turn/start", {"cwd": b"/x"})


def test_the_sandbox_of_a_thread_is_a_mode_and_that_of_a_turn_a_policy() -> None:
    options: dict[str, object] = {"sandbox": Sandbox.FULL_ACCESS}
    assert thread_options("thread/start", options) == {"sandbox": "danger-full-access"}
    assert turn_options(options) == {"sandboxPolicy": {"type": "dangerFullAccess"}}
    whole = turn_options({"sandbox": ReadOnlySandboxPolicy()})
    assert isinstance(whole["sandboxPolicy"], dict)
    assert whole["sandboxPolicy"]["type"] == "readOnly"


def test_a_policy_of_the_protocol_wins_over_the_mode() -> None:
    options: dict[str, object] = {
        "approval_mode": ApprovalMode.AUTO_REVIEW,
        "approval_policy": "never",
    }
    expected = {"approvalPolicy": "never", "approvalsReviewer": "auto_review"}
    assert thread_options("thread/start", options) == turn_options(options) == expected
    assert options["approval_mode"] is ApprovalMode.AUTO_REVIEW


def test_threads_are_sorted_so_that_no_page_loses_one() -> None:
    assert thread_list_params({"limit": 2}) == {"sortKey": "recency_at", "limit": 2}
    assert thread_list_params({"sort_key": "created_at"}) == {"sortKey": "created_at"}


def test_paths_in_lists_and_mappings_are_sent_as_text() -> None:
    roots = [PurePosixPath("/a"), "/b"]
    config = {"notify": [PurePosixPath("/c")]}
    wire = wire_options("thread/start", {"runtime_workspace_roots": roots, "config": config})
    assert wire == {"runtimeWorkspaceRoots": ["/a", "/b"], "config": {"notify": ["/c"]}}


def test_bytes_inside_of_a_list_are_refused_by_the_name_of_the_option() -> None:
    with pytest.raises(
        InvalidArgumentError, match="runtime_workspace_roots must be text, not bytes"
    ):
        wire_options("thread/start", {"runtime_workspace_roots": [b"/a"]})
