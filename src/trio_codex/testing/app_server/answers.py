"""Automatic answers of a fake server, as the runtime gives them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from .shapes import initialize_result, thread, thread_result

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...protocol import JsonValue
    from .messages import FakeRequest
    from .server import FakeAppServer
    from .turn import FakeTurn

__all__ = ["AutomaticAnswers"]

_INVALID_REQUEST = -32600
_PAGE: JsonValue = {"data": [], "nextCursor": None}
_RESULTS: dict[str, JsonValue] = {
    "account/read": {"account": None, "requiresOpenaiAuth": False},
    "model/list": _PAGE,
    "thread/archive": {},
    "thread/delete": {},
    "thread/list": _PAGE,
    "thread/loaded/list": _PAGE,
    "thread/name/set": {},
}


@final
class AutomaticAnswers:
    """The answers to requests that the test does not script."""

    def __init__(self, server: FakeAppServer, version: str | None) -> None:
        self._server = server
        self._version = version
        self._threads = 0
        self._answers: dict[str, Callable[[FakeRequest], None]] = {
            "initialize": self._initialize,
            "thread/start": self._thread_start,
            "thread/resume": self._thread_resume,
            "thread/fork": self._thread_start,
            "thread/read": self._thread_read,
            "turn/start": self._turn_start,
            "turn/steer": self._turn_steer,
            "turn/interrupt": self._turn_interrupt,
            "review/start": self._turn_start,
            "thread/compact/start": self._compact,
            "account/login/start": self._login,
            "account/login/cancel": self._login_cancel,
            "account/logout": self._logout,
            **server.work.answers,
        }
        self._logins: list[str] = []

    def __call__(self, request: FakeRequest) -> None:
        """Answers a request."""
        answer = self._answers.get(request.method)
        if answer is not None:
            answer(request)
        elif request.method in _RESULTS:
            request.reply(_RESULTS[request.method])
        else:
            message = f"Invalid request: unknown variant `{request.method}`"
            request.fail(_INVALID_REQUEST, message)

    def _initialize(self, request: FakeRequest) -> None:
        name = request.params.get("clientInfo", {}).get("name", "client")
        request.reply(initialize_result(name, self._version))

    def _thread_start(self, request: FakeRequest) -> None:
        self._threads += 1
        result = thread_result(
            f"thread-{self._threads}", forkedFromId=request.params.get("threadId")
        )
        request.reply(result)
        self._server.notify("thread/started", {"thread": result["thread"]})

    def _thread_resume(self, request: FakeRequest) -> None:
        request.reply(thread_result(request.params["threadId"]))

    def _thread_read(self, request: FakeRequest) -> None:
        thread_id = request.params["threadId"]
        status = "active" if self._running(thread_id) else "idle"
        request.reply({"thread": thread(thread_id, status)})

    # -- turns ---------------------------------------------------------------------------------

    def _running(self, thread_id: Any) -> FakeTurn | None:
        for turn in reversed(self._server.turns):
            if turn.thread_id == thread_id and turn.running:
                return turn
        return None

    def _turn_start(self, request: FakeRequest) -> None:
        texts = [
            entry["text"]
            for entry in request.params.get("input", ())
            if entry.get("type") == "text"
        ]
        running = self._running(request.params["threadId"])
        if running is not None:
            running.reply_to(request).user_message(" ".join(texts))
            return
        turn = self._server.turn(request.params["threadId"])
        turn.reply_to(request)
        if request.method == "review/start":
            turn.started(announced_as=f"{turn.id}-review")
            turn.item({"type": "enteredReviewMode", "id": "entered", "review": "changes"})
        else:
            turn.started().user_message(" ".join(texts))

    def _compact(self, request: FakeRequest) -> None:
        request.reply()
        turn = self._server.turn(request.params["threadId"]).started()
        turn.item({"type": "contextCompaction", "id": "compaction"}).completed()

    def _turn_steer(self, request: FakeRequest) -> None:
        running = self._running(request.params["threadId"])
        if running is None:
            request.fail(_INVALID_REQUEST, "no active turn to steer")
            return
        request.reply({"turnId": running.id})

    def _turn_interrupt(self, request: FakeRequest) -> None:
        wanted = request.params.get("turnId")
        running = self._running(request.params["threadId"])
        if running is not None and wanted in (running.active_id, ""):
            request.reply()
            running.interrupted()
        elif any(
            turn.active_id == wanted and turn.status == "interrupted" for turn in self._server.turns
        ):
            pass  # Like the runtime: no answer before the thread's next turn ends.
        elif running is not None:
            message = f"expected active turn id {wanted} but found {running.active_id}"
            request.fail(_INVALID_REQUEST, message)
        else:
            request.fail(_INVALID_REQUEST, "no active turn to interrupt")

    # -- logins --------------------------------------------------------------------------------

    def _login(self, request: FakeRequest) -> None:
        kind = request.params.get("type")
        if kind == "apiKey":
            request.reply({"type": "apiKey"})
            self._server.login_completed(None)
            return
        login_id = f"login-{len(self._logins) + 1}"
        self._logins.append(login_id)
        result: dict[str, Any] = {"type": kind, "loginId": login_id}
        if kind == "chatgpt":
            result["authUrl"] = f"http://127.0.0.1:1/oauth/authorize?state={login_id}"
        else:
            result["verificationUrl"] = "http://127.0.0.1:1/codex/device"
            result["userCode"] = "ABCD-EFGH"
        request.reply(result)

    def _login_cancel(self, request: FakeRequest) -> None:
        login_id = request.params.get("loginId")
        if login_id not in self._logins:
            request.reply({"status": "notFound"})
            return
        self._logins.remove(login_id)
        request.reply({"status": "canceled"})
        self._server.login_completed(login_id, error="Login server error: Login was not completed")

    def _logout(self, request: FakeRequest) -> None:
        request.reply()
        self._server.notify("account/updated", {"authMode": None, "planType": None})
