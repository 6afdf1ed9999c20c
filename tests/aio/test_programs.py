"""Programs of asyncio in which the client is used: a web server, and a notebook."""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from tests.aio.support import TIMEOUT, run, until
from tests.sync.support import SOURCES
from trio_codex import AppServerConfig
from trio_codex.aio import AsyncCodex
from trio_codex.testing import BlockingModelServer

httpx = pytest.importorskip("httpx")
uvicorn = pytest.importorskip("uvicorn")
starlette = pytest.importorskip("starlette.applications")
responses = pytest.importorskip("starlette.responses")
routing = pytest.importorskip("starlette.routing")


def application(config: AppServerConfig) -> Any:
    """An application of Starlette, which runs on AnyIO: it streams an answer."""
    codex = AsyncCodex(config)

    @asynccontextmanager
    async def lifespan(_: object) -> AsyncIterator[None]:
        async with codex:
            yield

    async def pieces() -> AsyncIterator[str]:
        thread = await codex.thread_start()
        try:
            async for piece in thread.stream_text("hi"):
                yield f"data: {piece}\n\n"
        finally:
            await thread.aclose()

    async def answer(_: object) -> object:
        return responses.StreamingResponse(pieces(), media_type="text/event-stream")

    return starlette.Starlette(routes=[routing.Route("/", answer)], lifespan=lifespan)


@asynccontextmanager
async def served(app: Any) -> AsyncIterator[str]:
    """Runs a web server in this loop."""
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", ws="none"))
    listener = socket.create_server(("127.0.0.1", 0))  # accepts before the server has started
    running = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
    finally:
        server.should_exit = True
        await running


@pytest.mark.requirement("asyncio/cancel")
def test_a_reader_who_leaves_a_web_server_interrupts_the_turn(
    config: AppServerConfig, model: BlockingModelServer
) -> None:
    async def main() -> None:
        model.reply_deltas(["one ", "two"])
        model.reply_deltas(["half", "never"], gate=model.gate(), hold_after=1)
        async with (
            served(application(config)) as url,
            httpx.AsyncClient(timeout=TIMEOUT, trust_env=False) as client,
        ):
            whole = await client.get(url)
            assert whole.text == "data: one \n\ndata: two\n\n"
            async with client.stream("GET", url) as response:
                assert await anext(response.aiter_text()) == "data: half\n\n"
            await until(model.requests[-1].disconnected.wait_blocking)

    run(main)


OPEN = """
from pathlib import Path
from types import SimpleNamespace
from trio_codex.aio import AsyncCodex
from trio_codex.testing import isolated_config
config = isolated_config(SimpleNamespace(base_url={url!r}), home=Path({home!r}))
codex = await AsyncCodex(config).__aenter__()
"""
USE = """
thread = await codex.thread_start()
async for text in thread.stream_text("hi"):
    print(text, end="")
"""
CELLS = (OPEN, USE, "await codex.aclose()")


@pytest.mark.requirement("asyncio/loops")
@pytest.mark.filterwarnings("default")  # the kernel's libraries emit warnings of their own
def test_a_client_lives_through_the_cells_of_a_notebook(
    model: BlockingModelServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model.reply("from a cell")
    path = os.pathsep.join(filter(None, [str(SOURCES), os.environ.get("PYTHONPATH")]))
    monkeypatch.setenv("PYTHONPATH", path)
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    make: Any = nbformat.v4  # without type information
    cells = [make.new_code_cell(c.format(url=model.base_url, home=str(tmp_path))) for c in CELLS]
    notebook = make.new_notebook(cells=cells)
    NotebookClient(notebook, timeout=TIMEOUT, kernel_name="python3").execute()
    (printed,) = notebook.cells[1].outputs
    assert printed["text"] == "from a cell"
    assert notebook.cells[2].outputs == []
