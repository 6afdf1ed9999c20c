"""A runtime that dies or never starts: every waiter gets the same error, and nothing is left."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING, Any

import attrs
import pytest
import trio
import trio.testing

from tests.runtime.helpers import (
    collect,
    first_delta,
    held,
    next_of,
    outcome_of,
    runtimes,
    script,
    the_runtime,
)
from trio_codex import (
    AsyncCodex,
    ClientClosedError,
    RuntimeNotFoundError,
    RuntimeVersionError,
    TransportClosedError,
)
from trio_codex._version import RUNTIME_VERSION
from trio_codex.testing import isolated_config

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from trio_codex import AppServerConfig
    from trio_codex.testing import LoginIssuer, ModelServer

# A runtime that initialises like the real one, as the version it is told to be.
OTHER_VERSION = """#!/bin/sh
read -r line
echo '{"id":1,"result":{"userAgent":"trio_codex/9.8.7 (Test 1; x86_64) sh","codexHome":"/",\
"platformFamily":"unix","platformOs":"linux"}}'
while read -r line; do :; done
"""


async def all_waiters(codex: AsyncCodex, model: ModelServer) -> dict[str, Callable[[], Any]]:
    """Give every way there is to wait for the server, each of them really waiting."""
    model.reply_deltas(["half", "whole"], gate=model.gate(), hold_after=1, times=3)
    turns = [await (await codex.thread_start()).turn(f"Turn {number}.") for number in range(3)]
    for turn in turns:
        await first_delta(turn)
    login = await codex.login_chatgpt()

    async def stream() -> object:
        return await collect(turns[0].stream())

    async def notification() -> object:
        with codex.notifications("thread/archived") as stream:
            return await next_of(stream)

    async def second_run() -> object:
        return await turns[2].run()

    return {
        "run": turns[1].run,
        "run of a streamed turn": second_run,
        "stream": stream,
        "notification": notification,
        "login": login.wait,
    }


@pytest.mark.requirement("error/transport-closed", "error/same-cause")
@pytest.mark.browser_login
async def test_a_killed_server_fails_every_waiter_with_its_signal(
    model: ModelServer, login_config: AppServerConfig
) -> None:
    results: dict[str, list[Any]] = {}
    async with AsyncCodex(login_config) as codex:
        waiters = await all_waiters(codex, model)
        runtime = the_runtime()
        async with trio.open_nursery() as nursery:
            for name, wait in waiters.items():
                results[name] = []
                nursery.start_soon(outcome_of, wait, results[name])
            await trio.testing.wait_all_tasks_blocked()
            # Stopped, it cannot answer any more: the request is in flight when it dies.
            runtime.suspend()
            results["request"] = []
            nursery.start_soon(outcome_of, codex.models, results["request"])
            await trio.testing.wait_all_tasks_blocked(0.01)
            runtime.kill()
        with pytest.raises(TransportClosedError, match="SIGKILL"):
            await codex.models()
        assert held(codex) == {}
    assert len(results) == 6
    for name, (error,) in results.items():
        assert isinstance(error, TransportClosedError), name
        assert error.signal == signal.SIGKILL and error.exit_code is None, name
    # Each waiter has an exception of its own, with its own traceback.
    assert len({id(error) for (error,) in results.values()}) == 6
    assert not runtimes()


@pytest.mark.requirement("stream/dead-connection")
async def test_a_server_that_ends_in_mid_turn_is_no_clean_end(
    model: ModelServer, config: AppServerConfig
) -> None:
    model.reply_deltas(["half", "whole"], gate=model.gate(), hold_after=1)
    async with AsyncCodex(config) as codex:
        turn = await (await codex.thread_start()).turn("Go.")
        await first_delta(turn)
        the_runtime().terminate()
        with pytest.raises(TransportClosedError, match="exit code 0") as caught:
            await collect(turn.stream())
        assert caught.value.exit_code == 0 and caught.value.signal is None
        with pytest.raises(TransportClosedError, match="exit code 0"):
            await turn.run()
        await turn.interrupt()
        assert held(codex) == {}


@pytest.mark.requirement("error/transport-closed")
async def test_the_error_has_the_end_of_what_the_server_said(
    model: ModelServer, config: AppServerConfig
) -> None:
    async with AsyncCodex(config) as codex:
        # The server refuses such a line on stderr, and ends over invalid UTF-8.
        transport: Any = codex.client._require().transport
        await transport.send(b"not json\n")
        await transport.send(b'"\xff\xfe"\n')
        with pytest.raises(TransportClosedError, match="valid UTF-8") as caught:
            while True:
                await codex.models()
    assert caught.value.exit_code == 0
    assert "Failed to deserialize" in caught.value.stderr_tail


async def test_a_run_inside_a_block_raises_plainly_when_the_server_dies(
    model: ModelServer, config: AppServerConfig
) -> None:
    model.reply_deltas(["half", "whole"], gate=model.gate(), hold_after=1)
    with pytest.raises(TransportClosedError, match="SIGKILL"):
        async with (
            AsyncCodex(config) as codex,
            await (await codex.thread_start()).turn("Go.") as turn,
        ):
            await first_delta(turn)
            the_runtime().kill()
            await turn.run()


async def test_logins_and_turns_that_start_while_the_server_dies_end(
    model: ModelServer, issuer: LoginIssuer, login_config: AppServerConfig
) -> None:
    async with AsyncCodex(login_config) as codex:
        thread = await codex.thread_start()
        runtime = the_runtime()
        runtime.suspend()
        starts: dict[str, Callable[[], Awaitable[object]]] = {
            "turn": lambda: thread.turn("Go."),
            "compact": thread.compact,
            "browser": codex.login_chatgpt,
            "device": codex.login_chatgpt_device_code,
            "thread": codex.thread_start,
        }
        results: dict[str, list[Any]] = {name: [] for name in starts}
        async with trio.open_nursery() as nursery:
            for name, start in starts.items():
                nursery.start_soon(outcome_of, start, results[name])
            await trio.testing.wait_all_tasks_blocked(0.01)
            runtime.kill()
        for name, (error,) in results.items():
            assert isinstance(error, TransportClosedError), name
        assert held(codex) == {}


# -- a runtime that never comes up -------------------------------------------------------------


async def test_a_missing_binary_is_named(config: AppServerConfig, tmp_path: Path) -> None:
    missing = str(tmp_path / "no-codex")
    with pytest.raises(RuntimeNotFoundError, match="no-codex") as caught:
        async with AsyncCodex(attrs.evolve(config, codex_bin=missing)):
            raise AssertionError("it opened")
    assert isinstance(caught.value, FileNotFoundError)


async def test_an_unknown_provider_is_said_with_the_servers_own_words(
    model: ModelServer, tmp_path: Path
) -> None:
    config = isolated_config(model, home=tmp_path, config_overrides=('model_provider="nobody"',))
    with pytest.raises(TransportClosedError, match="nobody") as caught:
        async with AsyncCodex(config):
            raise AssertionError("it opened")
    assert caught.value.exit_code == 1


async def test_a_codex_home_that_is_not_there_is_said(model: ModelServer, tmp_path: Path) -> None:
    missing = str(tmp_path / "nowhere")
    config = isolated_config(model, home=tmp_path, env={"CODEX_HOME": missing})
    with pytest.raises(TransportClosedError, match="CODEX_HOME points to") as caught:
        async with AsyncCodex(config):
            raise AssertionError("it opened")
    assert caught.value.exit_code == 1


async def test_a_wrong_setting_is_said_with_the_exit_code(
    model: ModelServer, tmp_path: Path
) -> None:
    config = isolated_config(
        model, home=tmp_path, config_overrides=('approval_policy="untrusted"',)
    )
    with pytest.raises(TransportClosedError, match="no longer supported") as caught:
        async with AsyncCodex(config):
            raise AssertionError("it opened")
    assert caught.value.exit_code == 1


async def test_a_wrong_flag_is_said_with_the_exit_code(config: AppServerConfig) -> None:
    from codex_cli_bin import bundled_codex_path

    argv = (str(bundled_codex_path()), "app-server", "--no-such-flag")
    with pytest.raises(TransportClosedError, match="no-such-flag") as caught:
        async with AsyncCodex(attrs.evolve(config, launch_args_override=argv)):
            raise AssertionError("it opened")
    assert caught.value.exit_code == 2


async def test_a_runtime_that_says_nothing_is_given_up(
    config: AppServerConfig, tmp_path: Path
) -> None:
    silent = script(tmp_path / "silent", "#!/bin/sh\nwhile read -r line; do :; done\n")
    silenced = attrs.evolve(config, codex_bin=str(silent), startup_timeout=0.3)
    with pytest.raises(TransportClosedError, match=r"did not initialise within 0\.3 s"):
        async with AsyncCodex(silenced):
            raise AssertionError("it opened")
    assert not runtimes()


async def test_a_cancelled_opening_leaves_no_process(config: AppServerConfig) -> None:
    with trio.move_on_after(0.02) as scope:
        async with AsyncCodex(config):
            await trio.sleep_forever()
    assert scope.cancelled_caught
    assert not runtimes()


# -- another version ---------------------------------------------------------------------------


@pytest.fixture
def other_version(config: AppServerConfig, tmp_path: Path) -> AppServerConfig:
    binary = script(tmp_path / "other-codex", OTHER_VERSION)
    return attrs.evolve(config, codex_bin=str(binary))


@pytest.mark.requirement("client/version")
async def test_another_version_is_refused_by_the_policy_exact(
    other_version: AppServerConfig,
) -> None:
    with pytest.raises(RuntimeVersionError, match=r"9\.8\.7") as caught:
        async with AsyncCodex(attrs.evolve(other_version, version_policy="exact")):
            raise AssertionError("it opened")
    assert (caught.value.actual, caught.value.expected) == ("9.8.7", RUNTIME_VERSION)
    assert not runtimes()


@pytest.mark.requirement("client/version")
async def test_another_version_is_warned_of_by_default(other_version: AppServerConfig) -> None:
    with pytest.warns(RuntimeWarning, match=r"9\.8\.7"):
        async with AsyncCodex(other_version) as codex:
            assert codex.metadata.server_version == "9.8.7"


@pytest.mark.requirement("client/version")
async def test_another_version_is_nothing_to_the_policy_ignore(
    other_version: AppServerConfig,
) -> None:
    # A warning would be an error here.
    async with AsyncCodex(attrs.evolve(other_version, version_policy="ignore")) as codex:
        assert codex.metadata.server_version == "9.8.7"


async def test_the_pinned_runtime_passes_the_strictest_policy(config: AppServerConfig) -> None:
    async with AsyncCodex(attrs.evolve(config, version_policy="exact")) as codex:
        assert codex.metadata.server_version == codex.client.runtime_version == RUNTIME_VERSION
        assert codex.metadata.server_name == "trio_codex"
        assert codex.metadata.platform_family in ("unix", "windows")
        assert config.env is not None and codex.metadata.codex_home == config.env["CODEX_HOME"]


# -- the end we make ---------------------------------------------------------------------------


@pytest.mark.browser_login
async def test_closing_fails_every_waiter_with_client_closed(
    model: ModelServer, login_config: AppServerConfig
) -> None:
    results: dict[str, list[Any]] = {}
    async with AsyncCodex(login_config) as codex:
        login = await codex.login_chatgpt()

        async def notification() -> object:
            with codex.notifications() as stream:
                return await collect(stream)

        async with trio.open_nursery() as nursery:
            for name, wait in {"login": login.wait, "notification": notification}.items():
                results[name] = []
                nursery.start_soon(outcome_of, wait, results[name])
            await trio.testing.wait_all_tasks_blocked()
            await codex.aclose()
        await codex.aclose()
    for name, (error,) in results.items():
        assert isinstance(error, ClientClosedError), name
