"""Event loops of every kind: several, foreign ones, closed ones, and programs that end badly."""

from __future__ import annotations

import asyncio
import gc
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import pytest
import trio

import trio_codex
from tests.aio.support import (
    TIMEOUT,
    in_thread,
    private_threads,
    run,
    runtime_pid,
    still_works,
    until,
)
from tests.sync.support import SOURCES, child, is_alive
from trio_codex import AppServerConfig, ClientClosedError, InvalidArgumentError
from trio_codex.aio import AsyncCodex
from trio_codex.testing import BlockingModelServer


@pytest.mark.requirement("asyncio/loops")
@pytest.mark.parametrize("kind", ["debug", "uvloop"])
def test_a_turn_runs_and_streams_in_each_loop(
    kind: str, config: AppServerConfig, model: BlockingModelServer
) -> None:
    options: dict[str, object] = {"debug": True}
    if kind == "uvloop":
        options = {"loop_factory": pytest.importorskip("uvloop").new_event_loop}

    async def main() -> None:
        model.reply("hello")
        async with AsyncCodex(config) as codex, codex.thread_start() as thread:
            async with thread.turn("hi") as turn:
                methods = [event.method async for event in turn.stream()]
                assert methods[-1] == "turn/completed"
            async with codex.notifications() as stream:
                await thread.set_name("a name")
                assert (await anext(stream)).method == "thread/name/updated"
            await still_works(codex, model)

    run(main, **options)


@pytest.mark.requirement("asyncio/loops")
def test_a_client_may_be_used_from_loops_of_several_threads(
    config: AppServerConfig, model: BlockingModelServer
) -> None:
    async def main() -> None:
        async with AsyncCodex(config) as codex:

            async def other() -> None:
                for _ in range(20):
                    assert (await codex.models()).data

            await asyncio.gather(other(), in_thread(other), in_thread(other))
            thread = await in_thread(lambda: started(codex))
            model.reply("from the first loop")
            assert (await thread.run("hi")).final_response == "from the first loop"

    run(main)


async def started(codex: AsyncCodex) -> trio_codex.aio.AsyncThread:
    return await codex.thread_start()


def test_a_client_may_be_closed_in_another_loop_than_it_was_opened_in(
    config: AppServerConfig,
) -> None:
    async def enter() -> AsyncCodex:
        return await AsyncCodex(config).__aenter__()

    codex = asyncio.run(enter())
    pid = runtime_pid(codex)
    run(codex.aclose)
    assert not is_alive(pid)


CLOSES_ITS_LOOP = """
import asyncio
from tests.aio.support import runtime_pid, until
from trio_codex.aio import AsyncCodex

async def main():
    async with AsyncCodex(config) as codex:
        async with codex.thread_start() as thread, thread.turn("hi") as turn:
            print(runtime_pid(codex), flush=True)
            async for _ in turn.stream():
                pass

loop = asyncio.new_event_loop()
task = loop.create_task(main())
loop.run_until_complete(until(lambda _: sys.stdin.readline()))
loop.close()
"""


@pytest.mark.requirement("asyncio/loops")
def test_a_program_that_closes_its_loop_in_a_turn_ends_and_its_runtime_with_it(
    model: BlockingModelServer, tmp_path: Path
) -> None:
    """Nobody cancels the task, so only the end of the program closes its client."""
    gate = model.gate()
    model.reply("never", gate=gate)
    process = child(CLOSES_ITS_LOOP, model, tmp_path)
    try:
        assert process.stdout is not None
        pid = int(process.stdout.readline())
        gate.wait_reached(TIMEOUT)
        process.communicate("go on\n", timeout=TIMEOUT)
    finally:
        process.kill()
        process.wait(TIMEOUT)
    assert process.returncode == 0
    assert not is_alive(pid)


def test_a_task_whose_loop_is_closed_ends_when_its_call_does(
    config: AppServerConfig, model: BlockingModelServer
) -> None:
    gate = model.gate()
    model.reply("late", gate=gate)
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(lambda *_: None)  # of tasks that were destroyed

    async def main() -> None:
        async with AsyncCodex(config) as codex:
            await (await codex.thread_start()).run("hi")

    task = loop.create_task(main())
    loop.run_until_complete(until(gate.wait_reached))
    (thread,) = private_threads()
    loop.close()
    gate.open()
    del task, loop
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        deadline = time.monotonic() + TIMEOUT
        while thread.is_alive() and time.monotonic() < deadline:
            gc.collect()
            thread.join(0.05)
    assert private_threads() == []


def test_a_forgotten_client_warns_and_closes(config: AppServerConfig) -> None:
    async def main() -> int:
        codex = await AsyncCodex(config).__aenter__()
        return runtime_pid(codex)

    with pytest.warns(ResourceWarning, match="await aclose"):
        pid = asyncio.run(main())  # the last reference ends with it
    for thread in private_threads():
        thread.join(TIMEOUT)
    assert not is_alive(pid)


@pytest.mark.requirement("asyncio/loops")
@pytest.mark.parametrize("error", [SystemExit, KeyboardInterrupt])
def test_a_program_that_exits_in_a_task_leaves_nothing(
    error: type[BaseException], config: AppServerConfig, model: BlockingModelServer
) -> None:
    pids: list[int] = []
    gate = model.gate()
    model.reply("never", gate=gate)

    async def main() -> None:
        async def leave() -> None:
            await until(gate.wait_reached)
            asyncio.get_running_loop().set_exception_handler(lambda *_: None)
            raise error

        async with AsyncCodex(config) as codex:
            pids.append(runtime_pid(codex))
            thread = await codex.thread_start()
            leaving = asyncio.create_task(leave())
            await thread.run("hi")
            await leaving

    with pytest.raises(error):
        asyncio.run(main())
    assert private_threads() == []
    assert not is_alive(pids[0])


def test_a_notebook_cell_is_a_task_of_a_running_loop(
    config: AppServerConfig, model: BlockingModelServer
) -> None:
    """Each cell is a task, and the client lives on between two."""

    async def notebook() -> None:
        scope = AsyncCodex(config)
        async with asyncio.TaskGroup() as cells:
            codex = await cells.create_task(scope.__aenter__())
            await cells.create_task(still_works(codex, model))
            await cells.create_task(codex.aclose())

    run(notebook)


PLUGIN_TESTS = """
import {plugin}
import pytest
from types import SimpleNamespace
from pathlib import Path
from trio_codex.aio import AsyncCodex
from trio_codex.testing import isolated_config

config = isolated_config(SimpleNamespace(base_url={url!r}), home=Path({home!r}))
{marks}

@{plugin_fixture}
async def codex():
    async with AsyncCodex(config) as codex:
        yield codex

async def test_a_request(codex):
    assert (await codex.models()).data

async def test_a_turn(codex):
    thread = await codex.thread_start()
    assert (await thread.run("hi")).final_response == "unasked"
"""


@pytest.mark.requirement("asyncio/loops")
@pytest.mark.parametrize(
    ("plugin", "fixture", "marks"),
    [
        ("pytest_asyncio", "pytest_asyncio.fixture", "pytestmark = pytest.mark.asyncio"),
        (
            "anyio",
            "pytest.fixture",
            """
pytestmark = pytest.mark.anyio

@pytest.fixture
def anyio_backend():
    return "asyncio"
""",
        ),
    ],
    ids=["pytest-asyncio", "anyio"],
)
def test_a_fixture_of_a_pytest_plugin_may_hold_a_client(
    plugin: str, fixture: str, marks: str, model: BlockingModelServer, pytester: pytest.Pytester
) -> None:
    pytester.makeini("[pytest]\nasyncio_default_fixture_loop_scope = function\n")
    pytester.makepyfile(
        PLUGIN_TESTS.format(
            plugin=plugin,
            plugin_fixture=fixture,
            marks=marks,
            url=model.base_url,
            home=str(pytester.path / "home"),
        )
    )
    pytester.path.joinpath("home").mkdir()
    done = subprocess.run(
        [
            sys.executable,
            "-W",
            "error",
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:trio",
            "-p",
            "no:cacheprovider",
        ],
        cwd=pytester.path,
        env={"PYTHONPATH": str(SOURCES)},
        capture_output=True,
        text=True,
        timeout=2 * TIMEOUT,
        check=False,
    )
    assert "2 passed" in done.stdout, done.stdout + done.stderr


# -- what is refused -----------------------------------------------------------------------------


async def test_in_a_trio_program_the_error_names_the_other_client() -> None:
    with pytest.raises(InvalidArgumentError, match=r"in a Trio program use trio_codex\.AsyncCodex"):
        await AsyncCodex().__aenter__()
    await trio.lowlevel.checkpoint()


@pytest.mark.parametrize(
    "use",
    [
        lambda codex: codex.models(),
        lambda codex: codex.thread_start(),
        lambda codex: codex.client.call("model/list", {}),
    ],
)
def test_a_client_that_is_not_open_is_an_error(use: Callable[[AsyncCodex], object]) -> None:
    async def main() -> None:
        with pytest.raises(ClientClosedError, match="not open"):
            await use(AsyncCodex())  # type: ignore[misc]
        await AsyncCodex().aclose()

    run(main)


def test_a_client_is_opened_once_and_closed_as_often_as_one_likes(config: AppServerConfig) -> None:
    async def main() -> None:
        async with AsyncCodex(config) as codex:
            with pytest.raises(ClientClosedError, match="opened before"):
                await codex.__aenter__()
            await asyncio.gather(codex.aclose(), codex.aclose())
            with pytest.raises(ClientClosedError, match="closed"):
                await codex.models()
        with pytest.raises(ClientClosedError, match="opened before"):
            await codex.__aenter__()

    run(main)


def test_the_module_is_an_attribute_of_a_bare_import() -> None:
    program = (
        "import sys, trio_codex\n"
        "assert 'trio_codex.aio' not in sys.modules and 'asyncio' not in sys.modules\n"
        "assert trio_codex.aio.AsyncCodex.__module__ == 'trio_codex.aio'\n"
    )
    subprocess.run(
        [sys.executable, "-c", program],
        env={"PYTHONPATH": str(SOURCES)},
        timeout=TIMEOUT,
        check=True,
    )


@pytest.mark.requirement("asyncio/loops")
def test_a_call_that_may_be_awaited_or_entered_is_a_coroutine_for_asyncio(
    config: AppServerConfig, model: BlockingModelServer
) -> None:
    async def main() -> None:
        async with AsyncCodex(config) as codex:
            first = await asyncio.create_task(codex.thread_start())
            second = await asyncio.wait_for(codex.thread_start(), TIMEOUT)
            turns = await asyncio.gather(first.turn("hi"), second.turn("hi"))
            async with asyncio.TaskGroup() as group:
                results = [group.create_task(turn.run()) for turn in turns]
            assert [each.result().final_response for each in results] == ["unasked"] * 2

    run(main, debug=True)
