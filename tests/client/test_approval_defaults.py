"""Approval defaults: the settings that a call without an approval mode sends."""

from __future__ import annotations

import logging
from typing import Any

import attrs
import pytest
import trio

from trio_codex import AppServerConfig, AsyncCodex, ServerRequestHandlers
from trio_codex._client.approval_defaults import ApprovalDefaults
from trio_codex._client.loaded_settings import ignored_options
from trio_codex._client.options import thread_options
from trio_codex._requests.handlers import APPROVAL_FIELDS, FIELD_OF
from trio_codex.testing import FakeAppServer
from trio_codex.types import OMITTED

ASK = {"approvalPolicy": "on-request", "approvalsReviewer": "user"}
REVIEW = {"approvalPolicy": "on-request", "approvalsReviewer": "auto_review"}
FIELDS = [field.name for field in attrs.fields(ServerRequestHandlers)]


async def handler(params: Any) -> Any:
    """A handler whose answer is of no interest."""
    await trio.lowlevel.checkpoint()


def only(field: str) -> ServerRequestHandlers:
    return ServerRequestHandlers(**{field: handler})


def defaults(
    handlers: ServerRequestHandlers | None = None, overrides: Any = ()
) -> ApprovalDefaults:
    return ApprovalDefaults(handlers, AppServerConfig(config_overrides=overrides))


@pytest.mark.parametrize("field", FIELDS)
def test_a_handler_that_decides_approvals_is_asked_and_another_changes_nothing(field: str) -> None:
    expected = ASK if field in APPROVAL_FIELDS else REVIEW
    assert defaults(only(field)).of("thread/start", None).params == expected
    assert defaults().of("thread/start", only(field)).params == expected


def test_every_request_for_an_approval_has_a_deciding_handler() -> None:
    asking = {field for method, field in FIELD_OF.items() if "pproval" in method}
    assert asking | {"elicitation", "fallback"} == set(APPROVAL_FIELDS)


@pytest.mark.parametrize(
    "ready_made",
    [
        ServerRequestHandlers.decline_all,
        ServerRequestHandlers.accept_all,
        ServerRequestHandlers.ask_in_terminal,
    ],
)
def test_preset_handlers_decide_approvals(ready_made: Any) -> None:
    assert defaults(ready_made()).of("thread/start", None).params == ASK
    assert defaults().of("thread/start", ready_made()).params == ASK


@pytest.mark.parametrize("method", ["thread/resume", "thread/fork"])
def test_a_resumed_thread_keeps_its_policy(method: str) -> None:
    assert defaults().of(method, None).params == {}
    for given in (
        defaults(only("permissions")).of(method, None),
        defaults().of(method, only("fallback")),
    ):
        assert given.params == {"approvalsReviewer": "user"}


OVERRIDES: list[tuple[Any, dict[str, str]]] = [
    (("approval_policy=never",), {"approvalsReviewer": "user"}),
    ((" approval_policy = 'never'", "model=m"), {"approvalsReviewer": "user"}),
    ({"approvals_reviewer": "auto_review"}, {"approvalPolicy": "on-request"}),
    ({"approval_policy": "untrusted", "approvals_reviewer": "user"}, {}),
    ({"tools.approval_policy": "untrusted"}, ASK),
]


@pytest.mark.parametrize(("overrides", "sent"), OVERRIDES)
def test_approval_settings_of_the_configuration_are_not_sent_again(
    overrides: Any, sent: dict[str, str]
) -> None:
    default = defaults(only("file_change"), overrides).of("thread/start", None)
    assert default.params == sent
    if isinstance(overrides, dict):
        options: dict[str, object] = {"approval_mode": OMITTED, "config": overrides}
        own = thread_options(
            "thread/start", options, defaults(only("fallback")).of("thread/start", None)
        )
        assert {key: value for key, value in own.items() if key != "config"} == sent


def test_a_named_policy_or_reviewer_wins_over_the_default() -> None:
    asking = defaults(only("fallback")).of("thread/start", None)
    policy = thread_options(
        "thread/start", {"approval_mode": OMITTED, "approval_policy": "untrusted"}, asking
    )
    assert policy == {"approvalPolicy": "untrusted", "approvalsReviewer": "user"}
    reviewer = thread_options(
        "thread/start", {"approval_mode": OMITTED, "approvals_reviewer": "auto_review"}, asking
    )
    assert reviewer == REVIEW
    assert thread_options("thread/start", {}, asking) == {}  # `None` was named


def test_options_that_differ_in_the_reply_were_ignored() -> None:
    params: dict[str, Any] = {"model": "a", "cwd": "/x", "sandbox": "read-only", "config": {}}
    assert ignored_options(params, {}) == {}
    same: dict[str, Any] = {"model": "a", "cwd": "/x", "sandbox": {"type": "readOnly"}}
    assert ignored_options(params, same) == {}
    assert ignored_options(params, {**same, "model": "b", "sandbox": {"type": "external"}}) == {
        "model": "a",
        "sandboxPolicy": {"type": "readOnly"},
    }


LOGGED: list[tuple[ServerRequestHandlers | None, Any, str]] = [
    (None, (), "the default approval mode is auto_review: no handler decides approvals"),
    (
        only("file_change"),
        (),
        "the default approval mode is ask: the client's handlers decide approvals (file_change)",
    ),
    (
        None,
        ("approval_policy=never",),
        """the default approval mode is auto_review (no handler decides approvals), \
except for what config_overrides set: approvalPolicy""",
    ),
]


@pytest.mark.parametrize(("handlers", "overrides", "record"), LOGGED)
async def test_the_default_mode_and_its_reason_are_logged_when_the_client_connects(
    handlers: Any, overrides: Any, record: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="trio_codex.client")
    config = AppServerConfig(config_overrides=overrides)
    fake = FakeAppServer()
    with trio.fail_after(10):
        async with AsyncCodex(config, handlers=handlers, transport=fake.transport) as codex:
            await codex.thread_start(approval_mode=None)
            await codex.thread_start()
    infos = [it.getMessage() for it in caplog.records if it.levelno == logging.INFO]
    assert record in infos
    opened = [it for it in caplog.messages if it.startswith("thread/start: approvals: ")]
    assert opened[0].endswith("the call names it")
    assert ("handlers decide" in opened[1]) is (handlers is not None)
