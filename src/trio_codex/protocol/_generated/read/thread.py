"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Members, Unfit, Variants, blank, later, unknown
from .. import thread as t

read_ActivePermissionProfile = later(globals(), "permission", "read_ActivePermissionProfile")
read_ApprovalsReviewer = later(globals(), "permission", "read_ApprovalsReviewer")
read_AskForApproval = later(globals(), "permission", "read_AskForApproval")
read_CollaborationMode = later(globals(), "turn", "read_CollaborationMode")
read_MultiAgentMode = later(globals(), "turn", "read_MultiAgentMode")
read_ReasoningEffort = later(globals(), "common", "read_ReasoningEffort")
read_SandboxPolicy = later(globals(), "permission", "read_SandboxPolicy")
read_ThreadReadState = later(globals(), "thread_state", "read_ThreadReadState")
read_ThreadSection = later(globals(), "thread_state", "read_ThreadSection")
read_Turn = later(globals(), "turn", "read_Turn")
read_TurnsPage = later(globals(), "thread_history", "read_TurnsPage")
new_ActiveThreadStatus = blank(globals(), "ActiveThreadStatus")


def read_ActiveThreadStatus(v):
    o = new_ActiveThreadStatus()
    if v["type"] != "active":
        raise Unfit
    o.type = "active"
    if type(x := v["activeFlags"]) is not list:
        raise Unfit
    o.active_flags = [read_ThreadActiveFlag(y) for y in x]
    o.__class__ = t.ActiveThreadStatus
    return o


def read_AgentPath(v):
    if type(x := v) is not str:
        raise Unfit
    return x


new_ContextCompactedNotification = blank(globals(), "ContextCompactedNotification")


def read_ContextCompactedNotification(v):
    o = new_ContextCompactedNotification()
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.ContextCompactedNotification
    return o


new_CustomSessionSource = blank(globals(), "CustomSessionSource")


def read_CustomSessionSource(v):
    o = new_CustomSessionSource()
    if type(x := v["custom"]) is not str:
        raise Unfit
    o.custom = x
    o.__class__ = t.CustomSessionSource
    return o


new_GitInfo = blank(globals(), "GitInfo")


def read_GitInfo(v):
    if type(v) is not dict:
        raise Unfit
    o = new_GitInfo()
    if (x := v.get("branch")) is not None and type(x) is not str:
        raise Unfit
    o.branch = x
    if (x := v.get("originUrl")) is not None and type(x) is not str:
        raise Unfit
    o.origin_url = x
    if (x := v.get("sha")) is not None and type(x) is not str:
        raise Unfit
    o.sha = x
    o.__class__ = t.GitInfo
    return o


new_IdleThreadStatus = blank(globals(), "IdleThreadStatus")


def read_IdleThreadStatus(v):
    o = new_IdleThreadStatus()
    if v["type"] != "idle":
        raise Unfit
    o.type = "idle"
    o.__class__ = t.IdleThreadStatus
    return o


new_NotLoadedThreadStatus = blank(globals(), "NotLoadedThreadStatus")


def read_NotLoadedThreadStatus(v):
    o = new_NotLoadedThreadStatus()
    if v["type"] != "notLoaded":
        raise Unfit
    o.type = "notLoaded"
    o.__class__ = t.NotLoadedThreadStatus
    return o


new_OtherSubAgentSource = blank(globals(), "OtherSubAgentSource")


def read_OtherSubAgentSource(v):
    o = new_OtherSubAgentSource()
    if type(x := v["other"]) is not str:
        raise Unfit
    o.other = x
    o.__class__ = t.OtherSubAgentSource
    return o


def read_SessionSource(v):
    if type(v) is dict:
        if "custom" in v:
            return read_CustomSessionSource(v)
        if "subAgent" in v:
            return read_SubAgentSessionSource(v)
        return unknown(v)
    if type(v) is str:
        return read_SessionSourceKind(v)
    raise Unfit


read_SessionSourceKind = Members(t.SessionSourceKind).__getitem__
new_SubAgentSessionSource = blank(globals(), "SubAgentSessionSource")


def read_SubAgentSessionSource(v):
    o = new_SubAgentSessionSource()
    o.sub_agent = read_SubAgentSource(v["subAgent"])
    o.__class__ = t.SubAgentSessionSource
    return o


def read_SubAgentSource(v):
    if type(v) is dict:
        if "thread_spawn" in v:
            return read_ThreadSpawnSubAgentSource(v)
        if "other" in v:
            return read_OtherSubAgentSource(v)
        return unknown(v)
    if type(v) is str:
        return read_SubAgentSourceKind(v)
    raise Unfit


read_SubAgentSourceKind = Members(t.SubAgentSourceKind).__getitem__
new_SystemErrorThreadStatus = blank(globals(), "SystemErrorThreadStatus")


def read_SystemErrorThreadStatus(v):
    o = new_SystemErrorThreadStatus()
    if v["type"] != "systemError":
        raise Unfit
    o.type = "systemError"
    o.__class__ = t.SystemErrorThreadStatus
    return o


new_Thread = blank(globals(), "Thread")


def read_Thread(v):
    o = new_Thread()
    if type(x := v["cliVersion"]) is not str:
        raise Unfit
    o.cli_version = x
    if type(x := v["createdAt"]) is not int:
        raise Unfit
    o.created_at = x
    if type(x := v["cwd"]) is not str:
        raise Unfit
    o.cwd = x
    if type(x := v["ephemeral"]) is not bool:
        raise Unfit
    o.ephemeral = x
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["modelProvider"]) is not str:
        raise Unfit
    o.model_provider = x
    if type(x := v["preview"]) is not str:
        raise Unfit
    o.preview = x
    if type(x := v["sessionId"]) is not str:
        raise Unfit
    o.session_id = x
    o.source = read_SessionSource(v["source"])
    x = v["status"]
    o.status = by_tag_ThreadStatus[x["type"]](x)
    if type(x := v["turns"]) is not list:
        raise Unfit
    o.turns = [read_Turn(y) for y in x]
    if type(x := v["updatedAt"]) is not int:
        raise Unfit
    o.updated_at = x
    if (x := v.get("agentNickname")) is not None and type(x) is not str:
        raise Unfit
    o.agent_nickname = x
    if (x := v.get("agentRole")) is not None and type(x) is not str:
        raise Unfit
    o.agent_role = x
    if (x := v.get("canAcceptDirectInput")) is not None and type(x) is not bool:
        raise Unfit
    o.can_accept_direct_input = x
    if (x := v.get("daybreakEnabled")) is not None and type(x) is not bool:
        raise Unfit
    o.daybreak_enabled = x
    x = v.get("environments")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_ThreadEnvironment(y) for y in x]
    o.environments = x
    x = v.get("extra")
    if x is not None:
        if type(x) is not dict:
            raise Unfit
    o.extra = x
    if (x := v.get("forkedFromId")) is not None and type(x) is not str:
        raise Unfit
    o.forked_from_id = x
    o.git_info = None if (x := v.get("gitInfo")) is None else read_GitInfo(x)
    if "historyMode" in v:
        o.history_mode = read_ThreadHistoryMode(v["historyMode"])
    else:
        o.history_mode = t.ThreadHistoryMode.LEGACY
    if (x := v.get("model")) is not None and type(x) is not str:
        raise Unfit
    o.model = x
    if (x := v.get("name")) is not None and type(x) is not str:
        raise Unfit
    o.name = x
    if (x := v.get("originator")) is not None and type(x) is not str:
        raise Unfit
    o.originator = x
    if (x := v.get("parentThreadId")) is not None and type(x) is not str:
        raise Unfit
    o.parent_thread_id = x
    if (x := v.get("path")) is not None and type(x) is not str:
        raise Unfit
    o.path = x
    if (x := v.get("projectId")) is not None and type(x) is not str:
        raise Unfit
    o.project_id = x
    o.reasoning_effort = (
        None if (x := v.get("reasoningEffort")) is None else read_ReasoningEffort(x)
    )
    if (x := v.get("recencyAt")) is not None and type(x) is not int:
        raise Unfit
    o.recency_at = x
    o.section = None if (x := v.get("section")) is None else read_ThreadSection(x)
    if (x := v.get("sectionEnteredAt")) is not None and type(x) is not int:
        raise Unfit
    o.section_entered_at = x
    o.thread_source = None if (x := v.get("threadSource")) is None else read_ThreadSource(x)
    o.__class__ = t.Thread
    return o


read_ThreadActiveFlag = Members(t.ThreadActiveFlag).__getitem__
new_ThreadApproveGuardianDeniedActionResponse = blank(
    globals(), "ThreadApproveGuardianDeniedActionResponse"
)


def read_ThreadApproveGuardianDeniedActionResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ThreadApproveGuardianDeniedActionResponse()
    o.__class__ = t.ThreadApproveGuardianDeniedActionResponse
    return o


new_ThreadArchiveResponse = blank(globals(), "ThreadArchiveResponse")


def read_ThreadArchiveResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ThreadArchiveResponse()
    o.__class__ = t.ThreadArchiveResponse
    return o


new_ThreadArchivedNotification = blank(globals(), "ThreadArchivedNotification")


def read_ThreadArchivedNotification(v):
    o = new_ThreadArchivedNotification()
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.ThreadArchivedNotification
    return o


new_ThreadClosedNotification = blank(globals(), "ThreadClosedNotification")


def read_ThreadClosedNotification(v):
    o = new_ThreadClosedNotification()
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.ThreadClosedNotification
    return o


new_ThreadCompactStartResponse = blank(globals(), "ThreadCompactStartResponse")


def read_ThreadCompactStartResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ThreadCompactStartResponse()
    o.__class__ = t.ThreadCompactStartResponse
    return o


new_ThreadDecrementElicitationResponse = blank(globals(), "ThreadDecrementElicitationResponse")


def read_ThreadDecrementElicitationResponse(v):
    o = new_ThreadDecrementElicitationResponse()
    if type(x := v["count"]) is not int:
        raise Unfit
    o.count = x
    if type(x := v["paused"]) is not bool:
        raise Unfit
    o.paused = x
    o.__class__ = t.ThreadDecrementElicitationResponse
    return o


new_ThreadDeleteResponse = blank(globals(), "ThreadDeleteResponse")


def read_ThreadDeleteResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ThreadDeleteResponse()
    o.__class__ = t.ThreadDeleteResponse
    return o


new_ThreadDeletedNotification = blank(globals(), "ThreadDeletedNotification")


def read_ThreadDeletedNotification(v):
    o = new_ThreadDeletedNotification()
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.ThreadDeletedNotification
    return o


new_ThreadEnvironment = blank(globals(), "ThreadEnvironment")


def read_ThreadEnvironment(v):
    o = new_ThreadEnvironment()
    if type(x := v["cwd"]) is not str:
        raise Unfit
    o.cwd = x
    if type(x := v["environmentId"]) is not str:
        raise Unfit
    o.environment_id = x
    if type(x := v["runtimeWorkspaceRoots"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.runtime_workspace_roots = x
    o.__class__ = t.ThreadEnvironment
    return o


def read_ThreadExtra(v):
    if type(x := v) is not dict:
        raise Unfit
    return x


new_ThreadForkResponse = blank(globals(), "ThreadForkResponse")


def read_ThreadForkResponse(v):
    o = new_ThreadForkResponse()
    o.approval_policy = read_AskForApproval(v["approvalPolicy"])
    o.approvals_reviewer = read_ApprovalsReviewer(v["approvalsReviewer"])
    if type(x := v["cwd"]) is not str:
        raise Unfit
    o.cwd = x
    if type(x := v["model"]) is not str:
        raise Unfit
    o.model = x
    if type(x := v["modelProvider"]) is not str:
        raise Unfit
    o.model_provider = x
    x = v["sandbox"]
    o.sandbox = read_SandboxPolicy(x)
    o.thread = read_Thread(v["thread"])
    o.active_permission_profile = (
        None if (x := v.get("activePermissionProfile")) is None else read_ActivePermissionProfile(x)
    )
    if "disabledPluginIds" in v:
        if type(x := v["disabledPluginIds"]) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
        o.disabled_plugin_ids = x
    else:
        o.disabled_plugin_ids = []
    if "instructionSources" in v:
        if type(x := v["instructionSources"]) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
        o.instruction_sources = x
    else:
        o.instruction_sources = []
    if "multiAgentMode" in v:
        o.multi_agent_mode = read_MultiAgentMode(v["multiAgentMode"])
    else:
        o.multi_agent_mode = t.MultiAgentModeKind.EXPLICIT_REQUEST_ONLY
    o.reasoning_effort = (
        None if (x := v.get("reasoningEffort")) is None else read_ReasoningEffort(x)
    )
    if "runtimeWorkspaceRoots" in v:
        if type(x := v["runtimeWorkspaceRoots"]) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
        o.runtime_workspace_roots = x
    else:
        o.runtime_workspace_roots = []
    if (x := v.get("serviceTier")) is not None and type(x) is not str:
        raise Unfit
    o.service_tier = x
    o.__class__ = t.ThreadForkResponse
    return o


read_ThreadHistoryMode = Members(t.ThreadHistoryMode).__getitem__


def read_ThreadId(v):
    if type(x := v) is not str:
        raise Unfit
    return x


new_ThreadIncrementElicitationResponse = blank(globals(), "ThreadIncrementElicitationResponse")


def read_ThreadIncrementElicitationResponse(v):
    o = new_ThreadIncrementElicitationResponse()
    if type(x := v["count"]) is not int:
        raise Unfit
    o.count = x
    if type(x := v["paused"]) is not bool:
        raise Unfit
    o.paused = x
    o.__class__ = t.ThreadIncrementElicitationResponse
    return o


new_ThreadListResponse = blank(globals(), "ThreadListResponse")


def read_ThreadListResponse(v):
    o = new_ThreadListResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_Thread(y) for y in x]
    if (x := v.get("backwardsCursor")) is not None and type(x) is not str:
        raise Unfit
    o.backwards_cursor = x
    if (x := v.get("nextCursor")) is not None and type(x) is not str:
        raise Unfit
    o.next_cursor = x
    x = v.get("readStates")
    if x is not None:
        if type(x) is not dict:
            raise Unfit
        x = {k: read_ThreadReadState(y) for k, y in x.items()}
    o.read_states = x
    o.__class__ = t.ThreadListResponse
    return o


new_ThreadLoadedListResponse = blank(globals(), "ThreadLoadedListResponse")


def read_ThreadLoadedListResponse(v):
    o = new_ThreadLoadedListResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.data = x
    if (x := v.get("nextCursor")) is not None and type(x) is not str:
        raise Unfit
    o.next_cursor = x
    o.__class__ = t.ThreadLoadedListResponse
    return o


new_ThreadReadResponse = blank(globals(), "ThreadReadResponse")


def read_ThreadReadResponse(v):
    o = new_ThreadReadResponse()
    o.thread = read_Thread(v["thread"])
    o.read_state = None if (x := v.get("readState")) is None else read_ThreadReadState(x)
    o.__class__ = t.ThreadReadResponse
    return o


new_ThreadResumeResponse = blank(globals(), "ThreadResumeResponse")


def read_ThreadResumeResponse(v):
    o = new_ThreadResumeResponse()
    o.approval_policy = read_AskForApproval(v["approvalPolicy"])
    o.approvals_reviewer = read_ApprovalsReviewer(v["approvalsReviewer"])
    if type(x := v["cwd"]) is not str:
        raise Unfit
    o.cwd = x
    if type(x := v["model"]) is not str:
        raise Unfit
    o.model = x
    if type(x := v["modelProvider"]) is not str:
        raise Unfit
    o.model_provider = x
    x = v["sandbox"]
    o.sandbox = read_SandboxPolicy(x)
    o.thread = read_Thread(v["thread"])
    o.active_permission_profile = (
        None if (x := v.get("activePermissionProfile")) is None else read_ActivePermissionProfile(x)
    )
    o.collaboration_mode = (
        None if (x := v.get("collaborationMode")) is None else read_CollaborationMode(x)
    )
    if "disabledPluginIds" in v:
        if type(x := v["disabledPluginIds"]) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
        o.disabled_plugin_ids = x
    else:
        o.disabled_plugin_ids = []
    o.initial_turns_page = None if (x := v.get("initialTurnsPage")) is None else read_TurnsPage(x)
    if "instructionSources" in v:
        if type(x := v["instructionSources"]) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
        o.instruction_sources = x
    else:
        o.instruction_sources = []
    if (x := v.get("itemsBackwardsCursor")) is not None and type(x) is not str:
        raise Unfit
    o.items_backwards_cursor = x
    if "multiAgentMode" in v:
        o.multi_agent_mode = read_MultiAgentMode(v["multiAgentMode"])
    else:
        o.multi_agent_mode = t.MultiAgentModeKind.EXPLICIT_REQUEST_ONLY
    o.reasoning_effort = (
        None if (x := v.get("reasoningEffort")) is None else read_ReasoningEffort(x)
    )
    if "runtimeWorkspaceRoots" in v:
        if type(x := v["runtimeWorkspaceRoots"]) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
        o.runtime_workspace_roots = x
    else:
        o.runtime_workspace_roots = []
    if (x := v.get("serviceTier")) is not None and type(x) is not str:
        raise Unfit
    o.service_tier = x
    if (x := v.get("turnsBackwardsCursor")) is not None and type(x) is not str:
        raise Unfit
    o.turns_backwards_cursor = x
    o.__class__ = t.ThreadResumeResponse
    return o


new_ThreadShellCommandResponse = blank(globals(), "ThreadShellCommandResponse")


def read_ThreadShellCommandResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ThreadShellCommandResponse()
    o.__class__ = t.ThreadShellCommandResponse
    return o


read_ThreadSource = Members(t.ThreadSource).__getitem__
new_ThreadSpawnSubAgentSource = blank(globals(), "ThreadSpawnSubAgentSource")


def read_ThreadSpawnSubAgentSource(v):
    o = new_ThreadSpawnSubAgentSource()
    o.thread_spawn = read_ThreadSpawnSubAgentSourceBody(v["thread_spawn"])
    o.__class__ = t.ThreadSpawnSubAgentSource
    return o


new_ThreadSpawnSubAgentSourceBody = blank(globals(), "ThreadSpawnSubAgentSourceBody")


def read_ThreadSpawnSubAgentSourceBody(v):
    o = new_ThreadSpawnSubAgentSourceBody()
    if type(x := v["depth"]) is not int:
        raise Unfit
    o.depth = x
    if type(x := v["parent_thread_id"]) is not str:
        raise Unfit
    o.parent_thread_id = x
    if (x := v.get("agent_nickname")) is not None and type(x) is not str:
        raise Unfit
    o.agent_nickname = x
    if (x := v.get("agent_path")) is not None and type(x) is not str:
        raise Unfit
    o.agent_path = x
    if (x := v.get("agent_role")) is not None and type(x) is not str:
        raise Unfit
    o.agent_role = x
    o.__class__ = t.ThreadSpawnSubAgentSourceBody
    return o


new_ThreadStartResponse = blank(globals(), "ThreadStartResponse")


def read_ThreadStartResponse(v):
    o = new_ThreadStartResponse()
    o.approval_policy = read_AskForApproval(v["approvalPolicy"])
    o.approvals_reviewer = read_ApprovalsReviewer(v["approvalsReviewer"])
    if type(x := v["cwd"]) is not str:
        raise Unfit
    o.cwd = x
    if type(x := v["model"]) is not str:
        raise Unfit
    o.model = x
    if type(x := v["modelProvider"]) is not str:
        raise Unfit
    o.model_provider = x
    x = v["sandbox"]
    o.sandbox = read_SandboxPolicy(x)
    o.thread = read_Thread(v["thread"])
    o.active_permission_profile = (
        None if (x := v.get("activePermissionProfile")) is None else read_ActivePermissionProfile(x)
    )
    if "disabledPluginIds" in v:
        if type(x := v["disabledPluginIds"]) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
        o.disabled_plugin_ids = x
    else:
        o.disabled_plugin_ids = []
    if "instructionSources" in v:
        if type(x := v["instructionSources"]) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
        o.instruction_sources = x
    else:
        o.instruction_sources = []
    if "multiAgentMode" in v:
        o.multi_agent_mode = read_MultiAgentMode(v["multiAgentMode"])
    else:
        o.multi_agent_mode = t.MultiAgentModeKind.EXPLICIT_REQUEST_ONLY
    o.reasoning_effort = (
        None if (x := v.get("reasoningEffort")) is None else read_ReasoningEffort(x)
    )
    if "runtimeWorkspaceRoots" in v:
        if type(x := v["runtimeWorkspaceRoots"]) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
        o.runtime_workspace_roots = x
    else:
        o.runtime_workspace_roots = []
    if (x := v.get("serviceTier")) is not None and type(x) is not str:
        raise Unfit
    o.service_tier = x
    o.__class__ = t.ThreadStartResponse
    return o


new_ThreadStartedNotification = blank(globals(), "ThreadStartedNotification")


def read_ThreadStartedNotification(v):
    o = new_ThreadStartedNotification()
    o.thread = read_Thread(v["thread"])
    o.__class__ = t.ThreadStartedNotification
    return o


def read_ThreadStatus(v):
    return by_tag_ThreadStatus[v["type"]](v)


new_ThreadStatusChangedNotification = blank(globals(), "ThreadStatusChangedNotification")


def read_ThreadStatusChangedNotification(v):
    o = new_ThreadStatusChangedNotification()
    x = v["status"]
    o.status = by_tag_ThreadStatus[x["type"]](x)
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.ThreadStatusChangedNotification
    return o


new_ThreadUnarchiveResponse = blank(globals(), "ThreadUnarchiveResponse")


def read_ThreadUnarchiveResponse(v):
    o = new_ThreadUnarchiveResponse()
    o.thread = read_Thread(v["thread"])
    o.__class__ = t.ThreadUnarchiveResponse
    return o


new_ThreadUnarchivedNotification = blank(globals(), "ThreadUnarchivedNotification")


def read_ThreadUnarchivedNotification(v):
    o = new_ThreadUnarchivedNotification()
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.ThreadUnarchivedNotification
    return o


new_ThreadUnsubscribeResponse = blank(globals(), "ThreadUnsubscribeResponse")


def read_ThreadUnsubscribeResponse(v):
    o = new_ThreadUnsubscribeResponse()
    o.status = read_ThreadUnsubscribeStatus(v["status"])
    o.__class__ = t.ThreadUnsubscribeResponse
    return o


read_ThreadUnsubscribeStatus = Members(t.ThreadUnsubscribeStatus).__getitem__
by_tag_ThreadStatus = Variants(
    {
        "notLoaded": read_NotLoadedThreadStatus,
        "idle": read_IdleThreadStatus,
        "systemError": read_SystemErrorThreadStatus,
        "active": read_ActiveThreadStatus,
    }
)
