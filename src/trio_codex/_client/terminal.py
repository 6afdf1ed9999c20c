"""Turns the server's requests into questions on the terminal, and what is typed into answers."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import trio

from .decisions import Decision, FileChangeRequest
from .handlers import ServerRequestHandlers

if TYPE_CHECKING:
    from ..protocol import (
        CommandExecutionRequestApprovalParams,
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
    "n": Decision.decline,
    "no": Decision.decline,
    "c": Decision.cancel,
}
_CHOICES = "[y]es, [s]ession, [n]o, [c]ancel the turn? "


def ask_in_terminal() -> ServerRequestHandlers:
    """Makes handlers that ask on the terminal; whatever is not understood means "no"."""
    terminal = _Terminal()
    return ServerRequestHandlers(
        command_execution=terminal.command_execution,
        file_change=terminal.file_change,
        permissions=terminal.permissions,
        elicitation=terminal.elicitation,
        user_input=terminal.user_input,
    )


class _Terminal:
    """One terminal: the questions of several requests must not run into each other."""

    def __init__(self) -> None:
        self._lock = trio.Lock()

    async def command_execution(self, params: CommandExecutionRequestApprovalParams) -> Decision:
        reason = f" ({params.reason})" if params.reason else ""
        return await self._decide(f"Codex wants to run{reason}:\n  {params.command}\n")

    async def file_change(self, request: FileChangeRequest) -> Decision:
        changes = "\n".join(f"--- {change.path}\n{change.diff}" for change in request.changes)
        return await self._decide(f"Codex wants to change files:\n{changes}\n")

    async def permissions(
        self, params: PermissionsRequestApprovalParams
    ) -> PermissionsRequestApprovalResponse:
        from .. import protocol

        shown = f"Codex wants permissions ({params.reason}): {params.permissions}\n"
        answer = await self._ask(shown + "[y]es for this turn, [n]o? ")
        granted = protocol.GrantedPermissionProfile()
        if answer in ("y", "yes"):
            asked = params.permissions
            granted = protocol.GrantedPermissionProfile(
                file_system=asked.file_system, network=asked.network
            )
        return protocol.PermissionsRequestApprovalResponse(
            permissions=granted, scope=protocol.PermissionGrantScope.TURN
        )

    async def elicitation(
        self, params: McpServerElicitationRequestParams
    ) -> McpServerElicitationRequestResponse:
        from .. import protocol

        message = getattr(params, "message", None) or "An MCP server asks for something."
        schema = getattr(params, "requested_schema", None)
        fields = getattr(schema, "properties", None)
        action = protocol.McpServerElicitationAction
        if fields:
            # A form is more than a line of text can hold; saying yes to it would be a lie.
            await self._show(f"{message}\n(declined: it asks for {', '.join(fields)})\n")
            return protocol.McpServerElicitationRequestResponse(action=action.DECLINE, content=None)
        yes = await self._ask(f"{message}\n[y]es, [n]o? ") in ("y", "yes")
        return protocol.McpServerElicitationRequestResponse(
            action=action.ACCEPT if yes else action.DECLINE, content=None
        )

    async def user_input(self, params: ToolRequestUserInputParams) -> ToolRequestUserInputResponse:
        from .. import protocol

        answers: dict[str, ToolRequestUserInputAnswer] = {}
        for question in params.questions:
            text = await self._ask(_question(question), keep_case=True)
            chosen = _chosen(question, text)
            answers[question.id] = protocol.ToolRequestUserInputAnswer(
                answers=[chosen] if chosen else []
            )
        return protocol.ToolRequestUserInputResponse(answers=answers)

    async def _decide(self, shown: str) -> Decision:
        return _DECISIONS.get(await self._ask(shown + _CHOICES), Decision.decline)

    async def _show(self, text: str) -> None:
        async with self._lock:
            await trio.to_thread.run_sync(_write, text)

    async def _ask(self, text: str, *, keep_case: bool = False) -> str:
        async with self._lock:
            # Cancelled, the thread stays behind on a read that nothing can interrupt.
            line = await trio.to_thread.run_sync(_prompt, text, abandon_on_cancel=True)
        answer = line.strip()
        return answer if keep_case else answer.lower()


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _prompt(text: str) -> str:
    _write(text)
    return sys.stdin.readline()


def _question(question: ToolRequestUserInputQuestion) -> str:
    lines = [question.question]
    for number, option in enumerate(question.options or (), start=1):
        lines.append(f"  {number}. {option.label}: {option.description}")
    return "\n".join((*lines, "> "))


def _chosen(question: ToolRequestUserInputQuestion, text: str) -> str:
    options = question.options or []
    if text.isdigit() and 1 <= int(text) <= len(options):
        return options[int(text) - 1].label
    return text
