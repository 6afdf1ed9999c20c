"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Members, Unfit, Variants, blank, later, unknown
from .. import item as t

read_AsyncUserInputQuestion = later(globals(), "tool", "read_AsyncUserInputQuestion")
read_ByteRange = later(globals(), "common", "read_ByteRange")
read_DynamicToolCallOutputContentItem = later(
    globals(), "tool", "read_DynamicToolCallOutputContentItem"
)
read_FunctionCallOutputBody = later(globals(), "response_item", "read_FunctionCallOutputBody")
read_ImageDetail = later(globals(), "common", "read_ImageDetail")
read_McpAppUi = later(globals(), "mcp", "read_McpAppUi")
read_ReasoningEffort = later(globals(), "common", "read_ReasoningEffort")
new_AddPatchChangeKind = blank(globals(), "AddPatchChangeKind")


def read_AddPatchChangeKind(v):
    o = new_AddPatchChangeKind()
    if v["type"] != "add":
        raise Unfit
    o.type = "add"
    o.__class__ = t.AddPatchChangeKind
    return o


read_AgentMessageDelivery = Members(t.AgentMessageDelivery).__getitem__
new_AgentMessageThreadItem = blank(globals(), "AgentMessageThreadItem")


def read_AgentMessageThreadItem(v):
    o = new_AgentMessageThreadItem()
    if v["type"] != "agentMessage":
        raise Unfit
    o.type = "agentMessage"
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["text"]) is not str:
        raise Unfit
    o.text = x
    o.delivery = None if (x := v.get("delivery")) is None else read_AgentMessageDelivery(x)
    o.memory_citation = None if (x := v.get("memoryCitation")) is None else read_MemoryCitation(x)
    o.phase = None if (x := v.get("phase")) is None else read_MessagePhase(x)
    x = v.get("questions")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_AsyncUserInputQuestion(y) for y in x]
    o.questions = x
    o.__class__ = t.AgentMessageThreadItem
    return o


new_AudioUserInput = blank(globals(), "AudioUserInput")


def read_AudioUserInput(v):
    o = new_AudioUserInput()
    if v["type"] != "audio":
        raise Unfit
    o.type = "audio"
    if type(x := v["url"]) is not str:
        raise Unfit
    o.url = x
    o.__class__ = t.AudioUserInput
    return o


new_CollabAgentState = blank(globals(), "CollabAgentState")


def read_CollabAgentState(v):
    o = new_CollabAgentState()
    o.status = read_CollabAgentStatus(v["status"])
    if (x := v.get("message")) is not None and type(x) is not str:
        raise Unfit
    o.message = x
    o.__class__ = t.CollabAgentState
    return o


read_CollabAgentStatus = Members(t.CollabAgentStatus).__getitem__
read_CollabAgentTool = Members(t.CollabAgentTool).__getitem__
read_CollabAgentToolCallStatus = Members(t.CollabAgentToolCallStatus).__getitem__
new_CollabAgentToolCallThreadItem = blank(globals(), "CollabAgentToolCallThreadItem")


def read_CollabAgentToolCallThreadItem(v):
    o = new_CollabAgentToolCallThreadItem()
    if v["type"] != "collabAgentToolCall":
        raise Unfit
    o.type = "collabAgentToolCall"
    if type(x := v["agentsStates"]) is not dict:
        raise Unfit
    o.agents_states = {k: read_CollabAgentState(y) for k, y in x.items()}
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["receiverThreadIds"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.receiver_thread_ids = x
    if type(x := v["senderThreadId"]) is not str:
        raise Unfit
    o.sender_thread_id = x
    o.status = read_CollabAgentToolCallStatus(v["status"])
    o.tool = read_CollabAgentTool(v["tool"])
    if (x := v.get("model")) is not None and type(x) is not str:
        raise Unfit
    o.model = x
    if (x := v.get("prompt")) is not None and type(x) is not str:
        raise Unfit
    o.prompt = x
    o.reasoning_effort = (
        None if (x := v.get("reasoningEffort")) is None else read_ReasoningEffort(x)
    )
    o.__class__ = t.CollabAgentToolCallThreadItem
    return o


def read_CommandAction(v):
    return by_tag_CommandAction[v["type"]](v)


read_CommandExecutionSource = Members(t.CommandExecutionSource).__getitem__
read_CommandExecutionStatus = Members(t.CommandExecutionStatus).__getitem__
new_CommandExecutionThreadItem = blank(globals(), "CommandExecutionThreadItem")


def read_CommandExecutionThreadItem(v):
    o = new_CommandExecutionThreadItem()
    if v["type"] != "commandExecution":
        raise Unfit
    o.type = "commandExecution"
    if type(x := v["command"]) is not str:
        raise Unfit
    o.command = x
    if type(x := v["commandActions"]) is not list:
        raise Unfit
    o.command_actions = [by_tag_CommandAction[y["type"]](y) for y in x]
    if type(x := v["cwd"]) is not str:
        raise Unfit
    o.cwd = x
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    o.status = read_CommandExecutionStatus(v["status"])
    if (x := v.get("aggregatedOutput")) is not None and type(x) is not str:
        raise Unfit
    o.aggregated_output = x
    if (x := v.get("durationMs")) is not None and type(x) is not int:
        raise Unfit
    o.duration_ms = x
    if (x := v.get("exitCode")) is not None and type(x) is not int:
        raise Unfit
    o.exit_code = x
    if (x := v.get("pluginId")) is not None and type(x) is not str:
        raise Unfit
    o.plugin_id = x
    if (x := v.get("processId")) is not None and type(x) is not str:
        raise Unfit
    o.process_id = x
    if (x := v.get("scriptPath")) is not None and type(x) is not str:
        raise Unfit
    o.script_path = x
    if "source" in v:
        o.source = read_CommandExecutionSource(v["source"])
    else:
        o.source = t.CommandExecutionSource.AGENT
    o.__class__ = t.CommandExecutionThreadItem
    return o


new_ContextCompactionThreadItem = blank(globals(), "ContextCompactionThreadItem")


def read_ContextCompactionThreadItem(v):
    o = new_ContextCompactionThreadItem()
    if v["type"] != "contextCompaction":
        raise Unfit
    o.type = "contextCompaction"
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    o.__class__ = t.ContextCompactionThreadItem
    return o


new_DeletePatchChangeKind = blank(globals(), "DeletePatchChangeKind")


def read_DeletePatchChangeKind(v):
    o = new_DeletePatchChangeKind()
    if v["type"] != "delete":
        raise Unfit
    o.type = "delete"
    o.__class__ = t.DeletePatchChangeKind
    return o


read_DynamicToolCallStatus = Members(t.DynamicToolCallStatus).__getitem__
new_DynamicToolCallThreadItem = blank(globals(), "DynamicToolCallThreadItem")


def read_DynamicToolCallThreadItem(v):
    o = new_DynamicToolCallThreadItem()
    if v["type"] != "dynamicToolCall":
        raise Unfit
    o.type = "dynamicToolCall"
    o.arguments = v["arguments"]
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    o.status = read_DynamicToolCallStatus(v["status"])
    if type(x := v["tool"]) is not str:
        raise Unfit
    o.tool = x
    x = v.get("contentItems")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_DynamicToolCallOutputContentItem(y) for y in x]
    o.content_items = x
    if (x := v.get("durationMs")) is not None and type(x) is not int:
        raise Unfit
    o.duration_ms = x
    if (x := v.get("namespace")) is not None and type(x) is not str:
        raise Unfit
    o.namespace = x
    if (x := v.get("success")) is not None and type(x) is not bool:
        raise Unfit
    o.success = x
    o.__class__ = t.DynamicToolCallThreadItem
    return o


new_EnteredReviewModeThreadItem = blank(globals(), "EnteredReviewModeThreadItem")


def read_EnteredReviewModeThreadItem(v):
    o = new_EnteredReviewModeThreadItem()
    if v["type"] != "enteredReviewMode":
        raise Unfit
    o.type = "enteredReviewMode"
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["review"]) is not str:
        raise Unfit
    o.review = x
    o.__class__ = t.EnteredReviewModeThreadItem
    return o


new_ExitedReviewModeThreadItem = blank(globals(), "ExitedReviewModeThreadItem")


def read_ExitedReviewModeThreadItem(v):
    o = new_ExitedReviewModeThreadItem()
    if v["type"] != "exitedReviewMode":
        raise Unfit
    o.type = "exitedReviewMode"
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["review"]) is not str:
        raise Unfit
    o.review = x
    o.__class__ = t.ExitedReviewModeThreadItem
    return o


new_FileChangePatchUpdatedNotification = blank(globals(), "FileChangePatchUpdatedNotification")


def read_FileChangePatchUpdatedNotification(v):
    o = new_FileChangePatchUpdatedNotification()
    if type(x := v["changes"]) is not list:
        raise Unfit
    o.changes = [read_FileUpdateChange(y) for y in x]
    if type(x := v["itemId"]) is not str:
        raise Unfit
    o.item_id = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.FileChangePatchUpdatedNotification
    return o


new_FileChangeThreadItem = blank(globals(), "FileChangeThreadItem")


def read_FileChangeThreadItem(v):
    o = new_FileChangeThreadItem()
    if v["type"] != "fileChange":
        raise Unfit
    o.type = "fileChange"
    if type(x := v["changes"]) is not list:
        raise Unfit
    o.changes = [read_FileUpdateChange(y) for y in x]
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    o.status = read_PatchApplyStatus(v["status"])
    o.__class__ = t.FileChangeThreadItem
    return o


new_FileIdUserInput = blank(globals(), "FileIdUserInput")


def read_FileIdUserInput(v):
    o = new_FileIdUserInput()
    if v["type"] != "image":
        raise Unfit
    o.type = "image"
    if type(x := v["fileId"]) is not str:
        raise Unfit
    o.file_id = x
    o.detail = None if (x := v.get("detail")) is None else read_ImageDetail(x)
    o.__class__ = t.FileIdUserInput
    return o


new_FileUpdateChange = blank(globals(), "FileUpdateChange")


def read_FileUpdateChange(v):
    o = new_FileUpdateChange()
    if type(x := v["diff"]) is not str:
        raise Unfit
    o.diff = x
    x = v["kind"]
    o.kind = by_tag_PatchChangeKind[x["type"]](x)
    if type(x := v["path"]) is not str:
        raise Unfit
    o.path = x
    o.__class__ = t.FileUpdateChange
    return o


new_FindInPageWebSearchAction = blank(globals(), "FindInPageWebSearchAction")


def read_FindInPageWebSearchAction(v):
    o = new_FindInPageWebSearchAction()
    if v["type"] != "findInPage":
        raise Unfit
    o.type = "findInPage"
    if (x := v.get("pattern")) is not None and type(x) is not str:
        raise Unfit
    o.pattern = x
    if (x := v.get("url")) is not None and type(x) is not str:
        raise Unfit
    o.url = x
    o.__class__ = t.FindInPageWebSearchAction
    return o


new_FunctionCallOutputThreadItem = blank(globals(), "FunctionCallOutputThreadItem")


def read_FunctionCallOutputThreadItem(v):
    o = new_FunctionCallOutputThreadItem()
    if v["type"] != "functionCallOutput":
        raise Unfit
    o.type = "functionCallOutput"
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    o.output = read_FunctionCallOutputBody(v["output"])
    if (x := v.get("namespace")) is not None and type(x) is not str:
        raise Unfit
    o.namespace = x
    o.__class__ = t.FunctionCallOutputThreadItem
    return o


new_HookPromptFragment = blank(globals(), "HookPromptFragment")


def read_HookPromptFragment(v):
    o = new_HookPromptFragment()
    if type(x := v["hookRunId"]) is not str:
        raise Unfit
    o.hook_run_id = x
    if type(x := v["text"]) is not str:
        raise Unfit
    o.text = x
    o.__class__ = t.HookPromptFragment
    return o


new_HookPromptThreadItem = blank(globals(), "HookPromptThreadItem")


def read_HookPromptThreadItem(v):
    o = new_HookPromptThreadItem()
    if v["type"] != "hookPrompt":
        raise Unfit
    o.type = "hookPrompt"
    if type(x := v["fragments"]) is not list:
        raise Unfit
    o.fragments = [read_HookPromptFragment(y) for y in x]
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    o.__class__ = t.HookPromptThreadItem
    return o


def read_ImageGenerationFailure(v):
    return by_tag_ImageGenerationFailure[v["type"]](v)


new_ImageGenerationThreadItem = blank(globals(), "ImageGenerationThreadItem")


def read_ImageGenerationThreadItem(v):
    o = new_ImageGenerationThreadItem()
    if v["type"] != "imageGeneration":
        raise Unfit
    o.type = "imageGeneration"
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["result"]) is not str:
        raise Unfit
    o.result = x
    if type(x := v["status"]) is not str:
        raise Unfit
    o.status = x
    o.failure = (
        None if (x := v.get("failure")) is None else by_tag_ImageGenerationFailure[x["type"]](x)
    )
    if (x := v.get("revisedPrompt")) is not None and type(x) is not str:
        raise Unfit
    o.revised_prompt = x
    if (x := v.get("savedPath")) is not None and type(x) is not str:
        raise Unfit
    o.saved_path = x
    if (x := v.get("transparentBackground")) is not None and type(x) is not bool:
        raise Unfit
    o.transparent_background = x
    o.__class__ = t.ImageGenerationThreadItem
    return o


def read_ImageUserInput(v):
    if type(v) is dict:
        if "url" in v:
            return read_UrlUserInput(v)
        if "fileId" in v:
            return read_FileIdUserInput(v)
        return unknown(v)
    if type(v) is str:
        return unknown(v)
    raise Unfit


new_ImageViewThreadItem = blank(globals(), "ImageViewThreadItem")


def read_ImageViewThreadItem(v):
    o = new_ImageViewThreadItem()
    if v["type"] != "imageView":
        raise Unfit
    o.type = "imageView"
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["path"]) is not str:
        raise Unfit
    o.path = x
    o.__class__ = t.ImageViewThreadItem
    return o


new_ItemCompletedNotification = blank(globals(), "ItemCompletedNotification")


def read_ItemCompletedNotification(v):
    o = new_ItemCompletedNotification()
    if type(x := v["completedAtMs"]) is not int:
        raise Unfit
    o.completed_at_ms = x
    x = v["item"]
    o.item = by_tag_ThreadItem[x["type"]](x)
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.ItemCompletedNotification
    return o


new_ItemStartedNotification = blank(globals(), "ItemStartedNotification")


def read_ItemStartedNotification(v):
    o = new_ItemStartedNotification()
    x = v["item"]
    o.item = by_tag_ThreadItem[x["type"]](x)
    if type(x := v["startedAtMs"]) is not int:
        raise Unfit
    o.started_at_ms = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.ItemStartedNotification
    return o


new_ListFilesCommandAction = blank(globals(), "ListFilesCommandAction")


def read_ListFilesCommandAction(v):
    o = new_ListFilesCommandAction()
    if v["type"] != "listFiles":
        raise Unfit
    o.type = "listFiles"
    if type(x := v["command"]) is not str:
        raise Unfit
    o.command = x
    if (x := v.get("path")) is not None and type(x) is not str:
        raise Unfit
    o.path = x
    o.__class__ = t.ListFilesCommandAction
    return o


new_LocalAudioUserInput = blank(globals(), "LocalAudioUserInput")


def read_LocalAudioUserInput(v):
    o = new_LocalAudioUserInput()
    if v["type"] != "localAudio":
        raise Unfit
    o.type = "localAudio"
    if type(x := v["path"]) is not str:
        raise Unfit
    o.path = x
    o.__class__ = t.LocalAudioUserInput
    return o


new_LocalImageUserInput = blank(globals(), "LocalImageUserInput")


def read_LocalImageUserInput(v):
    o = new_LocalImageUserInput()
    if v["type"] != "localImage":
        raise Unfit
    o.type = "localImage"
    if type(x := v["path"]) is not str:
        raise Unfit
    o.path = x
    o.detail = None if (x := v.get("detail")) is None else read_ImageDetail(x)
    o.__class__ = t.LocalImageUserInput
    return o


new_McpToolCallAppContext = blank(globals(), "McpToolCallAppContext")


def read_McpToolCallAppContext(v):
    o = new_McpToolCallAppContext()
    if type(x := v["connectorId"]) is not str:
        raise Unfit
    o.connector_id = x
    if (x := v.get("actionName")) is not None and type(x) is not str:
        raise Unfit
    o.action_name = x
    if (x := v.get("appName")) is not None and type(x) is not str:
        raise Unfit
    o.app_name = x
    if (x := v.get("linkId")) is not None and type(x) is not str:
        raise Unfit
    o.link_id = x
    if (x := v.get("resourceUri")) is not None and type(x) is not str:
        raise Unfit
    o.resource_uri = x
    o.__class__ = t.McpToolCallAppContext
    return o


new_McpToolCallError = blank(globals(), "McpToolCallError")


def read_McpToolCallError(v):
    o = new_McpToolCallError()
    if type(x := v["message"]) is not str:
        raise Unfit
    o.message = x
    o.__class__ = t.McpToolCallError
    return o


new_McpToolCallResult = blank(globals(), "McpToolCallResult")


def read_McpToolCallResult(v):
    o = new_McpToolCallResult()
    if type(x := v["content"]) is not list:
        raise Unfit
    o.content = x
    o.meta = v.get("_meta")
    o.structured_content = v.get("structuredContent")
    o.__class__ = t.McpToolCallResult
    return o


read_McpToolCallStatus = Members(t.McpToolCallStatus).__getitem__
new_McpToolCallThreadItem = blank(globals(), "McpToolCallThreadItem")


def read_McpToolCallThreadItem(v):
    o = new_McpToolCallThreadItem()
    if v["type"] != "mcpToolCall":
        raise Unfit
    o.type = "mcpToolCall"
    o.arguments = v["arguments"]
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["server"]) is not str:
        raise Unfit
    o.server = x
    o.status = read_McpToolCallStatus(v["status"])
    if type(x := v["tool"]) is not str:
        raise Unfit
    o.tool = x
    o.app_context = None if (x := v.get("appContext")) is None else read_McpToolCallAppContext(x)
    if (x := v.get("durationMs")) is not None and type(x) is not int:
        raise Unfit
    o.duration_ms = x
    o.error = None if (x := v.get("error")) is None else read_McpToolCallError(x)
    if (x := v.get("mcpAppResourceUri")) is not None and type(x) is not str:
        raise Unfit
    o.mcp_app_resource_uri = x
    o.mcp_app_ui = None if (x := v.get("mcpAppUi")) is None else read_McpAppUi(x)
    if (x := v.get("pluginId")) is not None and type(x) is not str:
        raise Unfit
    o.plugin_id = x
    if (x := v.get("readOnlyHint")) is not None and type(x) is not bool:
        raise Unfit
    o.read_only_hint = x
    o.result = None if (x := v.get("result")) is None else read_McpToolCallResult(x)
    o.__class__ = t.McpToolCallThreadItem
    return o


new_MemoryCitation = blank(globals(), "MemoryCitation")


def read_MemoryCitation(v):
    o = new_MemoryCitation()
    if type(x := v["entries"]) is not list:
        raise Unfit
    o.entries = [read_MemoryCitationEntry(y) for y in x]
    if type(x := v["threadIds"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.thread_ids = x
    o.__class__ = t.MemoryCitation
    return o


new_MemoryCitationEntry = blank(globals(), "MemoryCitationEntry")


def read_MemoryCitationEntry(v):
    o = new_MemoryCitationEntry()
    if type(x := v["lineEnd"]) is not int:
        raise Unfit
    o.line_end = x
    if type(x := v["lineStart"]) is not int:
        raise Unfit
    o.line_start = x
    if type(x := v["note"]) is not str:
        raise Unfit
    o.note = x
    if type(x := v["path"]) is not str:
        raise Unfit
    o.path = x
    o.__class__ = t.MemoryCitationEntry
    return o


new_MentionUserInput = blank(globals(), "MentionUserInput")


def read_MentionUserInput(v):
    o = new_MentionUserInput()
    if v["type"] != "mention":
        raise Unfit
    o.type = "mention"
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    if type(x := v["path"]) is not str:
        raise Unfit
    o.path = x
    o.__class__ = t.MentionUserInput
    return o


read_MessagePhase = Members(t.MessagePhase).__getitem__
new_OpenPageWebSearchAction = blank(globals(), "OpenPageWebSearchAction")


def read_OpenPageWebSearchAction(v):
    o = new_OpenPageWebSearchAction()
    if v["type"] != "openPage":
        raise Unfit
    o.type = "openPage"
    if (x := v.get("url")) is not None and type(x) is not str:
        raise Unfit
    o.url = x
    o.__class__ = t.OpenPageWebSearchAction
    return o


new_OtherWebSearchAction = blank(globals(), "OtherWebSearchAction")


def read_OtherWebSearchAction(v):
    o = new_OtherWebSearchAction()
    if v["type"] != "other":
        raise Unfit
    o.type = "other"
    o.__class__ = t.OtherWebSearchAction
    return o


read_PatchApplyStatus = Members(t.PatchApplyStatus).__getitem__


def read_PatchChangeKind(v):
    return by_tag_PatchChangeKind[v["type"]](v)


new_PlanThreadItem = blank(globals(), "PlanThreadItem")


def read_PlanThreadItem(v):
    o = new_PlanThreadItem()
    if v["type"] != "plan":
        raise Unfit
    o.type = "plan"
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["text"]) is not str:
        raise Unfit
    o.text = x
    o.__class__ = t.PlanThreadItem
    return o


new_ReadCommandAction = blank(globals(), "ReadCommandAction")


def read_ReadCommandAction(v):
    o = new_ReadCommandAction()
    if v["type"] != "read":
        raise Unfit
    o.type = "read"
    if type(x := v["command"]) is not str:
        raise Unfit
    o.command = x
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    if type(x := v["path"]) is not str:
        raise Unfit
    o.path = x
    o.__class__ = t.ReadCommandAction
    return o


new_ReasoningThreadItem = blank(globals(), "ReasoningThreadItem")


def read_ReasoningThreadItem(v):
    o = new_ReasoningThreadItem()
    if v["type"] != "reasoning":
        raise Unfit
    o.type = "reasoning"
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if "content" in v:
        if type(x := v["content"]) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
        o.content = x
    else:
        o.content = []
    if "summary" in v:
        if type(x := v["summary"]) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
        o.summary = x
    else:
        o.summary = []
    o.__class__ = t.ReasoningThreadItem
    return o


new_SearchCommandAction = blank(globals(), "SearchCommandAction")


def read_SearchCommandAction(v):
    o = new_SearchCommandAction()
    if v["type"] != "search":
        raise Unfit
    o.type = "search"
    if type(x := v["command"]) is not str:
        raise Unfit
    o.command = x
    if (x := v.get("path")) is not None and type(x) is not str:
        raise Unfit
    o.path = x
    if (x := v.get("query")) is not None and type(x) is not str:
        raise Unfit
    o.query = x
    o.__class__ = t.SearchCommandAction
    return o


new_SearchWebSearchAction = blank(globals(), "SearchWebSearchAction")


def read_SearchWebSearchAction(v):
    o = new_SearchWebSearchAction()
    if v["type"] != "search":
        raise Unfit
    o.type = "search"
    x = v.get("queries")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
    o.queries = x
    if (x := v.get("query")) is not None and type(x) is not str:
        raise Unfit
    o.query = x
    o.__class__ = t.SearchWebSearchAction
    return o


new_SkillUserInput = blank(globals(), "SkillUserInput")


def read_SkillUserInput(v):
    o = new_SkillUserInput()
    if v["type"] != "skill":
        raise Unfit
    o.type = "skill"
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    if type(x := v["path"]) is not str:
        raise Unfit
    o.path = x
    o.__class__ = t.SkillUserInput
    return o


new_SleepThreadItem = blank(globals(), "SleepThreadItem")


def read_SleepThreadItem(v):
    o = new_SleepThreadItem()
    if v["type"] != "sleep":
        raise Unfit
    o.type = "sleep"
    if type(x := v["durationMs"]) is not int:
        raise Unfit
    o.duration_ms = x
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    o.__class__ = t.SleepThreadItem
    return o


read_SubAgentActivityKind = Members(t.SubAgentActivityKind).__getitem__
new_SubAgentActivityThreadItem = blank(globals(), "SubAgentActivityThreadItem")


def read_SubAgentActivityThreadItem(v):
    o = new_SubAgentActivityThreadItem()
    if v["type"] != "subAgentActivity":
        raise Unfit
    o.type = "subAgentActivity"
    if type(x := v["agentPath"]) is not str:
        raise Unfit
    o.agent_path = x
    if type(x := v["agentThreadId"]) is not str:
        raise Unfit
    o.agent_thread_id = x
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    o.kind = read_SubAgentActivityKind(v["kind"])
    if (x := v.get("model")) is not None and type(x) is not str:
        raise Unfit
    o.model = x
    o.reasoning_effort = (
        None if (x := v.get("reasoningEffort")) is None else read_ReasoningEffort(x)
    )
    o.__class__ = t.SubAgentActivityThreadItem
    return o


new_TextElement = blank(globals(), "TextElement")


def read_TextElement(v):
    o = new_TextElement()
    o.byte_range = read_ByteRange(v["byteRange"])
    if (x := v.get("placeholder")) is not None and type(x) is not str:
        raise Unfit
    o.placeholder = x
    o.__class__ = t.TextElement
    return o


new_TextUserInput = blank(globals(), "TextUserInput")


def read_TextUserInput(v):
    o = new_TextUserInput()
    if v["type"] != "text":
        raise Unfit
    o.type = "text"
    if type(x := v["text"]) is not str:
        raise Unfit
    o.text = x
    if "text_elements" in v:
        if type(x := v["text_elements"]) is not list:
            raise Unfit
        o.text_elements = [read_TextElement(y) for y in x]
    else:
        o.text_elements = []
    o.__class__ = t.TextUserInput
    return o


def read_ThreadItem(v):
    return by_tag_ThreadItem[v["type"]](v)


new_UnknownCommandAction = blank(globals(), "UnknownCommandAction")


def read_UnknownCommandAction(v):
    o = new_UnknownCommandAction()
    if v["type"] != "unknown":
        raise Unfit
    o.type = "unknown"
    if type(x := v["command"]) is not str:
        raise Unfit
    o.command = x
    o.__class__ = t.UnknownCommandAction
    return o


new_UpdatePatchChangeKind = blank(globals(), "UpdatePatchChangeKind")


def read_UpdatePatchChangeKind(v):
    o = new_UpdatePatchChangeKind()
    if v["type"] != "update":
        raise Unfit
    o.type = "update"
    if (x := v.get("move_path")) is not None and type(x) is not str:
        raise Unfit
    o.move_path = x
    o.__class__ = t.UpdatePatchChangeKind
    return o


new_UrlUserInput = blank(globals(), "UrlUserInput")


def read_UrlUserInput(v):
    o = new_UrlUserInput()
    if v["type"] != "image":
        raise Unfit
    o.type = "image"
    if type(x := v["url"]) is not str:
        raise Unfit
    o.url = x
    o.detail = None if (x := v.get("detail")) is None else read_ImageDetail(x)
    o.__class__ = t.UrlUserInput
    return o


new_UsageLimitExceededImageGenerationFailure = blank(
    globals(), "UsageLimitExceededImageGenerationFailure"
)


def read_UsageLimitExceededImageGenerationFailure(v):
    o = new_UsageLimitExceededImageGenerationFailure()
    if v["type"] != "usageLimitExceeded":
        raise Unfit
    o.type = "usageLimitExceeded"
    if type(x := v["limitId"]) is not str:
        raise Unfit
    o.limit_id = x
    if (x := v.get("resetsAt")) is not None and type(x) is not int:
        raise Unfit
    o.resets_at = x
    o.__class__ = t.UsageLimitExceededImageGenerationFailure
    return o


def read_UserInput(v):
    return by_tag_UserInput[v["type"]](v)


new_UserMessageThreadItem = blank(globals(), "UserMessageThreadItem")


def read_UserMessageThreadItem(v):
    o = new_UserMessageThreadItem()
    if v["type"] != "userMessage":
        raise Unfit
    o.type = "userMessage"
    if type(x := v["content"]) is not list:
        raise Unfit
    o.content = [by_tag_UserInput[y["type"]](y) for y in x]
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if (x := v.get("clientId")) is not None and type(x) is not str:
        raise Unfit
    o.client_id = x
    o.__class__ = t.UserMessageThreadItem
    return o


def read_WebSearchAction(v):
    return by_tag_WebSearchAction[v["type"]](v)


new_WebSearchThreadItem = blank(globals(), "WebSearchThreadItem")


def read_WebSearchThreadItem(v):
    o = new_WebSearchThreadItem()
    if v["type"] != "webSearch":
        raise Unfit
    o.type = "webSearch"
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["query"]) is not str:
        raise Unfit
    o.query = x
    o.action = None if (x := v.get("action")) is None else by_tag_WebSearchAction[x["type"]](x)
    x = v.get("results")
    if x is not None:
        if type(x) is not list:
            raise Unfit
    o.results = x
    o.__class__ = t.WebSearchThreadItem
    return o


by_tag_CommandAction = Variants(
    {
        "read": read_ReadCommandAction,
        "listFiles": read_ListFilesCommandAction,
        "search": read_SearchCommandAction,
        "unknown": read_UnknownCommandAction,
    }
)
by_tag_PatchChangeKind = Variants(
    {
        "add": read_AddPatchChangeKind,
        "delete": read_DeletePatchChangeKind,
        "update": read_UpdatePatchChangeKind,
    }
)
by_tag_ImageGenerationFailure = Variants(
    {"usageLimitExceeded": read_UsageLimitExceededImageGenerationFailure}
)
by_tag_ThreadItem = Variants(
    {
        "userMessage": read_UserMessageThreadItem,
        "hookPrompt": read_HookPromptThreadItem,
        "agentMessage": read_AgentMessageThreadItem,
        "functionCallOutput": read_FunctionCallOutputThreadItem,
        "plan": read_PlanThreadItem,
        "reasoning": read_ReasoningThreadItem,
        "commandExecution": read_CommandExecutionThreadItem,
        "fileChange": read_FileChangeThreadItem,
        "mcpToolCall": read_McpToolCallThreadItem,
        "dynamicToolCall": read_DynamicToolCallThreadItem,
        "collabAgentToolCall": read_CollabAgentToolCallThreadItem,
        "subAgentActivity": read_SubAgentActivityThreadItem,
        "webSearch": read_WebSearchThreadItem,
        "imageView": read_ImageViewThreadItem,
        "sleep": read_SleepThreadItem,
        "imageGeneration": read_ImageGenerationThreadItem,
        "enteredReviewMode": read_EnteredReviewModeThreadItem,
        "exitedReviewMode": read_ExitedReviewModeThreadItem,
        "contextCompaction": read_ContextCompactionThreadItem,
    }
)
by_tag_UserInput = Variants(
    {
        "text": read_TextUserInput,
        "image": read_ImageUserInput,
        "localImage": read_LocalImageUserInput,
        "audio": read_AudioUserInput,
        "localAudio": read_LocalAudioUserInput,
        "skill": read_SkillUserInput,
        "mention": read_MentionUserInput,
    }
)
by_tag_WebSearchAction = Variants(
    {
        "search": read_SearchWebSearchAction,
        "openPage": read_OpenPageWebSearchAction,
        "findInPage": read_FindInPageWebSearchAction,
        "other": read_OtherWebSearchAction,
    }
)
