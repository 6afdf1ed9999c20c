"""Command and process types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import OMITTED, Omitted, OpenEnum, WireModel, wire

if TYPE_CHECKING:
    from .common import AbsolutePathBuf
    from .permission import SandboxPolicy

__all__ = [
    "CommandExecOutputDeltaNotification",
    "CommandExecOutputStream",
    "CommandExecParams",
    "CommandExecResizeParams",
    "CommandExecResizeResponse",
    "CommandExecResponse",
    "CommandExecTerminalSize",
    "CommandExecTerminateParams",
    "CommandExecTerminateResponse",
    "CommandExecWriteParams",
    "CommandExecWriteResponse",
    "ProcessExitedNotification",
    "ProcessKillParams",
    "ProcessKillResponse",
    "ProcessOutputDeltaNotification",
    "ProcessOutputStream",
    "ProcessResizePtyParams",
    "ProcessResizePtyResponse",
    "ProcessSpawnParams",
    "ProcessSpawnResponse",
    "ProcessTerminalSize",
    "ProcessWriteStdinParams",
    "ProcessWriteStdinResponse",
    "TerminalInteractionNotification",
]


class CommandExecOutputStream(OpenEnum):
    """An open enum, used by `CommandExecOutputDeltaNotification`."""

    STDOUT = "stdout"
    STDERR = "stderr"


class ProcessOutputStream(OpenEnum):
    """An open enum, used by `ProcessOutputDeltaNotification`."""

    STDOUT = "stdout"
    STDERR = "stderr"


class CommandExecOutputDeltaNotification(WireModel):
    """Payload of the `command/exec/outputDelta` notification."""

    cap_reached: bool = wire("capReached")
    delta_base64: str = wire("deltaBase64")
    process_id: str = wire("processId")
    stream: CommandExecOutputStream = wire("stream")


class CommandExecParams(WireModel):
    """Params of `command/exec`."""

    command: list[str] = wire("command")
    cwd: str | None | Omitted = wire("cwd", default=OMITTED)
    disable_output_cap: bool | Omitted = wire("disableOutputCap", default=OMITTED)
    disable_timeout: bool | Omitted = wire("disableTimeout", default=OMITTED)
    env: dict[str, str | None] | None | Omitted = wire("env", default=OMITTED, secret=True)
    output_bytes_cap: int | None | Omitted = wire("outputBytesCap", default=OMITTED, format="uint")
    permission_profile: str | None | Omitted = wire(
        "permissionProfile", default=OMITTED, experimental=True
    )
    process_id: str | None | Omitted = wire("processId", default=OMITTED)
    sandbox_policy: SandboxPolicy | None | Omitted = wire("sandboxPolicy", default=OMITTED)
    size: CommandExecTerminalSize | None | Omitted = wire("size", default=OMITTED)
    stream_stdin: bool | Omitted = wire("streamStdin", default=OMITTED)
    stream_stdout_stderr: bool | Omitted = wire("streamStdoutStderr", default=OMITTED)
    timeout_ms: int | None | Omitted = wire("timeoutMs", default=OMITTED, format="int64")
    tty: bool | Omitted = wire("tty", default=OMITTED)


class CommandExecResizeParams(WireModel):
    """Params of `command/exec/resize`."""

    process_id: str = wire("processId")
    size: CommandExecTerminalSize = wire("size")


class CommandExecResizeResponse(WireModel):
    """Result of `command/exec/resize`."""


class CommandExecResponse(WireModel):
    """Result of `command/exec`."""

    exit_code: int = wire("exitCode", format="int32")
    stderr: str = wire("stderr")
    stdout: str = wire("stdout")


class CommandExecTerminalSize(WireModel):
    """An object, used by `CommandExecParams` and `CommandExecResizeParams`."""

    cols: int = wire("cols", format="uint16")
    rows: int = wire("rows", format="uint16")


class CommandExecTerminateParams(WireModel):
    """Params of `command/exec/terminate`."""

    process_id: str = wire("processId")


class CommandExecTerminateResponse(WireModel):
    """Result of `command/exec/terminate`."""


class CommandExecWriteParams(WireModel):
    """Params of `command/exec/write`."""

    process_id: str = wire("processId")
    close_stdin: bool | Omitted = wire("closeStdin", default=OMITTED)
    delta_base64: str | None | Omitted = wire("deltaBase64", default=OMITTED)


class CommandExecWriteResponse(WireModel):
    """Result of `command/exec/write`."""


class ProcessExitedNotification(WireModel):
    """Payload of the `process/exited` notification."""

    exit_code: int = wire("exitCode", format="int32")
    process_handle: str = wire("processHandle")
    stderr: str = wire("stderr")
    stderr_cap_reached: bool = wire("stderrCapReached")
    stdout: str = wire("stdout")
    stdout_cap_reached: bool = wire("stdoutCapReached")


class ProcessKillParams(WireModel):
    """Params of `process/kill`."""

    process_handle: str = wire("processHandle")


class ProcessKillResponse(WireModel):
    """Result of `process/kill`."""


class ProcessOutputDeltaNotification(WireModel):
    """Payload of the `process/outputDelta` notification."""

    cap_reached: bool = wire("capReached")
    delta_base64: str = wire("deltaBase64")
    process_handle: str = wire("processHandle")
    stream: ProcessOutputStream = wire("stream")


class ProcessResizePtyParams(WireModel):
    """Params of `process/resizePty`."""

    process_handle: str = wire("processHandle")
    size: ProcessTerminalSize = wire("size")


class ProcessResizePtyResponse(WireModel):
    """Result of `process/resizePty`."""


class ProcessSpawnParams(WireModel):
    """Params of `process/spawn`."""

    command: list[str] = wire("command")
    cwd: AbsolutePathBuf = wire("cwd")
    process_handle: str = wire("processHandle")
    env: dict[str, str | None] | None | Omitted = wire("env", default=OMITTED, secret=True)
    output_bytes_cap: int | None | Omitted = wire("outputBytesCap", default=OMITTED, format="uint")
    size: ProcessTerminalSize | None | Omitted = wire("size", default=OMITTED)
    stream_stdin: bool | Omitted = wire("streamStdin", default=OMITTED)
    stream_stdout_stderr: bool | Omitted = wire("streamStdoutStderr", default=OMITTED)
    timeout_ms: int | None | Omitted = wire("timeoutMs", default=OMITTED, format="int64")
    tty: bool | Omitted = wire("tty", default=OMITTED)


class ProcessSpawnResponse(WireModel):
    """Result of `process/spawn`."""


class ProcessTerminalSize(WireModel):
    """An object, used by `ProcessResizePtyParams` and `ProcessSpawnParams`."""

    cols: int = wire("cols", format="uint16")
    rows: int = wire("rows", format="uint16")


class ProcessWriteStdinParams(WireModel):
    """Params of `process/writeStdin`."""

    process_handle: str = wire("processHandle")
    close_stdin: bool | Omitted = wire("closeStdin", default=OMITTED)
    delta_base64: str | None | Omitted = wire("deltaBase64", default=OMITTED)


class ProcessWriteStdinResponse(WireModel):
    """Result of `process/writeStdin`."""


class TerminalInteractionNotification(WireModel):
    """Payload of the `item/commandExecution/terminalInteraction` notification."""

    item_id: str = wire("itemId")
    process_id: str = wire("processId")
    stdin: str = wire("stdin")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")
