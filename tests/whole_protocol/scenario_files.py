"""Scenarios: files, commands and searches, without a thread or a model."""

from __future__ import annotations

import base64

from trio_codex.errors import InvalidRequestError, MethodNotFoundError

from .steps import Await, Beside, Call, Refusal, Scenario

__all__ = ["SCENARIOS"]

SIZE = {"cols": 80, "rows": 24}
WIDER = {"cols": 120, "rows": 30}
LINE = base64.b64encode(b"typed\n").decode()
ECHO = ["sh", "-c", "echo ready; cat"]
TERMINAL = {"tty": True, "streamStdin": True, "streamStdoutStderr": True, "size": SIZE}

FILES = Scenario(
    name="files",
    about="reads, writes and watches files in the workspace, and searches for them",
    notifications=(
        "fs/changed",
        "fuzzyFileSearch/sessionUpdated",
        "fuzzyFileSearch/sessionCompleted",
    ),
    steps=(
        Call("fs/createDirectory", {"path": "{cwd}/notes"}),
        Call("fs/watch", {"path": "{cwd}/notes", "watchId": "notes"}),
        Call("fs/writeFile", {"path": "{cwd}/notes/one.txt", "dataBase64": LINE}),
        Await("fs/changed", {"watchId": "notes"}),
        Call("fs/readFile", {"path": "{cwd}/notes/one.txt"}),
        Call("fs/readDirectory", {"path": "{cwd}/notes"}),
        Call("fs/getMetadata", {"path": "{cwd}/notes/one.txt"}),
        Call(
            "fs/copy",
            {"sourcePath": "{cwd}/notes", "destinationPath": "{cwd}/copy", "recursive": True},
        ),
        Call("fs/unwatch", {"watchId": "notes"}),
        Call("fs/remove", {"path": "{cwd}/copy", "recursive": True}),
        Call("fuzzyFileSearch", {"query": "one", "roots": ["{cwd}"]}),
        Call("fuzzyFileSearch/sessionStart", {"sessionId": "typing", "roots": ["{cwd}"]}),
        Call("fuzzyFileSearch/sessionUpdate", {"sessionId": "typing", "query": "one"}),
        Await("fuzzyFileSearch/sessionCompleted", {"sessionId": "typing"}),
        Call("fuzzyFileSearch/sessionStop", {"sessionId": "typing"}),
    ),
)

COMMANDS = Scenario(
    name="commands",
    about="runs commands and processes of the client, with a terminal and typed input",
    notifications=("command/exec/outputDelta", "process/outputDelta", "process/exited"),
    steps=(
        Call("command/exec", {"command": ["echo", "hello"]}),
        Beside(
            Call("command/exec", {"command": ECHO, "processId": "cat", **TERMINAL}),
            (
                Await("command/exec/outputDelta", {"processId": "cat"}),
                Call("command/exec/write", {"processId": "cat", "deltaBase64": LINE}),
                Await("command/exec/outputDelta", {"processId": "cat"}),
                Call("command/exec/resize", {"processId": "cat", "size": WIDER}),
                Call("command/exec/terminate", {"processId": "cat"}),
            ),
        ),
        Call(
            "process/spawn",
            {"command": ECHO, "cwd": "{cwd}", "processHandle": "cat", **TERMINAL},
        ),
        Await("process/outputDelta", {"processHandle": "cat"}),
        Call("process/writeStdin", {"processHandle": "cat", "deltaBase64": LINE}),
        Await("process/outputDelta", {"processHandle": "cat"}),
        Call("process/resizePty", {"processHandle": "cat", "size": WIDER}),
        Call("process/kill", {"processHandle": "cat"}),
        Await("process/exited", {"processHandle": "cat"}),
    ),
)

PROJECTS = Scenario(
    name="projects",
    about="makes projects and sections, puts a thread into each, and removes them",
    notifications=("project/changed", "thread/project/updated"),
    steps=(
        Call(
            "project/create",
            {"idempotencyKey": "one", "name": "One", "roots": [{"path": "{cwd}"}]},
            keep={"project": "project.id"},
        ),
        Call("thread/start", {"cwd": "{cwd}"}, keep={"thread": "thread.id"}),
        Call("turn/start", {"threadId": "{thread}", "input": [{"type": "text", "text": "hello"}]}),
        Await("turn/completed", {"threadId": "{thread}"}),
        Call(
            "project/import",
            {
                "idempotencyKey": "two",
                "name": "Two",
                "roots": [{"path": "{home}"}],
                "metadata": {"colour": "red"},
                "threads": ["{thread}"],
            },
            keep={"imported": "project.id"},
        ),
        Call("thread/metadata/update", {"threadId": "{thread}", "projectId": "{project}"}),
        Await("thread/project/updated", {"threadId": "{thread}", "projectId": "{project}"}),
        Call("project/list", {"sortKey": "recencyAt", "sortDirection": "desc"}),
        Call("project/read", {"projectId": "{project}"}),
        Call("project/update", {"projectId": "{project}", "name": "Uno"}),
        Await("project/changed", {"projectId": "{project}", "changeType": "updated"}),
        Call("project/move", {"projectId": "{imported}", "beforeProjectId": "{project}"}),
        Call(
            "threadSection/create",
            {"name": "Later", "appearance": {"color": "red", "icon": "star"}},
            keep={"section": "section.id"},
        ),
        Call("threadSection/update", {"sectionId": "{section}", "name": "Soon"}),
        Call("thread/section/move", {"threadId": "{thread}", "sectionId": "{section}"}),
        Call("threadSection/list", {}),
        Call("thread/list", {"sectionId": "{section}", "sortKey": "section_position"}),
        Call("thread/section/move", {"threadId": "{thread}", "sectionId": None}),
        Call("threadSection/delete", {"sectionId": "{section}"}),
        Call("project/delete", {"projectId": "{imported}"}),
    ),
)

SERVER = Scenario(
    name="server",
    about="asks the server about itself, its models and its platform",
    notifications=("remoteControl/status/changed", "windowsSandbox/setupCompleted"),
    steps=(
        Call(
            "initialize",
            {"clientInfo": {"name": "again", "version": "1"}},
            refused=Refusal(
                InvalidRequestError, "Already initialized", "the handshake was answered already"
            ),
        ),
        Call("server/diagnostics", {}),
        Call("model/list", {"includeHidden": True}),
        Call("modelProvider/capabilities/read", {}),
        Call("permissionProfile/list", {"cwd": "{cwd}"}),
        Call("collaborationMode/list", {}),
        Call("mock/experimentalMethod", {"value": "echo"}),
        Call("memory/status", {}),
        Call("memory/reset"),
        Call("rollout/compress"),
        Call("thread/realtime/listVoices", {}),
        Call("windowsSandbox/readiness"),
        Call("windowsSandbox/setupStart", {"mode": "unelevated", "cwd": "{cwd}"}),
        Await("windowsSandbox/setupCompleted"),
        Call("thread/loaded/list", {}),
        Call(
            "thread/prediction/request",
            {"threadId": "00000000-0000-7000-8000-000000000000", "sourceTurnId": "none"},
            refused=Refusal(
                MethodNotFoundError,
                "not implemented yet",
                "the runtime does not implement it yet",
            ),
        ),
    ),
)

SCENARIOS = (FILES, COMMANDS, PROJECTS, SERVER)
