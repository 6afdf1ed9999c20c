"""Requests between a client and a fake server, which a test can answer and wait for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

import trio

from ...errors import rpc_error

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...protocol import JsonValue

__all__ = ["FakeQuestion", "FakeRequest"]


@final
class FakeRequest:
    """A request of the client.

    Attributes:
        id: its id, chosen by the client.
        method: its method.
        params: its params as they came; empty when there were none.
        answered: whether it has an answer.
        expected: whether `FakeAppServer.expect` has returned it.
    """

    def __init__(
        self, id: int | str, method: str, params: Any, send: Callable[[dict[str, Any]], None]
    ) -> None:
        self.id = id
        self.method = method
        self.params: dict[str, Any] = params if isinstance(params, dict) else {}
        self.answered: bool = False
        self.expected: bool = False
        self._send = send

    def __repr__(self) -> str:
        return f"<FakeRequest {self.id!r}: {self.method}>"

    def reply(self, result: JsonValue = None) -> None:
        """Answers with a result; a second answer is sent too, as a faulty server would."""
        self.answered = True
        self._send({"id": self.id, "result": {} if result is None else result})

    def fail(self, code: int, message: str, data: JsonValue = None) -> None:
        """Answers with an error."""
        self.answered = True
        error: dict[str, JsonValue] = {"code": code, "message": message}
        if data is not None:
            error["data"] = data
        self._send({"id": self.id, "error": error})


@final
class FakeQuestion:
    """A request of the fake server to the client.

    Attributes:
        id: its id, chosen by the server.
        method: its method.
        answers: every answer that came, as the whole message.
    """

    def __init__(self, id: int | str, method: str) -> None:
        self.id = id
        self.method = method
        self.answers: list[dict[str, Any]] = []
        self._answered = trio.Event()

    def __repr__(self) -> str:
        return f"<FakeQuestion {self.id!r}: {self.method}>"

    @property
    def answered(self) -> bool:
        """Whether the client has answered."""
        return bool(self.answers)

    def take(self, message: dict[str, JsonValue]) -> None:
        """Takes an answer of the client."""
        self.answers.append(message)
        self._answered.set()

    async def wait(self) -> JsonValue:
        """Waits for the first answer and returns its result.

        Raises:
            JsonRpcError: the client answered with an error.

        When it is cancelled, the question stays open.
        """
        await self._answered.wait()
        answer = self.answers[0]
        error = answer.get("error")
        if error is not None:
            raise rpc_error(error["code"], error["message"], error.get("data"))
        result: JsonValue = answer.get("result")
        return result
