"""A running app-server and raw JSON-RPC calls to it, without the client library."""

from __future__ import annotations

import os
import subprocess
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import orjson
import trio
from codex_cli_bin import bundled_codex_path

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from trio_codex._config import AppServerConfig

PATIENCE = 30.0

Message = dict[str, Any]


class RpcError(Exception):
    """The runtime answered with an error."""


class Driver:
    """The least that can talk to the runtime: every line is kept, everything waits on the log."""

    def __init__(self, process: trio.Process) -> None:
        self._process = process
        self._next_id = 1
        self._changed = trio.Condition()
        self.log: list[Message] = []
        self.stderr = bytearray()

    async def read(self) -> None:
        assert self._process.stdout is not None
        tail = b""
        async for chunk in self._process.stdout:
            *lines, tail = (tail + chunk).split(b"\n")
            async with self._changed:
                self.log += [orjson.loads(line) for line in lines]
                self._changed.notify_all()

    async def read_stderr(self) -> None:
        assert self._process.stderr is not None
        async for chunk in self._process.stderr:
            self.stderr += chunk

    async def send(self, message: Message) -> None:
        assert self._process.stdin is not None
        await self._process.stdin.send_all(orjson.dumps(message) + b"\n")

    async def wait(self, fits: Any, since: int = 0) -> Message:
        """Give the first message from `since` on that fits."""
        with trio.fail_after(PATIENCE):
            async with self._changed:
                while True:
                    for message in self.log[since:]:
                        if fits(message):
                            return message
                    since = len(self.log)
                    await self._changed.wait()

    async def call(self, method: str, params: Mapping[str, Any] | None = None) -> Any:
        request_id = self._next_id
        self._next_id += 1
        await self.send({"id": request_id, "method": method, "params": dict(params or {})})
        answer = await self.wait(lambda m: m.get("id") == request_id and "method" not in m)
        if "error" in answer:
            raise RpcError(str(answer["error"]))
        return answer["result"]

    async def event(self, method: str, since: int = 0, **wanted: Any) -> Message:
        """Give the params of the first notification or server request of this method."""

        def fits(message: Message) -> bool:
            params = message.get("params") or {}
            return message.get("method") == method and all(
                params.get(key) == value for key, value in wanted.items()
            )

        return await self.wait(fits, since)

    def events(self, method: str) -> list[Message]:
        return [m["params"] for m in self.log if m.get("method") == method]

    async def start_thread(self, **params: Any) -> str:
        return str((await self.call("thread/start", params))["thread"]["id"])

    async def start_turn(self, thread_id: str, text: str, **params: Any) -> str:
        content = [{"type": "text", "text": text, "text_elements": []}]
        result = await self.call("turn/start", {"threadId": thread_id, "input": content, **params})
        return str(result["turn"]["id"])

    async def end_of_turn(self, turn_id: str) -> Message:
        """Give the turn as it ended."""
        done = await self.wait(
            lambda m: m.get("method") == "turn/completed" and m["params"]["turn"]["id"] == turn_id
        )
        return dict(done["params"]["turn"])

    async def run(self, thread_id: str, text: str, **params: Any) -> Message:
        return await self.end_of_turn(await self.start_turn(thread_id, text, **params))

    def items(self, turn_id: str) -> list[Message]:
        return [e["item"] for e in self.events("item/completed") if e["turnId"] == turn_id]


@asynccontextmanager
async def driven(config: AppServerConfig) -> AsyncIterator[Driver]:
    """Run the real runtime with this config, initialised."""
    async with trio.open_nursery() as nursery:
        start = partial(
            trio.run_process,
            [str(bundled_codex_path()), "app-server"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=config.cwd,
            env={**os.environ, **(config.env or {})},
            check=False,
        )
        process: trio.Process = await nursery.start(start)
        driver = Driver(process)
        nursery.start_soon(driver.read)
        nursery.start_soon(driver.read_stderr)
        info = {"name": "driver", "version": "1"}
        await driver.call(
            "initialize", {"clientInfo": info, "capabilities": {"experimentalApi": True}}
        )
        yield driver
        assert process.stdin is not None
        await process.stdin.aclose()
