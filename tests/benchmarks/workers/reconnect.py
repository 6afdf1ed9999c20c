"""A connection that is cut under many open turns, and how long settling them takes."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.breaking_proxy import breaking_proxy
from trio_codex import AsyncCodex, listen
from trio_codex._session.joining import TURN_PAGE
from trio_codex.testing import ModelServer, isolated_config

if TYPE_CHECKING:
    from .common import Job, Values

CUTS = 5


async def reconnect(_: object, job: Job) -> Values:
    """Seconds until a call gets through after a cut, beyond those that the server itself takes."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        async with (
            ModelServer() as model,
            listen(isolated_config(model, home=home), f"unix://{home}/s") as server,
            breaking_proxy(home / "p", home / "s") as proxy,
            AsyncCodex.connect(proxy.url, reconnect=True) as codex,
        ):
            gate = model.gate()
            turns = [await _open_turn(codex, model, gate) for _ in range(job["turns"])]
            ours, bare = [], []
            for _ in range(CUTS):
                opened, started = proxy.opened, time.perf_counter()
                proxy.cut()
                await proxy.wait_opened(opened + 1)
                await codex.models()
                ours.append(time.perf_counter() - started)
                bare.append(await _bare(server.url, turns))
            gate.open()
            assert [(await turn.run()).final_response for turn in turns] == ["one two"] * len(turns)
            settled = statistics.median(ours)
            return {"settled_s": settled, "beyond_s": settled - statistics.median(bare)}


async def _open_turn(codex: AsyncCodex, model: ModelServer, gate: Any) -> Any:
    model.reply_deltas(["one ", "two"], gate=gate, hold_after=1)
    thread = await codex.thread_start()
    turn = await thread.turn("x")
    async for event in turn.stream():
        if event.method == "item/agentMessage/delta":
            break
    return turn


async def _bare(url: str, turns: list[Any]) -> float:
    """The same requests by themselves, on a connection of their own."""
    async with AsyncCodex.connect(url) as codex:
        connection = codex.client._require()
        started = time.perf_counter()
        for method, more in (("thread/resume", TURN_PAGE), ("thread/items/list", None)):
            requests = [
                await connection.post(
                    method,
                    {"threadId": turn.thread_id, **({"turnId": turn.id} if more is None else more)},
                )
                for turn in turns
            ]
            for request in requests:
                await request.wait()
        return time.perf_counter() - started
