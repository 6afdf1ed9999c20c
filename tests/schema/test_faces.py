"""The faces of the public layer: what is copied, what is handed on, and what is refused."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from schema.generator.blocks import CLIENT_DIR
from schema.generator.faces.emit import generate_face
from schema.generator.ir import SchemaError

HEAD = '''"""A thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import trio

from ..errors import InvalidArgumentError

if TYPE_CHECKING:
    from ..protocol import ThreadReadResponse


@final
class AsyncThread:
    """A thread of the server."""

    def __init__(self, client: object) -> None:
        self._client = client
        self._id = "t"

'''


def sources() -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in CLIENT_DIR.glob("*.py")}


def face_of(methods: str, face: str = "sync") -> str:
    """Write the face of a thread with these methods."""
    lines = [f"    {line}" if line else "" for line in methods.strip().splitlines()]
    texts = {"thread": HEAD + "\n".join(lines) + "\n", "app_server": sources()["app_server"]}
    return generate_face(face, texts)["thread.py"]


def test_a_call_that_needs_no_task_is_copied_without_await() -> None:
    text = face_of('''
async def read(self) -> ThreadReadResponse:
    """Reads it.

    Cancelled, the reply is dropped.
    """
    await trio.lowlevel.checkpoint()
    # It may be sent by another task.
    return (await self._client.request("thread/read", {"threadId": self._id})).thread
''')
    assert (
        '''
    def read(self) -> ThreadReadResponse:
        """Reads it.

        On Ctrl+C, the reply is dropped.
        """
        # It may be sent by another thread.
        return self._client.request("thread/read", {"threadId": self._async._id}).thread
'''
        in text
    )
    assert "from ...protocol import ThreadReadResponse" in text
    assert "import trio" not in text


def test_a_call_that_waits_for_something_else_is_handed_on() -> None:
    text = face_of('''
async def wait(self, number: int, *, flag: bool = False) -> int:
    """Waits."""
    return await self._wait(number, flag)

async def _wait(self, number: int, flag: bool) -> int:
    await trio.sleep(number)
    return 1

def count(self) -> int:
    """Counts."""
    return 1

async def aclose(self) -> None:
    """Ends it; shielded and bounded."""
    await self._wait(1, False)
''')
    assert "return self._portal.run(self._async.wait, number, flag=flag)" in text
    assert "return self._portal.read(self._async.count)" in text
    assert '"""Ends it; bounded."""\n        self._portal.leave(self._async.aclose)' in text
    assert "_wait" not in text


def test_a_handle_that_may_be_awaited_or_entered_is_opened() -> None:
    text = face_of('''
def fork(self, name: str) -> AwaitableScope[AsyncThread]:
    """Forks it; may be awaited or entered: `async with await thread.fork("a") as fork:`."""
    return AwaitableScope(self._fork(name), "fork")
''')
    assert "def fork(self, name: str) -> Thread:" in text
    assert "return self._client._open(Thread, self._async.fork, name)" in text
    assert 'may be used in `with`: `with thread.fork("a") as fork:`' in text


def test_a_call_that_waits_for_a_turn_takes_a_timeout() -> None:
    text = face_of('''
async def run(self, input: str, *, idle_timeout: float | None = None, model: str = "") -> str:
    """Runs a turn.

    Args:
        input: the input.
        idle_timeout: seconds.
        model: the model.

    Raises:
        InvalidArgumentError: the input is empty.
        AppServerError: the server refused.

    Cancelled, the turn is interrupted.
    """
    await trio.sleep(1)
    return ""
''')
    signature = text[text.index("def run(") : text.index('"""Runs')]
    assert re.search(r"idle_timeout.*= None,\s+timeout: float \| None = None,\s+model", signature)
    assert re.findall(r"^ {12}(\w+): ", text, re.MULTILINE) == [
        *("input", "idle_timeout", "timeout", "model"),
        *("InvalidArgumentError", "TimeoutError", "AppServerError"),
    ]
    assert "On Ctrl+C, and when the `timeout` is over, the turn is interrupted." in text
    assert re.search(
        r'return self\._portal\.run_within\(\s+timeout,\s+"the turn has not ended",'
        r"\s+self\._async\.run,\s+input,\s+idle_timeout=idle_timeout,",
        text,
    )


@pytest.mark.parametrize(
    ("methods", "reason"),
    [
        (
            'async def f(self) -> None:\n    """Ends, also when Cancelled."""',
            "no rule .* 'Cancelled'",
        ),
        ('async def f(self, one: Unknown) -> None:\n    """Ends."""', "where Unknown comes from"),
    ],
)
def test_what_no_rule_covers_is_refused(methods: str, reason: str) -> None:
    with pytest.raises(SchemaError, match=reason):
        face_of(methods)


def test_a_replacement_whose_text_is_gone_is_refused() -> None:
    texts = sources()
    texts["text_stream"] = texts["text_stream"].replace("await self._start()", "await self._go()")
    with pytest.raises(SchemaError, match=r"AsyncTextStream has no 'await self\._start\(\)'"):
        generate_face("sync", texts)


def test_a_name_that_means_two_things_in_a_face_is_refused() -> None:
    texts = sources()
    text = texts["stored_thread"].replace("Thread as ThreadInfo", "Thread")
    texts["stored_thread"] = text.replace("ThreadInfo", "Thread")
    with pytest.raises(SchemaError, match="Thread has another meaning in the face"):
        generate_face("sync", texts)


def functions(text: str) -> Iterator[tuple[str, str]]:
    """Give the methods of a module with their signatures."""
    for owner in ast.parse(text).body:
        if isinstance(owner, ast.ClassDef):
            for node in ast.walk(owner):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    kind = type(node).__name__
                    yield f"{owner.name}.{node.name}", f"{kind} {ast.unparse(node.args)}"


def test_the_face_of_asyncio_keeps_names_signatures_and_coroutines() -> None:
    texts = sources()
    face = generate_face("aio", texts)
    source = {name: one for text in texts.values() for name, one in functions(text)}
    written = {name: one for text in face.values() for name, one in functions(text)}
    assert "AsyncThread.run" in written and "AsyncCodex.thread_list" in written
    for name, signature in written.items():
        if not name.endswith(".__init__"):
            assert signature == source[name], name
    assert "return await self._portal.run(" in face["thread.py"]
    assert "return await self._client.request(" in "".join(face.values())


def test_what_the_trio_thread_awaits_keeps_its_type_in_the_face_of_asyncio() -> None:
    text = generate_face("aio", sources())["text_stream.py"]
    assert "start: Callable[[], Awaitable[TrioTurnHandle]]" in text
    assert "self._turn: AsyncTurnHandle | None = None" in text
    assert "import AsyncTurnHandle as TrioTurnHandle" in text


def test_handlers_and_tools_are_run_in_the_loop_of_an_asyncio_caller() -> None:
    text = generate_face("aio", sources())["codex.py"]
    assert text.count("handlers=self._portal.host.handlers(handlers)") == 3
    assert text.count("tools=self._portal.host.tools(tools)") == 3
