"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Members, Unfit, Variants, as_float, blank, later
from .. import thread_state as t

read_ActivePermissionProfile = later(globals(), "permission", "read_ActivePermissionProfile")
read_ApprovalsReviewer = later(globals(), "permission", "read_ApprovalsReviewer")
read_AskForApproval = later(globals(), "permission", "read_AskForApproval")
read_CollaborationMode = later(globals(), "turn", "read_CollaborationMode")
read_MultiAgentMode = later(globals(), "turn", "read_MultiAgentMode")
read_Personality = later(globals(), "common", "read_Personality")
read_ReasoningEffort = later(globals(), "common", "read_ReasoningEffort")
read_ReasoningSummary = later(globals(), "common", "read_ReasoningSummary")
read_SandboxPolicy = later(globals(), "permission", "read_SandboxPolicy")
read_Thread = later(globals(), "thread", "read_Thread")
read_Turn = later(globals(), "turn", "read_Turn")
read_UserInput = later(globals(), "item", "read_UserInput")
new_CompletedThreadPredictionResult = blank(globals(), "CompletedThreadPredictionResult")


def read_CompletedThreadPredictionResult(v):
    o = new_CompletedThreadPredictionResult()
    if v["type"] != "completed":
        raise Unfit
    o.type = "completed"
    if (x := v.get("text")) is not None and type(x) is not str:
        raise Unfit
    o.text = x
    o.__class__ = t.CompletedThreadPredictionResult
    return o


new_FailedThreadPredictionResult = blank(globals(), "FailedThreadPredictionResult")


def read_FailedThreadPredictionResult(v):
    o = new_FailedThreadPredictionResult()
    if v["type"] != "failed":
        raise Unfit
    o.type = "failed"
    o.__class__ = t.FailedThreadPredictionResult
    return o


new_QueuedSubmission = blank(globals(), "QueuedSubmission")


def read_QueuedSubmission(v):
    o = new_QueuedSubmission()
    if type(x := v["clientUserMessageId"]) is not str:
        raise Unfit
    o.client_user_message_id = x
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["input"]) is not list:
        raise Unfit
    o.input = [read_UserInput(y) for y in x]
    o.__class__ = t.QueuedSubmission
    return o


new_ThreadAttachment = blank(globals(), "ThreadAttachment")


def read_ThreadAttachment(v):
    o = new_ThreadAttachment()
    if type(x := v["attachmentType"]) is not str:
        raise Unfit
    o.attachment_type = x
    if type(x := v["createdAt"]) is not int:
        raise Unfit
    o.created_at = x
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["identityKey"]) is not str:
        raise Unfit
    o.identity_key = x
    o.payload = v["payload"]
    o.__class__ = t.ThreadAttachment
    return o


read_ThreadAttachmentAddOutcome = Members(t.ThreadAttachmentAddOutcome).__getitem__
new_ThreadAttachmentAddResponse = blank(globals(), "ThreadAttachmentAddResponse")


def read_ThreadAttachmentAddResponse(v):
    o = new_ThreadAttachmentAddResponse()
    o.attachment = read_ThreadAttachment(v["attachment"])
    o.outcome = read_ThreadAttachmentAddOutcome(v["outcome"])
    o.__class__ = t.ThreadAttachmentAddResponse
    return o


new_ThreadAttachmentListResponse = blank(globals(), "ThreadAttachmentListResponse")


def read_ThreadAttachmentListResponse(v):
    o = new_ThreadAttachmentListResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_ThreadAttachment(y) for y in x]
    if (x := v.get("nextCursor")) is not None and type(x) is not str:
        raise Unfit
    o.next_cursor = x
    o.__class__ = t.ThreadAttachmentListResponse
    return o


read_ThreadAttachmentOperation = Members(t.ThreadAttachmentOperation).__getitem__
new_ThreadAttachmentOwner = blank(globals(), "ThreadAttachmentOwner")


def read_ThreadAttachmentOwner(v):
    o = new_ThreadAttachmentOwner()
    if type(x := v["archived"]) is not bool:
        raise Unfit
    o.archived = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.ThreadAttachmentOwner
    return o


new_ThreadAttachmentOwnerListResponse = blank(globals(), "ThreadAttachmentOwnerListResponse")


def read_ThreadAttachmentOwnerListResponse(v):
    o = new_ThreadAttachmentOwnerListResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_ThreadAttachmentOwner(y) for y in x]
    if (x := v.get("nextCursor")) is not None and type(x) is not str:
        raise Unfit
    o.next_cursor = x
    o.__class__ = t.ThreadAttachmentOwnerListResponse
    return o


new_ThreadAttachmentRemoveResponse = blank(globals(), "ThreadAttachmentRemoveResponse")


def read_ThreadAttachmentRemoveResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ThreadAttachmentRemoveResponse()
    o.__class__ = t.ThreadAttachmentRemoveResponse
    return o


new_ThreadAttachmentUpdatedNotification = blank(globals(), "ThreadAttachmentUpdatedNotification")


def read_ThreadAttachmentUpdatedNotification(v):
    o = new_ThreadAttachmentUpdatedNotification()
    if type(x := v["attachmentId"]) is not str:
        raise Unfit
    o.attachment_id = x
    if type(x := v["attachmentType"]) is not str:
        raise Unfit
    o.attachment_type = x
    if type(x := v["identityKey"]) is not str:
        raise Unfit
    o.identity_key = x
    o.operation = read_ThreadAttachmentOperation(v["operation"])
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.ThreadAttachmentUpdatedNotification
    return o


new_ThreadBackgroundTerminal = blank(globals(), "ThreadBackgroundTerminal")


def read_ThreadBackgroundTerminal(v):
    o = new_ThreadBackgroundTerminal()
    if type(x := v["command"]) is not str:
        raise Unfit
    o.command = x
    if type(x := v["cwd"]) is not str:
        raise Unfit
    o.cwd = x
    if type(x := v["itemId"]) is not str:
        raise Unfit
    o.item_id = x
    if type(x := v["processId"]) is not str:
        raise Unfit
    o.process_id = x
    o.cpu_percent = (
        None if (x := v.get("cpuPercent")) is None else x if type(x) is float else as_float(x)
    )
    if (x := v.get("osPid")) is not None and type(x) is not int:
        raise Unfit
    o.os_pid = x
    if (x := v.get("rssKb")) is not None and type(x) is not int:
        raise Unfit
    o.rss_kb = x
    o.__class__ = t.ThreadBackgroundTerminal
    return o


new_ThreadBackgroundTerminalsCleanResponse = blank(
    globals(), "ThreadBackgroundTerminalsCleanResponse"
)


def read_ThreadBackgroundTerminalsCleanResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ThreadBackgroundTerminalsCleanResponse()
    o.__class__ = t.ThreadBackgroundTerminalsCleanResponse
    return o


new_ThreadBackgroundTerminalsListResponse = blank(
    globals(), "ThreadBackgroundTerminalsListResponse"
)


def read_ThreadBackgroundTerminalsListResponse(v):
    o = new_ThreadBackgroundTerminalsListResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_ThreadBackgroundTerminal(y) for y in x]
    if (x := v.get("nextCursor")) is not None and type(x) is not str:
        raise Unfit
    o.next_cursor = x
    o.__class__ = t.ThreadBackgroundTerminalsListResponse
    return o


new_ThreadBackgroundTerminalsTerminateResponse = blank(
    globals(), "ThreadBackgroundTerminalsTerminateResponse"
)


def read_ThreadBackgroundTerminalsTerminateResponse(v):
    o = new_ThreadBackgroundTerminalsTerminateResponse()
    if type(x := v["terminated"]) is not bool:
        raise Unfit
    o.terminated = x
    o.__class__ = t.ThreadBackgroundTerminalsTerminateResponse
    return o


new_ThreadGoal = blank(globals(), "ThreadGoal")


def read_ThreadGoal(v):
    o = new_ThreadGoal()
    if type(x := v["createdAt"]) is not int:
        raise Unfit
    o.created_at = x
    if type(x := v["objective"]) is not str:
        raise Unfit
    o.objective = x
    o.status = read_ThreadGoalStatus(v["status"])
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["timeUsedSeconds"]) is not int:
        raise Unfit
    o.time_used_seconds = x
    if type(x := v["tokensUsed"]) is not int:
        raise Unfit
    o.tokens_used = x
    if type(x := v["updatedAt"]) is not int:
        raise Unfit
    o.updated_at = x
    if (x := v.get("tokenBudget")) is not None and type(x) is not int:
        raise Unfit
    o.token_budget = x
    o.__class__ = t.ThreadGoal
    return o


new_ThreadGoalClearResponse = blank(globals(), "ThreadGoalClearResponse")


def read_ThreadGoalClearResponse(v):
    o = new_ThreadGoalClearResponse()
    if type(x := v["cleared"]) is not bool:
        raise Unfit
    o.cleared = x
    o.__class__ = t.ThreadGoalClearResponse
    return o


new_ThreadGoalClearedNotification = blank(globals(), "ThreadGoalClearedNotification")


def read_ThreadGoalClearedNotification(v):
    o = new_ThreadGoalClearedNotification()
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.ThreadGoalClearedNotification
    return o


new_ThreadGoalGetResponse = blank(globals(), "ThreadGoalGetResponse")


def read_ThreadGoalGetResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ThreadGoalGetResponse()
    o.goal = None if (x := v.get("goal")) is None else read_ThreadGoal(x)
    o.__class__ = t.ThreadGoalGetResponse
    return o


new_ThreadGoalSetResponse = blank(globals(), "ThreadGoalSetResponse")


def read_ThreadGoalSetResponse(v):
    o = new_ThreadGoalSetResponse()
    o.goal = read_ThreadGoal(v["goal"])
    o.__class__ = t.ThreadGoalSetResponse
    return o


read_ThreadGoalStatus = Members(t.ThreadGoalStatus).__getitem__
new_ThreadGoalUpdatedNotification = blank(globals(), "ThreadGoalUpdatedNotification")


def read_ThreadGoalUpdatedNotification(v):
    o = new_ThreadGoalUpdatedNotification()
    o.goal = read_ThreadGoal(v["goal"])
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if (x := v.get("turnId")) is not None and type(x) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.ThreadGoalUpdatedNotification
    return o


new_ThreadMemoryModeSetResponse = blank(globals(), "ThreadMemoryModeSetResponse")


def read_ThreadMemoryModeSetResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ThreadMemoryModeSetResponse()
    o.__class__ = t.ThreadMemoryModeSetResponse
    return o


new_ThreadMetadataUpdateResponse = blank(globals(), "ThreadMetadataUpdateResponse")


def read_ThreadMetadataUpdateResponse(v):
    o = new_ThreadMetadataUpdateResponse()
    o.thread = read_Thread(v["thread"])
    o.__class__ = t.ThreadMetadataUpdateResponse
    return o


new_ThreadNameUpdatedNotification = blank(globals(), "ThreadNameUpdatedNotification")


def read_ThreadNameUpdatedNotification(v):
    o = new_ThreadNameUpdatedNotification()
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if (x := v.get("threadName")) is not None and type(x) is not str:
        raise Unfit
    o.thread_name = x
    o.__class__ = t.ThreadNameUpdatedNotification
    return o


new_ThreadPredictionRequestResponse = blank(globals(), "ThreadPredictionRequestResponse")


def read_ThreadPredictionRequestResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ThreadPredictionRequestResponse()
    o.__class__ = t.ThreadPredictionRequestResponse
    return o


def read_ThreadPredictionResult(v):
    return by_tag_ThreadPredictionResult[v["type"]](v)


new_ThreadPredictionUpdatedNotification = blank(globals(), "ThreadPredictionUpdatedNotification")


def read_ThreadPredictionUpdatedNotification(v):
    o = new_ThreadPredictionUpdatedNotification()
    x = v["result"]
    o.result = by_tag_ThreadPredictionResult[x["type"]](x)
    if type(x := v["sourceTurnId"]) is not str:
        raise Unfit
    o.source_turn_id = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.ThreadPredictionUpdatedNotification
    return o


new_ThreadProjectUpdatedNotification = blank(globals(), "ThreadProjectUpdatedNotification")


def read_ThreadProjectUpdatedNotification(v):
    o = new_ThreadProjectUpdatedNotification()
    if (x := v["projectId"]) is not None and type(x) is not str:
        raise Unfit
    o.project_id = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.ThreadProjectUpdatedNotification
    return o


new_ThreadQueueAddResponse = blank(globals(), "ThreadQueueAddResponse")


def read_ThreadQueueAddResponse(v):
    o = new_ThreadQueueAddResponse()
    o.queued_submission = read_QueuedSubmission(v["queuedSubmission"])
    o.__class__ = t.ThreadQueueAddResponse
    return o


new_ThreadQueueChangedNotification = blank(globals(), "ThreadQueueChangedNotification")


def read_ThreadQueueChangedNotification(v):
    o = new_ThreadQueueChangedNotification()
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.ThreadQueueChangedNotification
    return o


new_ThreadQueueDeleteResponse = blank(globals(), "ThreadQueueDeleteResponse")


def read_ThreadQueueDeleteResponse(v):
    o = new_ThreadQueueDeleteResponse()
    if type(x := v["deleted"]) is not bool:
        raise Unfit
    o.deleted = x
    o.__class__ = t.ThreadQueueDeleteResponse
    return o


new_ThreadQueueListResponse = blank(globals(), "ThreadQueueListResponse")


def read_ThreadQueueListResponse(v):
    o = new_ThreadQueueListResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_QueuedSubmission(y) for y in x]
    if (x := v.get("nextCursor")) is not None and type(x) is not str:
        raise Unfit
    o.next_cursor = x
    o.__class__ = t.ThreadQueueListResponse
    return o


new_ThreadQueueReorderResponse = blank(globals(), "ThreadQueueReorderResponse")


def read_ThreadQueueReorderResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ThreadQueueReorderResponse()
    o.__class__ = t.ThreadQueueReorderResponse
    return o


new_ThreadQueueStartResponse = blank(globals(), "ThreadQueueStartResponse")


def read_ThreadQueueStartResponse(v):
    o = new_ThreadQueueStartResponse()
    o.turn = read_Turn(v["turn"])
    o.__class__ = t.ThreadQueueStartResponse
    return o


new_ThreadQueueUpdateResponse = blank(globals(), "ThreadQueueUpdateResponse")


def read_ThreadQueueUpdateResponse(v):
    o = new_ThreadQueueUpdateResponse()
    o.queued_submission = read_QueuedSubmission(v["queuedSubmission"])
    o.__class__ = t.ThreadQueueUpdateResponse
    return o


new_ThreadReadState = blank(globals(), "ThreadReadState")


def read_ThreadReadState(v):
    o = new_ThreadReadState()
    if type(x := v["revision"]) is not str:
        raise Unfit
    o.revision = x
    o.first_unread = (
        None if (x := v.get("firstUnread")) is None else by_tag_ThreadUnreadPosition[x["type"]](x)
    )
    o.__class__ = t.ThreadReadState
    return o


new_ThreadReadStateChangedNotification = blank(globals(), "ThreadReadStateChangedNotification")


def read_ThreadReadStateChangedNotification(v):
    o = new_ThreadReadStateChangedNotification()
    o.read_state = read_ThreadReadState(v["readState"])
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.ThreadReadStateChangedNotification
    return o


new_ThreadReadStateUpdateResponse = blank(globals(), "ThreadReadStateUpdateResponse")


def read_ThreadReadStateUpdateResponse(v):
    o = new_ThreadReadStateUpdateResponse()
    o.read_state = read_ThreadReadState(v["readState"])
    o.__class__ = t.ThreadReadStateUpdateResponse
    return o


new_ThreadSection = blank(globals(), "ThreadSection")


def read_ThreadSection(v):
    o = new_ThreadSection()
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    o.appearance = None if (x := v.get("appearance")) is None else read_ThreadSectionAppearance(x)
    o.__class__ = t.ThreadSection
    return o


new_ThreadSectionAppearance = blank(globals(), "ThreadSectionAppearance")


def read_ThreadSectionAppearance(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ThreadSectionAppearance()
    if (x := v.get("color")) is not None and type(x) is not str:
        raise Unfit
    o.color = x
    if (x := v.get("icon")) is not None and type(x) is not str:
        raise Unfit
    o.icon = x
    o.__class__ = t.ThreadSectionAppearance
    return o


new_ThreadSectionCreateResponse = blank(globals(), "ThreadSectionCreateResponse")


def read_ThreadSectionCreateResponse(v):
    o = new_ThreadSectionCreateResponse()
    o.section = read_ThreadSection(v["section"])
    o.__class__ = t.ThreadSectionCreateResponse
    return o


new_ThreadSectionDeleteResponse = blank(globals(), "ThreadSectionDeleteResponse")


def read_ThreadSectionDeleteResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ThreadSectionDeleteResponse()
    o.__class__ = t.ThreadSectionDeleteResponse
    return o


new_ThreadSectionListResponse = blank(globals(), "ThreadSectionListResponse")


def read_ThreadSectionListResponse(v):
    o = new_ThreadSectionListResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_ThreadSection(y) for y in x]
    if (x := v.get("nextCursor")) is not None and type(x) is not str:
        raise Unfit
    o.next_cursor = x
    o.__class__ = t.ThreadSectionListResponse
    return o


new_ThreadSectionMoveResponse = blank(globals(), "ThreadSectionMoveResponse")


def read_ThreadSectionMoveResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ThreadSectionMoveResponse()
    o.__class__ = t.ThreadSectionMoveResponse
    return o


new_ThreadSectionUpdateResponse = blank(globals(), "ThreadSectionUpdateResponse")


def read_ThreadSectionUpdateResponse(v):
    o = new_ThreadSectionUpdateResponse()
    o.section = read_ThreadSection(v["section"])
    o.__class__ = t.ThreadSectionUpdateResponse
    return o


new_ThreadSetNameResponse = blank(globals(), "ThreadSetNameResponse")


def read_ThreadSetNameResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ThreadSetNameResponse()
    o.__class__ = t.ThreadSetNameResponse
    return o


new_ThreadSettings = blank(globals(), "ThreadSettings")


def read_ThreadSettings(v):
    o = new_ThreadSettings()
    o.approval_policy = read_AskForApproval(v["approvalPolicy"])
    o.approvals_reviewer = read_ApprovalsReviewer(v["approvalsReviewer"])
    o.collaboration_mode = read_CollaborationMode(v["collaborationMode"])
    if type(x := v["cwd"]) is not str:
        raise Unfit
    o.cwd = x
    if type(x := v["model"]) is not str:
        raise Unfit
    o.model = x
    if type(x := v["modelProvider"]) is not str:
        raise Unfit
    o.model_provider = x
    x = v["sandboxPolicy"]
    o.sandbox_policy = read_SandboxPolicy(x)
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
    o.effort = None if (x := v.get("effort")) is None else read_ReasoningEffort(x)
    if "multiAgentMode" in v:
        o.multi_agent_mode = read_MultiAgentMode(v["multiAgentMode"])
    else:
        o.multi_agent_mode = t.MultiAgentModeKind.EXPLICIT_REQUEST_ONLY
    o.personality = None if (x := v.get("personality")) is None else read_Personality(x)
    if (x := v.get("serviceTier")) is not None and type(x) is not str:
        raise Unfit
    o.service_tier = x
    o.summary = None if (x := v.get("summary")) is None else read_ReasoningSummary(x)
    o.__class__ = t.ThreadSettings
    return o


new_ThreadSettingsUpdateResponse = blank(globals(), "ThreadSettingsUpdateResponse")


def read_ThreadSettingsUpdateResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ThreadSettingsUpdateResponse()
    o.__class__ = t.ThreadSettingsUpdateResponse
    return o


new_ThreadSettingsUpdatedNotification = blank(globals(), "ThreadSettingsUpdatedNotification")


def read_ThreadSettingsUpdatedNotification(v):
    o = new_ThreadSettingsUpdatedNotification()
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.thread_settings = read_ThreadSettings(v["threadSettings"])
    o.__class__ = t.ThreadSettingsUpdatedNotification
    return o


new_ThreadStartThreadUnreadPosition = blank(globals(), "ThreadStartThreadUnreadPosition")


def read_ThreadStartThreadUnreadPosition(v):
    o = new_ThreadStartThreadUnreadPosition()
    if v["type"] != "threadStart":
        raise Unfit
    o.type = "threadStart"
    o.__class__ = t.ThreadStartThreadUnreadPosition
    return o


new_ThreadTokenUsage = blank(globals(), "ThreadTokenUsage")


def read_ThreadTokenUsage(v):
    o = new_ThreadTokenUsage()
    o.last = read_TokenUsageBreakdown(v["last"])
    o.total = read_TokenUsageBreakdown(v["total"])
    if (x := v.get("modelContextWindow")) is not None and type(x) is not int:
        raise Unfit
    o.model_context_window = x
    o.__class__ = t.ThreadTokenUsage
    return o


new_ThreadTokenUsageUpdatedNotification = blank(globals(), "ThreadTokenUsageUpdatedNotification")


def read_ThreadTokenUsageUpdatedNotification(v):
    o = new_ThreadTokenUsageUpdatedNotification()
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.token_usage = read_ThreadTokenUsage(v["tokenUsage"])
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.ThreadTokenUsageUpdatedNotification
    return o


def read_ThreadUnreadPosition(v):
    return by_tag_ThreadUnreadPosition[v["type"]](v)


new_ThreadUsage = blank(globals(), "ThreadUsage")


def read_ThreadUsage(v):
    o = new_ThreadUsage()
    if type(x := v["estimatedUsageCreditsMicros"]) is not int:
        raise Unfit
    o.estimated_usage_credits_micros = x
    if type(x := v["groups"]) is not list:
        raise Unfit
    o.groups = [read_ThreadUsageBreakdownGroup(y) for y in x]
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if (x := v.get("estimatedUsageUsdMicros")) is not None and type(x) is not int:
        raise Unfit
    o.estimated_usage_usd_micros = x
    o.__class__ = t.ThreadUsage
    return o


new_ThreadUsageBreakdownGroup = blank(globals(), "ThreadUsageBreakdownGroup")


def read_ThreadUsageBreakdownGroup(v):
    o = new_ThreadUsageBreakdownGroup()
    if type(x := v["estimatedUsageCreditsMicros"]) is not int:
        raise Unfit
    o.estimated_usage_credits_micros = x
    if (x := v.get("cachedInputTokens")) is not None and type(x) is not int:
        raise Unfit
    o.cached_input_tokens = x
    if (x := v.get("inputTokens")) is not None and type(x) is not int:
        raise Unfit
    o.input_tokens = x
    if (x := v.get("model")) is not None and type(x) is not str:
        raise Unfit
    o.model = x
    if (x := v.get("netNewInputTokens")) is not None and type(x) is not int:
        raise Unfit
    o.net_new_input_tokens = x
    if (x := v.get("outputTokens")) is not None and type(x) is not int:
        raise Unfit
    o.output_tokens = x
    if (x := v.get("reasoningEffort")) is not None and type(x) is not str:
        raise Unfit
    o.reasoning_effort = x
    if (x := v.get("speed")) is not None and type(x) is not str:
        raise Unfit
    o.speed = x
    if (x := v.get("totalTokens")) is not None and type(x) is not int:
        raise Unfit
    o.total_tokens = x
    o.__class__ = t.ThreadUsageBreakdownGroup
    return o


new_TokenUsageBreakdown = blank(globals(), "TokenUsageBreakdown")


def read_TokenUsageBreakdown(v):
    o = new_TokenUsageBreakdown()
    if type(x := v["cachedInputTokens"]) is not int:
        raise Unfit
    o.cached_input_tokens = x
    if type(x := v["inputTokens"]) is not int:
        raise Unfit
    o.input_tokens = x
    if type(x := v["outputTokens"]) is not int:
        raise Unfit
    o.output_tokens = x
    if type(x := v["reasoningOutputTokens"]) is not int:
        raise Unfit
    o.reasoning_output_tokens = x
    if type(x := v["totalTokens"]) is not int:
        raise Unfit
    o.total_tokens = x
    if "cacheWriteInputTokens" in v:
        if type(x := v["cacheWriteInputTokens"]) is not int:
            raise Unfit
        o.cache_write_input_tokens = x
    else:
        o.cache_write_input_tokens = 0
    o.__class__ = t.TokenUsageBreakdown
    return o


new_TurnThreadUnreadPosition = blank(globals(), "TurnThreadUnreadPosition")


def read_TurnThreadUnreadPosition(v):
    o = new_TurnThreadUnreadPosition()
    if v["type"] != "turn":
        raise Unfit
    o.type = "turn"
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.TurnThreadUnreadPosition
    return o


by_tag_ThreadPredictionResult = Variants(
    {"completed": read_CompletedThreadPredictionResult, "failed": read_FailedThreadPredictionResult}
)
by_tag_ThreadUnreadPosition = Variants(
    {"threadStart": read_ThreadStartThreadUnreadPosition, "turn": read_TurnThreadUnreadPosition}
)
