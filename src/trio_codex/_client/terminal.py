"""Turns the server's requests into questions on the terminal, and what is typed into answers."""

from __future__ import annotations

import getpass
import json
import sys
import unicodedata
from functools import partial
from typing import TYPE_CHECKING, final

import trio

from .decisions import Decision, FileChangeRequest
from .forms import Form, value_of
from .handlers import ServerRequestHandlers

if TYPE_CHECKING:
    from collections.abc import Callable

    import outcome

    from ..protocol import (
        ApplyPatchApprovalParams,
        CommandExecutionRequestApprovalParams,
        ExecCommandApprovalParams,
        JsonValue,
        McpServerElicitationRequestParams,
        McpServerElicitationRequestResponse,
        PermissionsRequestApprovalParams,
        PermissionsRequestApprovalResponse,
        ToolRequestUserInputAnswer,
        ToolRequestUserInputParams,
        ToolRequestUserInputQuestion,
        ToolRequestUserInputResponse,
    )

__all__ = ["ask_in_terminal"]

_DECISIONS = {
    "y": Decision.accept,
    "yes": Decision.accept,
    "s": Decision.accept_for_session,
    "session": Decision.accept_for_session,
    "n": Decision.decline,
    "no": Decision.decline,
    "c": Decision.cancel,
    "cancel": Decision.cancel,
}
_CHOICES = "[y]es, [s]ession, [n]o, [c]ancel the turn? "
_YES = ("y", "yes")
_SHOWN = "\n\t"


def ask_in_terminal() -> ServerRequestHandlers:
    """Makes handlers that ask on the terminal; whatever is not understood means "no"."""
    terminal = _Terminal()
    return ServerRequestHandlers(
        command_execution=terminal.command_execution,
        file_change=terminal.file_change,
        permissions=terminal.permissions,
        elicitation=terminal.elicitation,
        user_input=terminal.user_input,
        exec_command_approval=terminal.exec_command_approval,
        apply_patch_approval=terminal.apply_patch_approval,
    )


@final
class _Read:
    """A read of the terminal, which nothing can interrupt: it may outlive its question."""

    def __init__(self, read: Callable[[], str]) -> None:
        self.done = trio.Event()
        self._token = trio.lowlevel.current_trio_token()
        self._outcome: outcome.Outcome[str] | None = None
        trio.lowlevel.start_thread_soon(read, self._deliver, name="trio_codex terminal")

    def _deliver(self, result: outcome.Outcome[str]) -> None:
        self._outcome = result
        try:
            self._token.run_sync_soon(self.done.set)
        except trio.RunFinishedError:
            pass  # The program ended while it waited for a line.

    async def wait(self) -> str:
        await self.done.wait()
        assert self._outcome is not None
        return self._outcome.unwrap()


@final
class _Terminal:
    """One terminal: the questions of several requests must not run into each other."""

    def __init__(self) -> None:
        self._lock = trio.Lock()
        self._read: _Read | None = None

    # -- the requests ----------------------------------------------------------------------------

    async def command_execution(self, params: CommandExecutionRequestApprovalParams) -> Decision:
        reason = f" ({params.reason})" if params.reason else ""
        where = f"\n  in {params.cwd}" if params.cwd else ""
        return await self._decide(f"Codex wants to run{reason}:\n  {params.command}{where}\n")

    async def file_change(self, request: FileChangeRequest) -> Decision:
        changes = "\n".join(f"--- {change.path}\n{change.diff}" for change in request.changes)
        reason = f" ({request.params.reason})" if request.params.reason else ""
        return await self._decide(f"Codex wants to change files{reason}:\n{changes}\n")

    async def exec_command_approval(self, params: ExecCommandApprovalParams) -> Decision:
        return await self._decide(f"Codex wants to run:\n  {' '.join(params.command)}\n")

    async def apply_patch_approval(self, params: ApplyPatchApprovalParams) -> Decision:
        shown = "\n".join(f"--- {path}\n{_json(it)}" for path, it in params.file_changes.items())
        return await self._decide(f"Codex wants to change files:\n{shown}\n")

    async def permissions(
        self, params: PermissionsRequestApprovalParams
    ) -> PermissionsRequestApprovalResponse:
        from .. import protocol

        reason = f" ({params.reason})" if params.reason else ""
        shown = f"Codex wants permissions{reason}:\n  {_json(params.permissions)}\n"
        answer = await self._ask(shown + "[y]es for this turn, [s]ession, [n]o? ")
        scope = protocol.PermissionGrantScope
        granted = protocol.GrantedPermissionProfile()
        for_session = answer in ("s", "session")
        if answer in _YES or for_session:
            asked = params.permissions
            granted = protocol.GrantedPermissionProfile(
                file_system=asked.file_system, network=asked.network
            )
        return protocol.PermissionsRequestApprovalResponse(
            permissions=granted, scope=scope.SESSION if for_session else scope.TURN
        )

    async def elicitation(
        self, params: McpServerElicitationRequestParams
    ) -> McpServerElicitationRequestResponse:
        from .. import protocol

        form = Form.of(params)
        content: dict[str, JsonValue] = {}
        async with self._lock:
            if form.answerable:
                accepted = (await self._line(f"{form.shown}\n[y]es, [n]o? ")).lower() in _YES
            else:
                accepted = False
                await self._show(f"{form.shown}\n(declined: it cannot be answered here)\n")
            for field in form.fields if accepted else ():
                text = await self._line(field.question)
                try:
                    value = value_of(field, text)
                except ValueError as error:
                    await self._show(f"declined: {error}\n")
                    accepted = False
                    break
                if value is not None:
                    content[field.name] = value
        action = protocol.McpServerElicitationAction
        return protocol.McpServerElicitationRequestResponse(
            action=action.ACCEPT if accepted else action.DECLINE,
            content=content if accepted and form.fields else None,
        )

    async def user_input(self, params: ToolRequestUserInputParams) -> ToolRequestUserInputResponse:
        from .. import protocol

        answers: dict[str, ToolRequestUserInputAnswer] = {}
        async with self._lock:
            for question in params.questions:
                text = await self._line(_question(question), secret=question.is_secret)
                chosen = _chosen(question, text)
                answers[question.id] = protocol.ToolRequestUserInputAnswer(
                    answers=[chosen] if chosen else []
                )
        return protocol.ToolRequestUserInputResponse(answers=answers)

    # -- the terminal ----------------------------------------------------------------------------

    async def _decide(self, shown: str) -> Decision:
        return _DECISIONS.get(await self._ask(shown + _CHOICES), Decision.decline)

    async def _ask(self, text: str) -> str:
        async with self._lock:
            return (await self._line(text)).lower()

    async def _show(self, text: str) -> None:
        await trio.to_thread.run_sync(_write, text)

    async def _line(self, text: str, *, secret: bool = False) -> str:
        """Asks and returns what is typed, an empty string at the end of the input."""
        # A question that was withdrawn leaves its read behind. The next line is for the question
        # that is shown now, so that read is waited for; a second one would only lose lines.
        if self._read is None or self._read.done.is_set():
            self._read = _Read(partial(_read_line, secret=secret))
        try:
            await self._show(text)
            return (await self._read.wait()).strip()
        except trio.Cancelled:
            _write("\n(the question was withdrawn)\n")
            raise


def _write(text: str) -> None:
    sys.stdout.write(_printable(text))
    sys.stdout.flush()


def _read_line(*, secret: bool) -> str:
    if secret and sys.stdin.isatty():
        try:
            return getpass.getpass("")
        except EOFError:
            return ""
    return sys.stdin.readline()


def _printable(text: str) -> str:
    """Shows what would move the cursor or turn the text around instead of obeying it."""
    return "".join(
        char
        if char in _SHOWN or not unicodedata.category(char).startswith("C")
        else char.encode("unicode_escape", "replace").decode("ascii")
        for char in text
    )


def _json(value: object) -> str:
    from ..protocol.converter import unstructure

    return json.dumps(unstructure(value), ensure_ascii=False)


def _question(question: ToolRequestUserInputQuestion) -> str:
    lines = [question.question]
    for number, option in enumerate(question.options or (), start=1):
        lines.append(f"  {number}. {option.label}: {option.description}")
    return "\n".join((*lines, "> "))


def _chosen(question: ToolRequestUserInputQuestion, text: str) -> str:
    options = question.options or []
    if text.isdecimal() and 1 <= int(text) <= len(options):
        return options[int(text) - 1].label
    return text
