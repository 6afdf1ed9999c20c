"""Tracebacks of caller mistakes: few frames, no private errors, nothing on stderr."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import traceback
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

import trio_codex
from tests.session.scripted import opened
from trio_codex import AppServerConfig, AsyncCodex, Codex, InvalidArgumentError
from trio_codex._schema.output import output_spec
from trio_codex.testing import FakeAppServer, ModelServer, isolated_config

SOURCE = Path(trio_codex.__file__).parents[1]
MOST_FRAMES = 3
ANY = r"\w"


def frames(error: BaseException) -> list[str]:
    """The library's own frames in what Python prints about an error."""
    shown = traceback.extract_tb(error.__traceback__)
    return [f"{each.filename}:{each.name}" for each in shown if "trio_codex" in each.filename]


ASYNC: dict[str, Callable[[Any, Any], Awaitable[object]]] = {
    "run, effort": lambda codex, thread: thread.run("hi", effort="hihg"),
    "run, sandbox": lambda codex, thread: thread.run("hi", sandbox="none"),
    "run, input": lambda codex, thread: thread.run(3),
    "run, output type": lambda codex, thread: thread.run("hi", output_type=dict[int, object]),
    "turn": lambda codex, thread: thread.turn("hi", effort="hihg"),
    "thread_start": lambda codex, thread: codex.thread_start(personality="rude"),
    "thread_list": lambda codex, thread: codex.thread_list(limit="3"),
    "thread_archive": lambda codex, thread: codex.thread_archive(3),
    "models": lambda codex, thread: codex.models(include_hidden="yes"),
    "request": lambda codex, thread: codex.client.request("thread/read", {"id": "x"}),
}


@pytest.mark.parametrize("mistake", ASYNC.values(), ids=list(ASYNC))
async def test_a_wrong_argument_shows_few_frames_of_the_library(
    fake_app_server: FakeAppServer, mistake: Callable[[Any, Any], Awaitable[object]]
) -> None:
    async with opened(fake_app_server) as codex:
        thread = await codex.thread_start()
        with pytest.raises(InvalidArgumentError, match=ANY) as caught:
            await mistake(codex, thread)
        assert len(frames(caught.value)) <= MOST_FRAMES, frames(caught.value)
        assert caught.value.__cause__ is None and caught.value.__suppress_context__


BLOCKING: dict[str, Callable[[Any, Any], object]] = {
    "run": lambda codex, thread: thread.run("hi", effort="hihg"),
    "models": lambda codex, thread: codex.models(include_hidden="yes"),
    "request": lambda codex, thread: codex.client.request("thread/read", {"id": "x"}),
}


def test_a_wrong_argument_shows_few_frames_of_the_blocking_client(tmp_path: Path) -> None:
    config_of = partial(isolated_config, home=tmp_path)
    with ModelServer().in_thread() as model, Codex(config_of(model)) as codex:
        thread = codex.thread_start()
        for mistake in BLOCKING.values():
            with pytest.raises(InvalidArgumentError, match=ANY) as caught:
                mistake(codex, thread)
            # Two more than in the async client: the way to the Trio thread.
            assert len(frames(caught.value)) <= MOST_FRAMES + 2, frames(caught.value)


@pytest.mark.parametrize("wrong", [{"event_buffer": 0}, {"config_overrides": {"modle": "x"}}])
def test_a_wrong_setting_shows_few_frames_of_the_library(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidArgumentError, match=ANY) as caught:
        AppServerConfig(**wrong)
    assert len(frames(caught.value)) <= MOST_FRAMES


def test_an_answer_that_does_not_fit_chains_no_private_error() -> None:
    for text in ('{"value": "five"}', "{}", "no JSON"):
        with pytest.raises(trio_codex.OutputValidationError, match="final response") as caught:
            output_spec(int).decode(text)
        error: BaseException | None = caught.value
        while error is not None:
            name = type(error).__name__
            assert name in trio_codex.__all__ or not type(error).__module__.startswith("trio_codex")
            error = error.__cause__ if error.__suppress_context__ else error.__context__


def test_the_error_in_asyncio_names_the_alternatives() -> None:
    async def main() -> None:
        async with AsyncCodex():
            pass

    with pytest.raises(
        InvalidArgumentError,
        match=r"this is asyncio.*trio_codex\.aio\.AsyncCodex",
    ) as caught:
        asyncio.run(main())
    assert len(frames(caught.value)) <= MOST_FRAMES
    with pytest.raises(InvalidArgumentError, match="no Trio runs here"):
        main().send(None)


LOGGING = """
import logging, trio, trio_codex
from trio_codex import AsyncCodex
assert logging.lastResort is not None
for name in ("trio_codex", "trio_codex.client", "trio_codex.tools"):
    logging.getLogger(name).error("this must not be printed")
"""


def test_without_logging_configured_nothing_is_printed() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOGGING],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={"PYTHONPATH": str(SOURCE)},
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
