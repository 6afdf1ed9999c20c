"""Bad input: one of our errors, before a byte of it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest

from tests.many_cases import case
from tests.runtime.helpers import requests_sent
from trio_codex import (
    AsyncCodex,
    ClientClosedError,
    ExternalMessage,
    ImageInput,
    InvalidArgumentError,
    InvalidRequestError,
    LocalImageInput,
    TextInput,
)
from trio_codex.protocol import ThreadGoalSetParams, ThreadListParams

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from trio_codex import AppServerConfig, AsyncThread
    from trio_codex.testing import ModelServer

SURROGATE = "caf\udce9"
Call = "Callable[[AsyncCodex, AsyncThread], Awaitable[object]]"


def _any(value: object) -> Any:
    """Hide a wrong value from the type checker: users have none."""
    return value


BAD_VALUES: dict[str, tuple[Any, str]] = {
    "NaN in an option": (
        lambda c, t: c.thread_start(config={"x": float("nan")}),
        r"\$\.config\.x",
    ),
    "infinity in a mapping": (
        lambda c, t: c.request("no/such", {"x": [float("inf")]}),
        r"\$\.x\[0\]|x\[0\]",
    ),
    "NaN in an output schema": (
        lambda c, t: t.run("Go.", output_schema={"minimum": float("nan")}),
        "minimum",
    ),
    "a lone surrogate as text": (lambda c, t: t.run(SURROGATE), "surrogate"),
    "a lone surrogate in an item": (lambda c, t: t.run([TextInput(SURROGATE)]), "surrogate"),
    "a lone surrogate in an option": (lambda c, t: c.thread_start(model=SURROGATE), "surrogate"),
    "a lone surrogate as a key": (
        lambda c, t: c.request("no/such", {SURROGATE: 1}),
        "surrogate",
    ),
    "an integer over 64 bits": (lambda c, t: c.request("no/such", {"x": 2**64}), "range|64"),
    "an integer its field cannot hold": (
        lambda c, t: c.request("thread/list", ThreadListParams(limit=-1)),
        r"\$\.limit",
    ),
    "an integer its field cannot hold, as an option": (
        lambda c, t: c.thread_list(limit=2**32),
        r"\$\.limit",
    ),
    "a token budget over 64 bits": (
        lambda c, t: c.request(
            "thread/goal/set", ThreadGoalSetParams(thread_id=t.id, token_budget=2**63)
        ),
        r"\$\.tokenBudget",
    ),
    "a number for an id": (
        lambda c, t: c.request("thread/read", _any({"threadId": 5})),
        r"\$\.threadId",
    ),
    "params that lack a key": (lambda c, t: c.request("thread/read", {}), "threadId"),
    "params for a method that needs some": (
        lambda c, t: c.request("thread/read", _any(None)),
        "thread/read|params",
    ),
    "the params of another method": (
        lambda c, t: c.request("thread/read", _any(ThreadListParams())),
        "ThreadReadParams|ThreadListParams",
    ),
    "an unknown value of an enum": (
        lambda c, t: c.request("thread/list", _any({"sortKey": "color"})),
        r"\$\.sortKey",
    ),
    "an unknown sandbox on a thread": (
        lambda c, t: c.thread_start(sandbox=_any("read_only")),
        r"Sandbox\.READ_ONLY, .*not 'read_only'; did you mean 'read-only'",
    ),
    "an unknown sandbox on a turn": (
        lambda c, t: t.run("Go.", sandbox=_any("none")),
        r"Sandbox\.READ_ONLY, .*not 'none'",
    ),
    "an unknown approval mode on a thread": (
        lambda c, t: c.thread_start(approval_mode=_any("always")),
        r"ApprovalMode\.AUTO_REVIEW, .*not 'always'",
    ),
    "an unknown approval mode on a turn": (
        lambda c, t: t.run("Go.", approval_mode=_any(True)),
        r"ApprovalMode\.AUTO_REVIEW",
    ),
    "an external message in a mixture": (
        lambda c, t: t.run(_any([TextInput("a"), ExternalMessage("mail", "b")])),
        r"input\[1\].*whole input of a turn",
    ),
    "an external message without a tool": (
        lambda c, t: t.run(ExternalMessage(" ", "b")),
        "tool_name",
    ),
    "a number as input": (lambda c, t: t.run(_any(5)), "must be a str, TextInput, .*not int"),
    "None as input": (lambda c, t: t.run(_any(None)), "not NoneType"),
    "bytes as input": (lambda c, t: t.run(_any(b"text")), "not bytes"),
    "a mapping as an item": (
        lambda c, t: t.run(_any([{"type": "text", "text": "a"}])),
        r"input\[0\].*not dict",
    ),
    "a file as the address of an image": (
        lambda c, t: t.run(ImageInput("/tmp/x.png")),
        "use LocalImageInput",
    ),
    "a missing image": (
        lambda c, t: t.run(LocalImageInput("no/such.png")),
        r"there is no file .*such\.png",
    ),
    "both forms of structured output": (
        lambda c, t: t.run("Go.", output_type=int, output_schema={}),
        "either output_type or output_schema",
    ),
    "an output type JSON cannot express": (
        lambda c, t: t.run("Go.", output_type=complex),
        "complex",
    ),
    "an empty name": (lambda c, t: t.set_name("  "), "non-empty"),
    "an empty API key": (lambda c, t: c.login_api_key(""), "api_key must be"),
    "an empty token": (lambda c, t: c.login_chatgpt_tokens("", "acct-1"), "access_token must be"),
    "bytes as a path": (lambda c, t: c.thread_start(cwd=_any(b"/x")), "cwd"),
    "a number as a model": (lambda c, t: c.thread_start(model=_any(5)), r"\$\.model"),
    "a number as a flag": (lambda c, t: c.thread_start(ephemeral=_any("no")), r"\$\.ephemeral"),
}


@pytest.mark.requirement("types/own-shapes")
async def test_bad_values_are_refused_before_a_byte_is_written(
    codex: AsyncCodex, thread: AsyncThread
) -> None:
    before = requests_sent(codex)
    for name, (call, message) in BAD_VALUES.items():
        with case(name):
            with pytest.raises(InvalidArgumentError, match=message):
                await call(codex, thread)
            assert requests_sent(codex) == before
            assert codex.statistics().turns_starting == 0
    # The connection is as good as before.
    assert (await codex.models()).data


async def test_a_steer_takes_no_empty_and_no_external_input(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    model.reply("Done.")
    turn = await thread.turn("Go.")
    await turn.run()
    before = requests_sent(codex)
    with pytest.raises(InvalidArgumentError, match="must not be empty"):
        await turn.steer([])
    with pytest.raises(InvalidArgumentError, match="cannot steer"):
        await turn.steer(_any(ExternalMessage("mail", "b")))
    assert requests_sent(codex) == before


async def test_methods_that_are_no_requests_are_refused(codex: AsyncCodex) -> None:
    before = requests_sent(codex)
    for method in ("turn/completed", "item/tool/call"):
        with pytest.raises(InvalidArgumentError, match="not a request that a client can send"):
            await codex.request(method, {})
    with pytest.raises(InvalidArgumentError, match="non-empty str"):
        await codex.request(_any(None), {})
    assert requests_sent(codex) == before


async def test_experimental_parts_need_the_capability(config: AppServerConfig) -> None:
    async with AsyncCodex(attrs.evolve(config, experimental_api=False)) as codex:
        thread = await codex.thread_start(model="mock-model")
        before = requests_sent(codex)
        with pytest.raises(InvalidArgumentError, match="thread/queue/list"):
            await codex.request("thread/queue/list", {"threadId": thread.id})
        with pytest.raises(InvalidArgumentError, match="permissions"):
            await codex.thread_start(permissions="x")
        with pytest.raises(InvalidArgumentError, match="dynamicTools"):
            await codex.request("thread/start", {"dynamicTools": []})
        with pytest.raises(InvalidArgumentError, match="collaborationMode"):
            await thread.run("Go.", collaboration_mode=_any({"mode": "plan", "settings": {}}))
        assert requests_sent(codex) == before


async def test_what_the_server_refuses_is_its_own_error(codex: AsyncCodex) -> None:
    with pytest.raises(InvalidRequestError, match="unknown variant `no/such`") as caught:
        await codex.request("no/such", {})
    assert caught.value.code == -32600
    assert len(str(caught.value)) < len(caught.value.message)
    missing = "00000000-0000-7000-8000-000000000000"
    with pytest.raises(InvalidRequestError, match=r"no rollout found|not found"):
        await codex.thread_resume(missing)


# -- before, after and twice -------------------------------------------------------------------

USES: dict[str, Callable[[AsyncCodex], Awaitable[object]]] = {
    "thread_start": lambda codex: codex.thread_start(),
    "thread_resume": lambda codex: codex.thread_resume("x"),
    "request": lambda codex: codex.request("model/list", {}),
    "models": lambda codex: codex.models(),
    "account": lambda codex: codex.account(),
    "login": lambda codex: codex.login_chatgpt(),
    "notify": lambda codex: codex.client.notify("initialized"),
}


@pytest.mark.requirement("client/closed")
@pytest.mark.parametrize("use", USES)
async def test_a_client_is_of_no_use_before_it_is_opened(config: AppServerConfig, use: str) -> None:
    codex = AsyncCodex(config)
    with pytest.raises(ClientClosedError, match="not open"):
        await USES[use](codex)


def test_nothing_can_be_looked_at_before_it_is_opened() -> None:
    codex = AsyncCodex()
    for look in (lambda: codex.metadata, codex.statistics, codex.notifications):
        with pytest.raises(ClientClosedError, match="not open"):
            cast("Callable[[], object]", look)()


@pytest.mark.requirement("client/closed")
async def test_a_client_is_of_no_use_after_it_was_left(
    model: ModelServer, config: AppServerConfig
) -> None:
    model.reply("Done.")
    async with AsyncCodex(config) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("Go.")
        await turn.run()
    sent = requests_sent(codex)
    for use in USES.values():
        with pytest.raises(ClientClosedError, match="closed"):
            await use(codex)
    with pytest.raises(ClientClosedError, match="closed"):
        await thread.run("Go.")
    with pytest.raises(ClientClosedError, match="closed"):
        await turn.steer("Go.")
    with pytest.raises(ClientClosedError, match="closed"):
        _ = [turn async for turn in thread.turns()]
    assert requests_sent(codex) == sent
    # What was known before is still there.
    assert (await turn.run()).final_response == "Done."
    assert codex.metadata.server_version


async def test_notifications_after_the_end_are_refused(config: AppServerConfig) -> None:
    async with AsyncCodex(config) as codex:
        pass
    with pytest.raises(ClientClosedError, match="closed"):
        codex.notifications()


@pytest.mark.requirement("client/closed")
async def test_a_client_is_not_reentrant(codex: AsyncCodex) -> None:
    with pytest.raises(ClientClosedError, match="opened before"):
        async with codex:
            raise AssertionError("it opened")
    assert (await codex.models()).data


async def test_a_client_is_opened_once(config: AppServerConfig) -> None:
    codex = AsyncCodex(config)
    async with codex:
        pass
    with pytest.raises(ClientClosedError, match="opened before"):
        async with codex:
            raise AssertionError("it opened")


def test_a_wrong_config_or_wrong_handlers_are_refused_at_once(tmp_path: Path) -> None:
    with pytest.raises(InvalidArgumentError, match="must be an AppServerConfig, not dict"):
        AsyncCodex(_any({"model": "x"}))
    with pytest.raises(InvalidArgumentError, match="must be an AppServerConfig, not PosixPath"):
        AsyncCodex(_any(tmp_path))
    with pytest.raises(InvalidArgumentError, match="must be ServerRequestHandlers, not dict"):
        AsyncCodex(handlers=_any({}))
