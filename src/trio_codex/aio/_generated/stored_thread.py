"""Asyncio face of `_client/stored_thread.py`, generated from its source.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from ..._json import OMITTED

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence
    from typing import Any

    from ..._client.awaitable_scope import AwaitableScope
    from ..._client.policy import ApprovalMode, Sandbox
    from ..._requests.handlers import ServerRequestHandlers
    from ..._tools.tool import Tool
    from ...protocol import (
        ApprovalsReviewer,
        AskForApproval,
        JsonValue,
        Omitted,
        Personality,
        ResponseItem,
        ThreadResumeInitialTurnsPageParams,
    )
    from ...protocol import Thread as ThreadInfo
    from .codex import AsyncCodex
    from .thread import AsyncThread

__all__ = ["AsyncStoredThread"]


@final
class AsyncStoredThread:
    """A stored thread with the fields of its `ThreadInfo`, such as `id`, `name` and `preview`."""

    def __init__(self, codex: AsyncCodex, info: ThreadInfo) -> None:
        self._codex = codex
        self._info = info

    @property
    def id(self) -> str:
        """The thread's id."""
        return self._info.id

    @property
    def info(self) -> ThreadInfo:
        """The thread as the server has listed it."""
        return self._info

    def __getattr__(self, name: str) -> Any:
        # Only for what the object itself lacks; a copy that is being made has no fields yet.
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._info, name)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._info.id}>"

    def resume(
        self,
        *,
        # Generated from schema/options.toml.
        model: str | None = None,
        model_provider: str | None = None,
        cwd: str | os.PathLike[str] | None = None,
        sandbox: Sandbox | str | None = None,
        approval_mode: ApprovalMode | str | Omitted | None = OMITTED,
        approval_policy: AskForApproval | str | None = None,
        approvals_reviewer: ApprovalsReviewer | str | None = None,
        config: Mapping[str, JsonValue] | None = None,
        base_instructions: str | None = None,
        developer_instructions: str | None = None,
        personality: Personality | str | None = None,
        service_tier: str | None = None,
        include_turns: bool = False,
        tools: Sequence[Tool[..., object]] | None = None,
        handlers: ServerRequestHandlers | None = None,
        history: Sequence[ResponseItem] | None = None,
        initial_turns_page: ThreadResumeInitialTurnsPageParams | None = None,
        path: str | os.PathLike[str] | None = None,
        permissions: str | None = None,
        runtime_workspace_roots: Sequence[str | os.PathLike[str]] | None = None,
    ) -> AwaitableScope[AsyncThread]:
        """Resumes the thread (`thread/resume`); see `AsyncCodex.thread_resume`.

        Like `thread_resume`, it may be awaited or entered, and has its options and errors.
        """
        options = {name: value for name, value in locals().items() if name.isidentifier()}
        del options["self"]
        return self._codex.thread_resume(self._info.id, **options)
