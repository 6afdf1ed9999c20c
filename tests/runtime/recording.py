"""A transport that also keeps every request that goes through it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from trio_codex._transport.process import open_process

if TYPE_CHECKING:
    from trio_codex import AppServerConfig
    from trio_codex._transport.base import ExitInfo, Transport


class Recording:
    """A transport to the real runtime that remembers what was said to it."""

    def __init__(self, inner: Transport) -> None:
        self._inner = inner
        self.coalesces: bool = inner.coalesces
        self._sent = bytearray()

    @classmethod
    async def open(cls, config: AppServerConfig) -> Recording:
        return cls(await open_process(config))

    def params(self, method: str) -> dict[str, Any]:
        """Give the params of the newest request of a method."""
        return self.all_params(method)[-1]

    def all_params(self, method: str) -> list[dict[str, Any]]:
        lines = [orjson.loads(line) for line in bytes(self._sent).splitlines()]
        return [line["params"] for line in lines if line["method"] == method]

    def send_nowait(self, data: bytes) -> int:
        taken = self._inner.send_nowait(data)
        self._sent += data[:taken]
        return taken

    async def send(self, data: bytes) -> None:
        self._sent += data
        await self._inner.send(data)

    async def receive(self) -> bytes:
        return await self._inner.receive()

    def receive_nowait(self) -> bytes | None:
        return self._inner.receive_nowait()

    async def drain_diagnostics(self) -> None:
        await self._inner.drain_diagnostics()

    async def wait_exited(self) -> None:
        await self._inner.wait_exited()

    async def aclose(self) -> None:
        await self._inner.aclose()

    def exit_info(self) -> ExitInfo:
        return self._inner.exit_info()
