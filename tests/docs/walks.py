"""The walks of the architecture page: each is run against a scripted server and recorded.

`python -m tests.docs.walks` prints which functions of the package each walk calls, in the order of
their first calls.
"""

from __future__ import annotations

import sys
import threading
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import CodeType, FrameType
from typing import Any, TypeAlias

import trio
import trio.testing

import trio_codex
from trio_codex import ApprovalMode, AppServerConfig, AsyncCodex, Codex, ServerRequestHandlers
from trio_codex.testing import FakeAppServer
from trio_codex.types import Decision, JsonValue

__all__ = ["WALKS", "record"]

SECONDS = 30.0
PACKAGE = Path(trio_codex.__file__).parent
_LEFT_OUT = ("testing", "protocol/_generated")


class Recorder:
    """Records the functions of the package that are called while it is on, in every thread."""

    def __init__(self) -> None:
        self.calls: dict[str, None] = {}
        self._on = False
        self._names: dict[CodeType, str | None] = {}

    def __call__(self, frame: FrameType, event: str, _: Any) -> None:
        if not self._on or event != "call":
            return
        code = frame.f_code
        if code not in self._names:
            self._names[code] = self._name(code)
        name = self._names[code]
        if name is not None and name not in self.calls and not self._of_server(frame):
            self.calls[name] = None

    @staticmethod
    def _of_server(frame: FrameType | None) -> bool:
        """Whether the scripted server has called a function, which uses the package as well."""
        while frame is not None:
            if (PACKAGE / "testing") in Path(frame.f_code.co_filename).parents:
                return True
            frame = frame.f_back
        return False

    @staticmethod
    def _name(code: CodeType) -> str | None:
        path = Path(code.co_filename)
        if PACKAGE not in path.parents:
            return None
        if path.relative_to(PACKAGE).as_posix().startswith(_LEFT_OUT):
            return None
        module = path.relative_to(PACKAGE).with_suffix("")
        parts = [part for part in module.parts if part != "__init__"]
        return ".".join((*parts, code.co_qualname.replace(".<locals>", "")))

    @contextmanager
    def on(self) -> Iterator[None]:
        """Records what is called in the block."""
        self._on = True
        try:
            yield
        finally:
            self._on = False


async def a_delta(recorder: Recorder) -> None:
    fake = FakeAppServer()
    async with AsyncCodex(transport=fake.transport) as codex, trio.open_nursery() as nursery:
        thread = await codex.thread_start()
        read = trio.Event()

        async def consume() -> None:
            async with thread.turn("Hi.") as turn:
                async for event in turn.stream():
                    if event.method == "item/agentMessage/delta":
                        assert event.payload.delta == "text"
                        read.set()

        nursery.start_soon(consume)
        turn = await fake.expect_turn()
        turn.started()
        await _settle()
        with recorder.on():
            turn.delta("text")
            await read.wait()
        turn.completed()


def a_blocking_run(recorder: Recorder) -> Callable[[], Awaitable[None]]:
    async def walk() -> None:
        async with FakeAppServer.open_child() as fake:
            config = AppServerConfig(launch_args_override=fake.command)
            ended = trio.Event()
            token = trio.lowlevel.current_trio_token()

            def program() -> None:
                with Codex(config) as codex, codex.thread_start() as thread, recorder.on():
                    result = thread.run("Hi.")
                assert result.final_response == "Hello."
                token.run_sync_soon(ended.set)

            threading.Thread(target=program, daemon=True).start()
            (await fake.expect_turn()).started().message("Hello.").completed()
            await ended.wait()

    return walk


async def an_approval(recorder: Recorder) -> None:
    async def accept(_: object) -> Decision:
        return Decision.accept

    fake = FakeAppServer()
    handlers = ServerRequestHandlers(command_execution=accept)
    async with (
        AsyncCodex(transport=fake.transport, handlers=handlers) as codex,
        trio.open_nursery() as nursery,
    ):
        thread = await codex.thread_start(approval_mode=ApprovalMode.ask)
        nursery.start_soon(thread.run, "Hi.")
        turn = (await fake.expect_turn()).started()
        await _settle()
        params: dict[str, JsonValue] = {
            "threadId": thread.id,
            "turnId": turn.id,
            "itemId": "command",
            "startedAtMs": 1,
            "command": "ls",
            "cwd": "/",
        }
        with recorder.on():
            answer = await fake.ask("item/commandExecution/requestApproval", params)
        assert answer == {"decision": "accept"}
        turn.completed()


async def a_cancelled_turn(recorder: Recorder) -> None:
    fake = FakeAppServer()
    async with AsyncCodex(transport=fake.transport) as codex, trio.open_nursery() as nursery:
        thread = await codex.thread_start()
        left = trio.Event()
        scope = trio.CancelScope()

        async def run() -> None:
            with scope:
                await thread.run("Hi.")
            left.set()

        nursery.start_soon(run)
        turn = (await fake.expect_turn()).started()
        await _settle()
        with recorder.on():
            scope.cancel()
            await left.wait()
        assert not turn.running


async def a_login(recorder: Recorder) -> None:
    fake = FakeAppServer()
    async with AsyncCodex(transport=fake.transport) as codex, trio.open_nursery() as nursery:

        async def complete() -> None:
            await _settle()
            fake.login_completed(login.login_id)

        with recorder.on():
            login = await codex.login_chatgpt()
            nursery.start_soon(complete)
            assert (await login.wait()).success


async def a_typed_request(recorder: Recorder) -> None:
    fake = FakeAppServer()
    async with AsyncCodex(transport=fake.transport) as codex:
        thread = await codex.thread_start()
        with recorder.on():
            reply = await codex.request("thread/read", {"threadId": thread.id})
            assert reply.thread.id == thread.id


async def _settle() -> None:
    """Waits until the client has handled what was sent to it."""
    await trio.testing.wait_all_tasks_blocked(0.01)


Walk: TypeAlias = Callable[[], Awaitable[None]]
WALKS: dict[str, Callable[[Recorder], Walk]] = {
    "A delta": lambda recorder: partial(a_delta, recorder),
    "A blocking run": a_blocking_run,
    "An approval": lambda recorder: partial(an_approval, recorder),
    "A cancelled turn": lambda recorder: partial(a_cancelled_turn, recorder),
    "A login": lambda recorder: partial(a_login, recorder),
    "A typed request": lambda recorder: partial(a_typed_request, recorder),
}


def record(title: str) -> list[str]:
    """Runs a walk and returns the functions that it called, in the order of their first calls.

    The first run imports what the walk needs; only the second is recorded.
    """

    async def bounded(recorder: Recorder) -> None:
        with trio.fail_after(SECONDS):
            await WALKS[title](recorder)()

    trio.run(bounded, Recorder())
    recorder = Recorder()
    before = sys.getprofile(), threading.getprofile()
    sys.setprofile(recorder)
    threading.setprofile(recorder)
    try:
        trio.run(bounded, recorder)
    finally:
        sys.setprofile(before[0])
        threading.setprofile(before[1])
    return list(recorder.calls)


def _file(name: str) -> Path:
    path = PACKAGE.joinpath(*name.split("."))
    while not path.with_suffix(".py").is_file() and path != PACKAGE:
        path = path.parent
    return path


def main() -> None:
    """Prints every walk."""
    for title in WALKS:
        calls = record(title)
        files = {_file(name) for name in calls}
        print(f"\n## {title}: {len(calls)} functions in {len(files)} files")
        for name in calls:
            print(f"  {name}")


if __name__ == "__main__":
    main()
