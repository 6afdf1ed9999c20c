"""A scripted app-server, in memory or as a child process."""

from __future__ import annotations

from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING, Any, TypeVar, final

import orjson
import trio

from ..._wire.framing import LineSplitter
from ...errors import JsonRpcError
from .answers import AutomaticAnswers
from .link import MemoryLink
from .messages import FakeQuestion, FakeRequest
from .shapes import NOW
from .turn import FakeTurn
from .work import FakeWork

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from ..._transport.base import Transport
    from ...protocol import JsonValue
    from .child import ChildControl, ChildLink

__all__ = ["FakeAppServer"]

T = TypeVar("T", FakeRequest, FakeTurn)

_LONGEST_LINE = 1 << 30


@final
class FakeAppServer:
    """A scripted app-server.

    `FakeAppServer()` is in memory: pass its transport, `AsyncCodex(transport=fake.transport)`. It
    starts no task, uses no clock and answers while the client writes, so it also works with
    `trio.testing.MockClock`.
    `FakeAppServer.open_child()` is the same server behind a real child process, started by the
    client with `AppServerConfig(launch_args_override=fake.command)`.

    It serves one client. Requests that the test does not script are answered as by the runtime.

    Attributes:
        requests: every request of the client, in order.
        received: every message of the client, in order, as JSON.
        turns: the turns made here, in order.
        work: plays goals, queues, sub-agents and commands.
        most_in_flight: the most requests that were unanswered at the same time.
        closed: whether the client has closed its side.
    """

    def __init__(
        self,
        *,
        automatic: bool = True,
        version: str | None = None,
        capacity: int = 65536,
        _link: Callable[[Callable[[bytes], None]], ChildLink] | None = None,
    ) -> None:
        """Makes a server in memory.

        Args:
            automatic: whether unscripted requests are answered, `initialize` included.
            version: the version in the handshake; default: the pinned runtime's.
            capacity: bytes that the client can write while reading is paused.
        """
        self.requests: list[FakeRequest] = []
        self.received: list[dict[str, Any]] = []
        self.turns: list[FakeTurn] = []
        self.questions: dict[int | str, FakeQuestion] = {}
        self.most_in_flight: int = 0
        self.closed: bool = False
        self._in_flight = 0
        self._automatic = automatic
        self._answers: dict[str, Callable[[FakeRequest], None]] = {}
        self.work: FakeWork = FakeWork(self)
        self._default = AutomaticAnswers(self, version)
        self._splitter = LineSplitter(_LONGEST_LINE)
        self._changed = trio.Event()
        self._piece_bytes: int | None = None
        self._batch: list[bytes] | None = None
        self._link: MemoryLink | ChildLink = (
            MemoryLink(self._receive, capacity=capacity) if _link is None else _link(self._receive)
        )

    @classmethod
    @asynccontextmanager
    async def open_child(
        cls, *, automatic: bool = True, version: str | None = None
    ) -> AsyncIterator[FakeAppServer]:
        """Makes a server that the client starts as a child process.

        The child is a small Python program that forwards bytes; the script stays in the test.
        `command` is its command line; `child` controls it.

        Args:
            automatic: as for the server in memory.
            version: as for the server in memory.

        When the block is left or cancelled, the child loses its connection and ends.
        """
        from .child import open_child_link

        async with open_child_link() as link:
            yield cls(automatic=automatic, version=version, _link=link.attach)

    @property
    def transport(self) -> Transport:
        """The transport for a client in this process."""
        if not isinstance(self._link, MemoryLink):
            raise TypeError("this server is a child process: start it with its command")
        return self._link.transport

    @property
    def child(self) -> ChildControl:
        """Controls the child."""
        if isinstance(self._link, MemoryLink):
            raise TypeError("this server is in memory: there is no child")
        return self._link.control

    @property
    def command(self) -> tuple[str, ...]:
        """The child's command line, for `AppServerConfig.launch_args_override`."""
        return self.child.command

    # -- input from the client -----------------------------------------------------------------

    def _receive(self, data: bytes) -> None:
        if not data:
            self.closed = True
        for line in self._splitter.feed(data):
            self._take(orjson.loads(line))
        self._change()

    def _take(self, message: dict[str, Any]) -> None:
        self.received.append(message)
        if "method" not in message:
            question = self.questions.get(message["id"])
            if question is not None:
                question.take(message)
            return
        if "id" not in message:
            return
        request = FakeRequest(message["id"], message["method"], message.get("params"), self._answer)
        self.requests.append(request)
        self._in_flight += 1
        self.most_in_flight = max(self.most_in_flight, self._in_flight)
        self._take_request(request)

    def _take_request(self, request: FakeRequest) -> None:
        scripted = self._answers.get(request.method)
        if scripted is not None:
            scripted(request)
        elif self._automatic:
            self._default(request)

    def _answer(self, message: dict[str, Any]) -> None:
        self._in_flight -= 1
        self.send(message)

    def _change(self) -> None:
        changed, self._changed = self._changed, trio.Event()
        changed.set()

    @property
    def in_flight(self) -> int:
        """How many requests of the client have no answer."""
        return self._in_flight

    @property
    def methods(self) -> list[str]:
        """The methods of the client's requests and notifications, in order."""
        return [message["method"] for message in self.received if "method" in message]

    async def expect(self, method: str) -> FakeRequest:
        """Waits for the next request of `method` that was not expected before, and returns it.

        Raises:
            LookupError: the client has closed its side without sending one.

        Cancelling it changes nothing; bound it with `trio.fail_after`.
        """
        return await self._next(self.requests, lambda request: request.method == method, method)

    async def expect_turn(self, thread_id: str | None = None) -> FakeTurn:
        """Waits for the next turn that was not expected before, and returns it.

        Args:
            thread_id: the thread of the turn; default: any thread.

        Raises:
            LookupError: the client has closed its side without starting one.

        Cancelling it changes nothing; bound it with `trio.fail_after`.
        """
        return await self._next(
            self.turns, lambda turn: thread_id in (None, turn.thread_id), "turn/start"
        )

    async def _next(self, found: list[T], fits: Callable[[T], bool], method: str) -> T:
        """Waits for the first one that fits and was not returned before."""
        while True:
            await trio.lowlevel.checkpoint()
            for one in found:
                if not one.expected and fits(one):
                    one.expected = True
                    return one
            if self.closed:
                raise LookupError(f"the client closed without {method}; it sent {self.methods}")
            await self._changed.wait()

    async def wait_until(self, condition: Callable[[], bool]) -> None:
        """Waits until `condition` holds; it is tested after every input from the client.

        Cancelling it changes nothing; bound it with `trio.fail_after`.
        """
        await trio.lowlevel.checkpoint()
        while not condition():
            await self._changed.wait()

    async def wait_closed(self) -> None:
        """Waits until the client has closed its side.

        Cancelling it changes nothing; bound it with `trio.fail_after`.
        """
        await self.wait_until(lambda: self.closed)

    # -- answers to the client -----------------------------------------------------------------

    def answer(
        self, method: str, answer: Callable[[FakeRequest], None] | JsonRpcError | JsonValue
    ) -> None:
        """Sets the answer to every later request of `method`.

        Args:
            method: the method.
            answer: a result, an error, or a function that receives each request.
        """
        if callable(answer):
            self._answers[method] = answer
        elif isinstance(answer, JsonRpcError):
            code, message, data = answer.code, answer.message, answer.data
            self._answers[method] = lambda request: request.fail(code, message, data)
        else:
            self._answers[method] = lambda request: request.reply(answer)

    def manual(self, *methods: str) -> None:
        """Leaves requests of these methods to the test: `await expect(...)`, then `reply`."""
        for method in methods:
            self._answers[method] = _leave

    def reply(self, request: FakeRequest, result: JsonValue = None) -> None:
        """Answers a request with a result."""
        request.reply(result)

    def fail(self, request: FakeRequest, code: int, message: str, data: JsonValue = None) -> None:
        """Answers a request with an error."""
        request.fail(code, message, data)

    # -- output to the client ------------------------------------------------------------------

    def notify(self, method: str, params: JsonValue = None) -> None:
        """Sends a notification with `emittedAtMs`, as the runtime does."""
        message: dict[str, JsonValue] = {"method": method}
        if params is not None:
            message["params"] = params
        message["emittedAtMs"] = NOW * 1000
        self.send(message)

    def ask_nowait(
        self, method: str, params: JsonValue = None, *, id: int | str | None = None
    ) -> FakeQuestion:
        """Sends a request to the client and returns it without waiting for the answer.

        Args:
            method: the method.
            params: its params.
            id: its id; default: the next number from 0, as in the runtime.
        """
        question = FakeQuestion(len(self.questions) if id is None else id, method)
        self.questions[question.id] = question
        message: dict[str, JsonValue] = {"method": method, "id": question.id}
        if params is not None:
            message["params"] = params
        self.send(message)
        return question

    async def ask(self, method: str, params: JsonValue = None) -> JsonValue:
        """Sends a request to the client and returns its answer.

        Raises:
            JsonRpcError: the client answered with an error.

        When it is cancelled, the question stays open.
        """
        return await self.ask_nowait(method, params).wait()

    def resolve(self, question: FakeQuestion, thread_id: str) -> None:
        """Withdraws a question (`serverRequest/resolved`)."""
        self.notify("serverRequest/resolved", {"threadId": thread_id, "requestId": question.id})

    def turn(
        self, thread_id: str, id: str | None = None, *, root: FakeTurn | None = None
    ) -> FakeTurn:
        """Makes a turn; its notifications are sent by its methods.

        Args:
            thread_id: the thread it runs on.
            id: its id; default: a new one.
            root: the turn for which a sub-agent runs this one, nested ones included.
        """
        root_id = None if root is None else root.root_id
        turn = FakeTurn(self.notify, thread_id, id or f"turn-{len(self.turns) + 1}", root_id)
        self.turns.append(turn)
        return turn

    def login_completed(self, login_id: str | None, *, error: str | None = None) -> None:
        """Ends a login attempt, with success unless an error is given."""
        params: JsonValue = {"loginId": login_id, "success": error is None, "error": error}
        self.notify("account/login/completed", params)

    # -- bytes ---------------------------------------------------------------------------------

    def send(self, message: JsonValue) -> None:
        """Sends any JSON value as a line."""
        self.send_bytes(orjson.dumps(message) + b"\n")

    def send_bytes(self, data: bytes) -> None:
        """Sends bytes unchanged; they need not be lines or JSON."""
        if self._batch is not None:
            self._batch.append(data)
            return
        size = self._piece_bytes
        if size is None:
            self._link.write(data)
        else:
            for start in range(0, len(data), size):
                self._link.write(data[start : start + size])

    def cut(self, piece_bytes: int | None) -> None:
        """Cuts later output into pieces of `piece_bytes`; `None` ends that."""
        self._piece_bytes = piece_bytes

    @contextmanager
    def batch(self) -> Iterator[None]:
        """Sends the output of the block as one piece, at its end."""
        batch: list[bytes] = []
        before, self._batch = self._batch, batch
        try:
            yield
        finally:
            self._batch = before
            if batch:
                self.send_bytes(b"".join(batch))

    # -- the end -------------------------------------------------------------------------------

    def pause_reading(self) -> None:
        """Stops reading what the client writes, until `resume_reading`."""
        self._link.pause_reading()

    def resume_reading(self) -> None:
        """Reads what the client writes again."""
        self._link.resume_reading()

    def close_output(self) -> None:
        """Ends the client's input and stays alive."""
        self._link.close_output()

    def disconnect(
        self, *, exit_code: int | None = None, signal: int | None = None, stderr: str = ""
    ) -> None:
        """Ends as a process does.

        Args:
            exit_code: the exit code.
            signal: the signal that killed it, instead of an exit code.
            stderr: text written to stderr before the end.
        """
        self._link.disconnect(exit_code=exit_code, signal=signal, stderr=stderr)


def _leave(_: FakeRequest) -> None:
    """Leaves a request to the test."""
