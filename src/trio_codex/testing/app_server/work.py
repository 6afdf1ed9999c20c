"""Work of a fake server beyond single turns: goals, queues, sub-agents and commands."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any, Final, final

from ..model_server.plays import check_goal_end
from .shapes import goal as new_goal

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...protocol import JsonValue
    from ..model_server.plays import GoalEnd
    from .messages import FakeRequest
    from .server import FakeAppServer
    from .turn import FakeTurn

__all__ = ["FakeWork"]

_INVALID_REQUEST: Final = -32600
_TERMINATED: Final = 137
# The status in which a goal ends, where it has another name than the end.
_STATUS: Final = {"budget": "budgetLimited", "quota": "usageLimited", "refused": "blocked"}


@final
class FakeWork:
    """Plays work on a fake server, each piece in one call: `fake.work.goal("thread-1", "Done.")`.

    The fake server keeps the goals, queues and commands that the client sets, and answers requests
    about them as the runtime does. Nothing starts by itself: turns of a goal, queued turns and the
    output of commands come when the test plays them.
    """

    def __init__(self, server: FakeAppServer) -> None:
        self._server = server
        self._goals: dict[str, dict[str, Any]] = {}
        self._queues: dict[str, list[dict[str, Any]]] = {}
        self._commands: dict[str, FakeRequest] = {}
        self._added = 0
        self.answers: dict[str, Callable[[FakeRequest], None]] = {
            "thread/goal/set": self._goal_set,
            "thread/goal/get": self._goal_get,
            "thread/goal/clear": self._goal_clear,
            "thread/queue/add": self._queue_add,
            "thread/queue/list": self._queue_list,
            "thread/queue/update": self._queue_update,
            "thread/queue/reorder": self._queue_reorder,
            "thread/queue/delete": self._queue_delete,
            "thread/queue/start": self._queue_start,
            "command/exec": self._command_exec,
            "command/exec/write": self._command_control,
            "command/exec/resize": self._command_control,
            "command/exec/terminate": self._command_control,
        }

    # -- goals ---------------------------------------------------------------------------------

    def goal(
        self, thread_id: str, *messages: str, ends: GoalEnd = "complete", tokens: int = 100
    ) -> list[FakeTurn]:
        """Plays the turns of a goal to its end, a message for each turn; returns the turns.

        Args:
            thread_id: the thread of the goal.
            messages: the messages, in order; at least one unless the provider ends the goal.
            ends: how the goal ends, as for `ModelServer.play_goal`.
            tokens: the tokens of each turn.

        Raises:
            ValueError: the end is unknown, or there is no message to end with.
        """
        check_goal_end(ends, messages)
        provider = ends in ("quota", "refused")
        turns = [self._server.turn(thread_id) for _ in [*messages, *["refused"] * provider]]
        status = _STATUS.get(ends, ends)
        for turn, text in zip(turns, messages, strict=False):
            last = turn is turns[-1]
            turn.started()
            if last and ends != "budget":
                self.goal_status(thread_id, status, turn=turn, tokens=tokens)
            turn.message(text)
            if not last or ends == "budget":
                self.goal_status(thread_id, status if last else "active", turn=turn, tokens=tokens)
            turn.completed()
        if provider:
            self.goal_status(thread_id, status, turn=turns[-1].started())
            quota = ends == "quota"
            turns[-1].failed("no more", info="usageLimitExceeded" if quota else "other")
        return turns

    def goal_status(
        self, thread_id: str, status: str, *, turn: FakeTurn | None = None, tokens: int = 0
    ) -> None:
        """Changes the status of a thread's goal (`thread/goal/updated`).

        Args:
            thread_id: the thread of the goal.
            status: the protocol's status.
            turn: the turn in which it changes; the runtime names none at times.
            tokens: the tokens spent since the last change.
        """
        goal = self._goals.setdefault(thread_id, new_goal(thread_id))
        goal["status"] = status
        goal["tokensUsed"] += tokens
        params: dict[str, JsonValue] = {"threadId": thread_id, "goal": dict(goal)}
        params["turnId"] = None if turn is None else turn.id
        self._server.notify("thread/goal/updated", params)

    def _goal_set(self, request: FakeRequest) -> None:
        thread_id, objective = request.params["threadId"], request.params.get("objective")
        if thread_id not in self._goals and objective is None:
            message = f"cannot update goal for thread {thread_id}: no goal exists"
            request.fail(_INVALID_REQUEST, message)
            return
        goal = self._goals.setdefault(thread_id, new_goal(thread_id))
        for key in ("objective", "status", "tokenBudget"):
            if request.params.get(key) is not None:
                goal[key] = request.params[key]
        request.reply({"goal": dict(goal)})
        self.goal_status(thread_id, goal["status"])

    def _goal_get(self, request: FakeRequest) -> None:
        request.reply({"goal": self._goals.get(request.params["threadId"])})

    def _goal_clear(self, request: FakeRequest) -> None:
        thread_id = request.params["threadId"]
        cleared = self._goals.pop(thread_id, None) is not None
        request.reply({"cleared": cleared})
        if cleared:
            self._server.notify("thread/goal/cleared", {"threadId": thread_id})

    # -- queues --------------------------------------------------------------------------------

    def start_queued(self, thread_id: str) -> FakeTurn:
        """Starts the next queued submission of a thread, and returns its turn.

        Raises:
            IndexError: nothing is queued.
        """
        return self._start(thread_id, self._queue(thread_id)[0])

    def _start(self, thread_id: str, queued: dict[str, Any]) -> FakeTurn:
        self._queue(thread_id).remove(queued)
        self._changed(thread_id)
        text = " ".join(part["text"] for part in queued["input"] if part["type"] == "text")
        turn = self._server.turn(thread_id).started()
        return turn.user_message(text, client_id=queued["clientUserMessageId"])

    def _queue(self, thread_id: str) -> list[dict[str, Any]]:
        return self._queues.setdefault(thread_id, [])

    def _changed(self, thread_id: str) -> None:
        self._server.notify("thread/queue/changed", {"threadId": thread_id})

    def _queued(self, request: FakeRequest) -> dict[str, Any] | None:
        """Finds the submission that a request names; refuses the request if there is none."""
        wanted = request.params["queuedSubmissionId"]
        for queued in self._queue(request.params["threadId"]):
            if queued["id"] == wanted:
                return queued
        if request.method == "thread/queue/delete":
            request.reply({"deleted": False})
        else:
            request.fail(_INVALID_REQUEST, f"queued submission not found: {wanted}")
        return None

    def _queue_add(self, request: FakeRequest) -> None:
        self._added += 1
        queued: dict[str, Any] = {"id": f"queued-{self._added}"}
        queued |= {key: request.params[key] for key in ("input", "clientUserMessageId")}
        self._queue(request.params["threadId"]).append(queued)
        request.reply({"queuedSubmission": queued})
        self._changed(request.params["threadId"])

    def _queue_list(self, request: FakeRequest) -> None:
        request.reply({"data": [*self._queue(request.params["threadId"])], "nextCursor": None})

    def _queue_update(self, request: FakeRequest) -> None:
        queued = self._queued(request)
        if queued is not None:
            queued["input"] = request.params["input"]
            request.reply({"queuedSubmission": queued})
            self._changed(request.params["threadId"])

    def _queue_delete(self, request: FakeRequest) -> None:
        queued = self._queued(request)
        if queued is not None:
            self._queue(request.params["threadId"]).remove(queued)
            request.reply({"deleted": True})
            self._changed(request.params["threadId"])

    def _queue_reorder(self, request: FakeRequest) -> None:
        queue, ids = self._queue(request.params["threadId"]), request.params["queuedSubmissionIds"]
        if sorted(ids) != sorted(queued["id"] for queued in queue):
            message = "queue reorder must include every queued submission exactly once"
            request.fail(_INVALID_REQUEST, message)
            return
        queue.sort(key=lambda queued: ids.index(queued["id"]))
        request.reply()
        self._changed(request.params["threadId"])

    def _queue_start(self, request: FakeRequest) -> None:
        thread_id = request.params["threadId"]
        queue = self._queue(thread_id)
        if any(turn.running for turn in self._server.turns if turn.thread_id == thread_id):
            request.fail(_INVALID_REQUEST, "thread already has an active or pending turn")
        elif not queue:
            request.fail(_INVALID_REQUEST, "queue is empty")
        else:
            named = request.params.get("queuedSubmissionId") is not None
            queued = self._queued(request) if named else queue[0]
            if queued is not None:
                self._start(thread_id, queued).reply_to(request)

    # -- sub-agents ----------------------------------------------------------------------------

    def agent(self, parent: FakeTurn, thread_id: str) -> FakeTurn:
        """Completes the call with which a turn starts a sub-agent, and starts the agent's turn."""
        parent.spawned(thread_id)
        return self._server.turn(thread_id, root=parent).started()

    # -- commands ------------------------------------------------------------------------------

    def output(self, request: FakeRequest, text: str, *, stream: str = "stdout") -> None:
        """Sends output of a command that streams it (`command/exec/outputDelta`)."""
        params: dict[str, JsonValue] = {
            "processId": request.params["processId"],
            "stream": stream,
            "deltaBase64": base64.b64encode(text.encode()).decode(),
            "capReached": False,
        }
        self._server.notify("command/exec/outputDelta", params)

    def command(
        self, request: FakeRequest, stdout: str = "", stderr: str = "", *, exit_code: int = 0
    ) -> None:
        """Ends a command (`command/exec`): sends its output, then its exit code.

        The output is in deltas if the client asked for them, else in the reply.
        """
        written = {"stdout": stdout, "stderr": stderr}
        if request.params.get("streamStdoutStderr"):
            for stream, text in written.items():
                if text:
                    self.output(request, text, stream=stream)
            written = dict.fromkeys(written, "")
        self._commands.pop(request.params.get("processId") or "", None)
        request.reply({"exitCode": exit_code, **written})

    def _command_exec(self, request: FakeRequest) -> None:
        """Leaves the command running: its reply is its end."""
        process_id = request.params.get("processId")
        if process_id is not None:
            self._commands[process_id] = request

    def _command_control(self, request: FakeRequest) -> None:
        process_id = request.params["processId"]
        running = self._commands.get(process_id)
        if running is None:
            message = f'no active command/exec for process id "{process_id}"'
            request.fail(_INVALID_REQUEST, message)
            return
        request.reply()
        if request.method == "command/exec/terminate":
            self.command(running, exit_code=_TERMINATED)
