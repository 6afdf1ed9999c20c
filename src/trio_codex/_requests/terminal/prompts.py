"""Handlers that show a request in the terminal and read a line as the answer."""

from __future__ import annotations

import logging
import os
import sys
from contextlib import nullcontext
from typing import TYPE_CHECKING, final

import trio

from ..decisions import Decision
from ..elicitation import Form, value_of
from ..handlers import ServerRequestHandlers
from .reading import open_reader
from .rows import command_rows, file_change_rows, old_command_rows, patch_rows, permission_rows
from .text import escape, render

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import TextIO

    from ...protocol import (
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
    from ..decisions import FileChangeRequest
    from .reading import Reader
    from .text import Row

__all__ = ["ask_in_terminal"]

logger = logging.getLogger("trio_codex.requests")

_DECISIONS = {
    "y": Decision.ACCEPT,
    "yes": Decision.ACCEPT,
    "s": Decision.ACCEPT_FOR_SESSION,
    "session": Decision.ACCEPT_FOR_SESSION,
    "n": Decision.DECLINE,
    "no": Decision.DECLINE,
    "c": Decision.CANCEL,
    "cancel": Decision.CANCEL,
}
_CHOICES = "[y]es, [s]ession, [n]o, [c]ancel the turn? "
_YES = ("y", "yes")
_USUAL_WIDTH = 80


def ask_in_terminal() -> ServerRequestHandlers:
    """Returns handlers that ask in the terminal; an unknown answer declines."""
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
class _Terminal:
    """One terminal, with a lock: requests are shown one at a time."""

    def __init__(self) -> None:
        self._lock = trio.Lock()
        self._reader: Reader | None = None

    # -- the requests ----------------------------------------------------------------------------

    async def command_execution(self, params: CommandExecutionRequestApprovalParams) -> Decision:
        return await self._decide("Codex asks to run a command", command_rows(params))

    async def file_change(self, request: FileChangeRequest) -> Decision:
        return await self._decide("Codex asks to change files", file_change_rows(request))

    async def exec_command_approval(self, params: ExecCommandApprovalParams) -> Decision:
        return await self._decide("Codex asks to run a command", old_command_rows(params))

    async def apply_patch_approval(self, params: ApplyPatchApprovalParams) -> Decision:
        return await self._decide("Codex asks to change files", patch_rows(params))

    async def permissions(
        self, params: PermissionsRequestApprovalParams
    ) -> PermissionsRequestApprovalResponse:
        from ... import protocol

        async with self._lock:
            answer = await self._ask(
                "Codex asks for permissions",
                permission_rows(params),
                "[y]es for this turn, [s]ession, [n]o? ",
            )
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
        from ... import protocol

        form = Form.of(params)
        content: dict[str, JsonValue] = {}
        async with self._lock:
            title = "An MCP server asks"
            if form.answerable:
                accepted = await self._ask(title, form.rows, "[y]es, [n]o? ") in _YES
            else:
                accepted = False
                shown = render(title, form.rows, _width())
                await self._show(f"{shown}(declined: it cannot be answered here)\n")
            for field in form.fields if accepted else ():
                text = await self._line("The MCP server's form", field.rows, "> ")
                try:
                    value = value_of(field, text)
                except ValueError as error:
                    await self._show(f"declined: {escape(str(error))}\n")
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
        from ... import protocol

        answers: dict[str, ToolRequestUserInputAnswer] = {}
        async with self._lock:
            for question in params.questions:
                rows = _question_rows(question)
                text = await self._line("Codex asks you", rows, "> ", secret=question.is_secret)
                chosen = _chosen(question, text)
                answers[question.id] = protocol.ToolRequestUserInputAnswer(
                    answers=[chosen] if chosen else []
                )
        return protocol.ToolRequestUserInputResponse(answers=answers)

    # -- the terminal ----------------------------------------------------------------------------

    async def _decide(self, title: str, rows: Iterable[Row]) -> Decision:
        async with self._lock:
            answer = await self._ask(title, rows, _CHOICES)
        return _DECISIONS.get(answer, Decision.DECLINE)

    async def _ask(self, title: str, rows: Iterable[Row], prompt: str) -> str:
        return (await self._line(title, rows, prompt)).lower()

    async def _show(self, text: str) -> None:
        await trio.to_thread.run_sync(_write, text)

    async def _line(
        self, title: str, rows: Iterable[Row], prompt: str, *, secret: bool = False
    ) -> str:
        """Shows a question and returns the line typed after it; empty at the end of the input."""
        reader = self._reader = open_reader(self._reader)
        if reader is None or _output() is None:
            logger.warning("declined a question: there is no terminal to show it on or answer it")
            return ""
        try:
            await self._show(render(title, rows, _width()))
            # Input typed before the choices are shown belongs to something else.
            with reader.silent() if secret else nullcontext():
                reader.discard()
                await self._show(prompt)
                line = await reader.line(secret=secret)
        except trio.Cancelled:
            _write("\n(the question was withdrawn)\n")
            raise
        return line.strip()


def _output() -> TextIO | None:
    """Returns a stream that the user at the keyboard can read; `None` if there is none."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and (stream.isatty() or not _is_terminal(sys.stdin)):
            return stream
    return None


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def _width() -> int:
    stream = _output()
    try:
        columns = 0 if stream is None else os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        columns = 0
    return columns or _USUAL_WIDTH


def _write(text: str) -> None:
    stream = _output()
    if stream is not None:
        # Characters that the screen's encoding lacks are written as escapes.
        encoding = getattr(stream, "encoding", None) or "utf-8"
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()


def _question_rows(question: ToolRequestUserInputQuestion) -> list[Row]:
    rows = [("question (written by the model)", question.question)]
    for number, option in enumerate(question.options or (), start=1):
        rows.append((f"answer {number}", f"{option.label}: {option.description}"))
    return rows


def _chosen(question: ToolRequestUserInputQuestion, text: str) -> str:
    options = question.options or []
    if text.isdecimal() and 1 <= int(text) <= len(options):
        return options[int(text) - 1].label
    return text
