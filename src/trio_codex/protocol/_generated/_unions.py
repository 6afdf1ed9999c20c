"""Unions: how the member of a value is told, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from .._model import UnionSpec

__all__ = ["UNIONS"]

UNIONS: dict[str, UnionSpec] = {
    "Account": UnionSpec(
        tag="type",
        variants={
            "apiKey": "ApiKeyAccount",
            "chatgpt": "ChatgptAccount",
            "amazonBedrock": "AmazonBedrockAccount",
        },
    ),
    "AgentMessageInputContent": UnionSpec(
        tag="type",
        variants={
            "input_text": "InputTextAgentMessageInputContent",
            "encrypted_content": "EncryptedContentAgentMessageInputContent",
        },
    ),
    "AskForApproval": UnionSpec(
        keys={"granular": "GranularAskForApproval"}, others=("AskForApprovalKind",)
    ),
    "BedrockSetupParams": UnionSpec(
        tag="type",
        variants={
            "profile": "ProfileBedrockSetupParams",
            "environment": "EnvironmentBedrockSetupParams",
        },
    ),
    "CapabilityRootLocation": UnionSpec(
        tag="type", variants={"environment": "EnvironmentCapabilityRootLocation"}
    ),
    "CodexErrorInfo": UnionSpec(
        keys={
            "httpConnectionFailed": "HttpConnectionFailedCodexErrorInfo",
            "responseStreamConnectionFailed": "ResponseStreamConnectionFailedCodexErrorInfo",
            "responseStreamDisconnected": "ResponseStreamDisconnectedCodexErrorInfo",
            "responseTooManyFailedAttempts": "ResponseTooManyFailedAttemptsCodexErrorInfo",
            "activeTurnNotSteerable": "ActiveTurnNotSteerableCodexErrorInfo",
        },
        others=("CodexErrorInfoKind",),
    ),
    "CommandAction": UnionSpec(
        tag="type",
        variants={
            "read": "ReadCommandAction",
            "listFiles": "ListFilesCommandAction",
            "search": "SearchCommandAction",
            "unknown": "UnknownCommandAction",
        },
    ),
    "CommandExecutionApprovalDecision": UnionSpec(
        keys={
            "acceptWithExecpolicyAmendment": "AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecision",
            "applyNetworkPolicyAmendment": "ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecision",
        },
        others=("CommandExecutionApprovalDecisionKind",),
    ),
    "ConfigLayerSource": UnionSpec(
        tag="type",
        variants={
            "packagedDefaults": "PackagedDefaultsConfigLayerSource",
            "mdm": "MdmConfigLayerSource",
            "system": "SystemConfigLayerSource",
            "enterpriseManaged": "EnterpriseManagedConfigLayerSource",
            "user": "UserConfigLayerSource",
            "project": "ProjectConfigLayerSource",
            "sessionFlags": "SessionFlagsConfigLayerSource",
            "legacyManagedConfigTomlFromFile": "LegacyManagedConfigTomlFromFileConfigLayerSource",
            "legacyManagedConfigTomlFromMdm": "LegacyManagedConfigTomlFromMdmConfigLayerSource",
        },
    ),
    "ConfiguredHookHandler": UnionSpec(
        tag="type",
        variants={
            "command": "CommandConfiguredHookHandler",
            "mcp_tool": "McpToolConfiguredHookHandler",
            "prompt": "PromptConfiguredHookHandler",
            "agent": "AgentConfiguredHookHandler",
        },
    ),
    "ContentItem": UnionSpec(
        tag="type",
        variants={
            "input_text": "InputTextContentItem",
            "input_image": "InputImageContentItem",
            "input_audio": "InputAudioContentItem",
            "output_text": "OutputTextContentItem",
        },
    ),
    "DynamicToolCallOutputContentItem": UnionSpec(
        tag="type",
        variants={
            "inputText": "InputTextDynamicToolCallOutputContentItem",
            "inputImage": "InputImageDynamicToolCallOutputContentItem",
            "inputAudio": "InputAudioDynamicToolCallOutputContentItem",
        },
    ),
    "DynamicToolNamespaceTool": UnionSpec(
        tag="type", variants={"function": "FunctionDynamicToolNamespaceTool"}
    ),
    "DynamicToolSpec": UnionSpec(
        tag="type",
        variants={"function": "FunctionDynamicToolSpec", "namespace": "NamespaceDynamicToolSpec"},
    ),
    "FileChange": UnionSpec(
        tag="type",
        variants={
            "add": "AddFileChange",
            "delete": "DeleteFileChange",
            "update": "UpdateFileChange",
        },
    ),
    "FileSystemPath": UnionSpec(
        tag="type",
        variants={
            "path": "PathFileSystemPath",
            "glob_pattern": "GlobPatternFileSystemPath",
            "special": "SpecialFileSystemPath",
        },
    ),
    "FileSystemSpecialPath": UnionSpec(
        tag="kind",
        variants={
            "root": "RootFileSystemSpecialPath",
            "minimal": "MinimalFileSystemSpecialPath",
            "project_roots": "KindFileSystemSpecialPath",
            "tmpdir": "TmpdirFileSystemSpecialPath",
            "slash_tmp": "SlashTmpFileSystemSpecialPath",
            "unknown": "UnknownFileSystemSpecialPath",
        },
    ),
    "ForcedChatgptWorkspaceIds": UnionSpec(others=("str", "list[str]")),
    "FunctionCallOutputBody": UnionSpec(others=("str", "list[FunctionCallOutputContentItem]")),
    "FunctionCallOutputContentItem": UnionSpec(
        tag="type",
        variants={
            "input_text": "InputTextFunctionCallOutputContentItem",
            "input_image": "InputImageFunctionCallOutputContentItem",
            "input_audio": "InputAudioFunctionCallOutputContentItem",
            "encrypted_content": "EncryptedContentFunctionCallOutputContentItem",
        },
    ),
    "GuardianApprovalReviewAction": UnionSpec(
        tag="type",
        variants={
            "command": "CommandGuardianApprovalReviewAction",
            "execve": "ExecveGuardianApprovalReviewAction",
            "writeStdin": "WriteStdinGuardianApprovalReviewAction",
            "applyPatch": "ApplyPatchGuardianApprovalReviewAction",
            "networkAccess": "NetworkAccessGuardianApprovalReviewAction",
            "mcpToolCall": "McpToolCallGuardianApprovalReviewAction",
            "requestPermissions": "RequestPermissionsGuardianApprovalReviewAction",
        },
    ),
    "HookMetadata": UnionSpec(
        tag="handlerType",
        variants={
            "command": "CommandHookMetadata",
            "mcpTool": "McpToolHookMetadata",
            "prompt": "PromptHookMetadata",
            "agent": "AgentHookMetadata",
        },
    ),
    "ImageGenerationFailure": UnionSpec(
        tag="type", variants={"usageLimitExceeded": "UsageLimitExceededImageGenerationFailure"}
    ),
    "ImageUserInput": UnionSpec(keys={"url": "UrlUserInput", "fileId": "FileIdUserInput"}),
    "InputImageContentItem": UnionSpec(
        keys={"image_url": "ImageUrlContentItem", "file_id": "FileIdContentItem"}
    ),
    "InputImageFunctionCallOutputContentItem": UnionSpec(
        keys={
            "image_url": "ImageUrlFunctionCallOutputContentItem",
            "file_id": "FileIdFunctionCallOutputContentItem",
        }
    ),
    "JSONRPCMessage": UnionSpec(
        others=("JSONRPCRequest", "JSONRPCNotification", "JSONRPCResponse", "JSONRPCError")
    ),
    "LocalShellAction": UnionSpec(tag="type", variants={"exec": "ExecLocalShellAction"}),
    "LoginAccountParams": UnionSpec(
        tag="type",
        variants={
            "apiKey": "ApiKeyLoginAccountParams",
            "chatgpt": "ChatgptLoginAccountParams",
            "chatgptDeviceCode": "ChatgptDeviceCodeLoginAccountParams",
            "chatgptAuthTokens": "ChatgptAuthTokensLoginAccountParams",
            "amazonBedrock": "AmazonBedrockLoginAccountParams",
            "amazonBedrockAccessKeys": "AmazonBedrockAccessKeysLoginAccountParams",
        },
    ),
    "LoginAccountResponse": UnionSpec(
        tag="type",
        variants={
            "apiKey": "ApiKeyLoginAccountResponse",
            "chatgpt": "ChatgptLoginAccountResponse",
            "chatgptDeviceCode": "ChatgptDeviceCodeLoginAccountResponse",
            "chatgptAuthTokens": "ChatgptAuthTokensLoginAccountResponse",
            "amazonBedrock": "AmazonBedrockLoginAccountResponse",
        },
    ),
    "McpElicitationEnumSchema": UnionSpec(
        keys={"enumNames": "McpElicitationLegacyTitledEnumSchema"},
        others=(
            "McpElicitationSingleSelectEnumSchema",
            "McpElicitationMultiSelectEnumSchema",
            "McpElicitationLegacyTitledEnumSchema",
        ),
    ),
    "McpElicitationMultiSelectEnumSchema": UnionSpec(
        others=(
            "McpElicitationUntitledMultiSelectEnumSchema",
            "McpElicitationTitledMultiSelectEnumSchema",
        )
    ),
    "McpElicitationPrimitiveSchema": UnionSpec(
        others=(
            "McpElicitationEnumSchema",
            "McpElicitationStringSchema",
            "McpElicitationNumberSchema",
            "McpElicitationBooleanSchema",
        )
    ),
    "McpElicitationSingleSelectEnumSchema": UnionSpec(
        others=(
            "McpElicitationUntitledSingleSelectEnumSchema",
            "McpElicitationTitledSingleSelectEnumSchema",
        )
    ),
    "McpServerElicitationRequestParams": UnionSpec(
        tag="mode",
        variants={
            "openai/userVerification": "OpenaiUserVerificationMcpServerElicitationRequestParams",
            "form": "FormMcpServerElicitationRequestParams",
            "openai/form": "OpenaiFormMcpServerElicitationRequestParams",
            "openaiForm": "OpenaiFormMcpServerElicitationRequestParams",
            "url": "UrlMcpServerElicitationRequestParams",
        },
    ),
    "MultiAgentMode": UnionSpec(
        keys={"custom": "CustomMultiAgentMode"}, others=("MultiAgentModeKind",)
    ),
    "ParsedCommand": UnionSpec(
        tag="type",
        variants={
            "read": "ReadParsedCommand",
            "list_files": "ListFilesParsedCommand",
            "search": "SearchParsedCommand",
            "unknown": "UnknownParsedCommand",
        },
    ),
    "PatchChangeKind": UnionSpec(
        tag="type",
        variants={
            "add": "AddPatchChangeKind",
            "delete": "DeletePatchChangeKind",
            "update": "UpdatePatchChangeKind",
        },
    ),
    "PluginSource": UnionSpec(
        tag="type",
        variants={
            "local": "LocalPluginSource",
            "git": "GitPluginSource",
            "npm": "NpmPluginSource",
            "remote": "RemotePluginSource",
        },
    ),
    "ReasoningItemContent": UnionSpec(
        tag="type",
        variants={
            "reasoning_text": "ReasoningTextReasoningItemContent",
            "text": "TextReasoningItemContent",
        },
    ),
    "ReasoningItemReasoningSummary": UnionSpec(
        tag="type", variants={"summary_text": "SummaryTextReasoningItemReasoningSummary"}
    ),
    "RequestId": UnionSpec(others=("str", "int")),
    "ResourceContent": UnionSpec(
        keys={"text": "TextResourceContent", "blob": "BlobResourceContent"}
    ),
    "ResponseItem": UnionSpec(
        tag="type",
        variants={
            "additional_tools": "AdditionalToolsResponseItem",
            "message": "MessageResponseItem",
            "agent_message": "AgentMessageResponseItem",
            "reasoning": "ReasoningResponseItem",
            "local_shell_call": "LocalShellCallResponseItem",
            "function_call": "FunctionCallResponseItem",
            "tool_search_call": "ToolSearchCallResponseItem",
            "function_call_output": "FunctionCallOutputResponseItem",
            "custom_tool_call": "CustomToolCallResponseItem",
            "custom_tool_call_output": "CustomToolCallOutputResponseItem",
            "tool_search_output": "ToolSearchOutputResponseItem",
            "web_search_call": "WebSearchCallResponseItem",
            "image_generation_call": "ImageGenerationCallResponseItem",
            "compaction": "CompactionResponseItem",
            "configuration_update": "ConfigurationUpdateResponseItem",
            "compaction_trigger": "CompactionTriggerResponseItem",
            "context_compaction": "ContextCompactionResponseItem",
            "other": "OtherResponseItem",
        },
    ),
    "ResponsesApiWebSearchAction": UnionSpec(
        tag="type",
        variants={
            "search": "SearchResponsesApiWebSearchAction",
            "open_page": "OpenPageResponsesApiWebSearchAction",
            "find_in_page": "FindInPageResponsesApiWebSearchAction",
            "other": "OtherResponsesApiWebSearchAction",
        },
    ),
    "ReviewDecision": UnionSpec(
        keys={
            "approved_execpolicy_amendment": "ApprovedExecpolicyAmendmentReviewDecision",
            "network_policy_amendment": "NetworkPolicyAmendmentReviewDecision",
            "denied": "DeniedReviewDecision",
        },
        others=("ReviewDecisionKind",),
    ),
    "ReviewTarget": UnionSpec(
        tag="type",
        variants={
            "uncommittedChanges": "UncommittedChangesReviewTarget",
            "baseBranch": "BaseBranchReviewTarget",
            "commit": "CommitReviewTarget",
            "custom": "CustomReviewTarget",
        },
    ),
    "SandboxPolicy": UnionSpec(
        tag="type",
        variants={
            "dangerFullAccess": "DangerFullAccessSandboxPolicy",
            "readOnly": "ReadOnlySandboxPolicy",
            "externalSandbox": "ExternalSandboxSandboxPolicy",
            "workspaceWrite": "WorkspaceWriteSandboxPolicy",
        },
    ),
    "ScheduledTaskSchedule": UnionSpec(
        tag="type",
        variants={
            "hourly": "HourlyScheduledTaskSchedule",
            "daily": "DailyScheduledTaskSchedule",
            "weekdays": "WeekdaysScheduledTaskSchedule",
            "weekly": "WeeklyScheduledTaskSchedule",
        },
    ),
    "SessionSource": UnionSpec(
        keys={"custom": "CustomSessionSource", "subAgent": "SubAgentSessionSource"},
        others=("SessionSourceKind",),
    ),
    "SubAgentSource": UnionSpec(
        keys={"thread_spawn": "ThreadSpawnSubAgentSource", "other": "OtherSubAgentSource"},
        others=("SubAgentSourceKind",),
    ),
    "ThreadItem": UnionSpec(
        tag="type",
        variants={
            "userMessage": "UserMessageThreadItem",
            "hookPrompt": "HookPromptThreadItem",
            "agentMessage": "AgentMessageThreadItem",
            "functionCallOutput": "FunctionCallOutputThreadItem",
            "plan": "PlanThreadItem",
            "reasoning": "ReasoningThreadItem",
            "commandExecution": "CommandExecutionThreadItem",
            "fileChange": "FileChangeThreadItem",
            "mcpToolCall": "McpToolCallThreadItem",
            "dynamicToolCall": "DynamicToolCallThreadItem",
            "collabAgentToolCall": "CollabAgentToolCallThreadItem",
            "subAgentActivity": "SubAgentActivityThreadItem",
            "webSearch": "WebSearchThreadItem",
            "imageView": "ImageViewThreadItem",
            "sleep": "SleepThreadItem",
            "imageGeneration": "ImageGenerationThreadItem",
            "enteredReviewMode": "EnteredReviewModeThreadItem",
            "exitedReviewMode": "ExitedReviewModeThreadItem",
            "contextCompaction": "ContextCompactionThreadItem",
        },
    ),
    "ThreadItemsListAnchor": UnionSpec(tag="type", variants={"item": "ItemThreadItemsListAnchor"}),
    "ThreadItemsListCursor": UnionSpec(others=("str", "ThreadItemsListAnchor")),
    "ThreadListCwdFilter": UnionSpec(others=("str", "list[str]")),
    "ThreadPredictionResult": UnionSpec(
        tag="type",
        variants={
            "completed": "CompletedThreadPredictionResult",
            "failed": "FailedThreadPredictionResult",
        },
    ),
    "ThreadReadStateOperation": UnionSpec(
        tag="type",
        variants={
            "read": "ReadThreadReadStateOperation",
            "unread": "UnreadThreadReadStateOperation",
        },
    ),
    "ThreadRealtimeBemItemPresentation": UnionSpec(
        tag="type",
        variants={
            "wholeItem": "WholeItemThreadRealtimeBemItemPresentation",
            "inlineMarkdown": "InlineMarkdownThreadRealtimeBemItemPresentation",
            "inlineVisualization": "InlineVisualizationThreadRealtimeBemItemPresentation",
        },
    ),
    "ThreadRealtimeItem": UnionSpec(
        tag="type",
        variants={
            "realtimeSessionStarted": "RealtimeSessionStartedThreadRealtimeItem",
            "transcriptSegment": "TranscriptSegmentThreadRealtimeItem",
            "bemItemPromoted": "BemItemPromotedThreadRealtimeItem",
            "realtimeSessionClosed": "RealtimeSessionClosedThreadRealtimeItem",
        },
    ),
    "ThreadRealtimeStartTransport": UnionSpec(
        tag="type",
        variants={
            "websocket": "WebsocketThreadRealtimeStartTransport",
            "webrtc": "WebrtcThreadRealtimeStartTransport",
            "existingCall": "ExistingCallThreadRealtimeStartTransport",
        },
    ),
    "ThreadStatus": UnionSpec(
        tag="type",
        variants={
            "notLoaded": "NotLoadedThreadStatus",
            "idle": "IdleThreadStatus",
            "systemError": "SystemErrorThreadStatus",
            "active": "ActiveThreadStatus",
        },
    ),
    "ThreadTimelineEntry": UnionSpec(
        tag="type",
        variants={
            "item": "ItemThreadTimelineEntry",
            "realtime": "RealtimeThreadTimelineEntry",
            "turnStarted": "TurnStartedThreadTimelineEntry",
            "turnCompleted": "TurnCompletedThreadTimelineEntry",
        },
    ),
    "ThreadUnreadPosition": UnionSpec(
        tag="type",
        variants={
            "threadStart": "ThreadStartThreadUnreadPosition",
            "turn": "TurnThreadUnreadPosition",
        },
    ),
    "UserInput": UnionSpec(
        tag="type",
        variants={
            "text": "TextUserInput",
            "image": "ImageUserInput",
            "localImage": "LocalImageUserInput",
            "audio": "AudioUserInput",
            "localAudio": "LocalAudioUserInput",
            "skill": "SkillUserInput",
            "mention": "MentionUserInput",
        },
    ),
    "UserVerificationErrorDetails": UnionSpec(
        tag="type",
        variants={
            "invalidRequest": "InvalidRequestUserVerificationErrorDetails",
            "unavailable": "UnavailableUserVerificationErrorDetails",
            "cancelled": "CancelledUserVerificationErrorDetails",
            "failed": "FailedUserVerificationErrorDetails",
        },
    ),
    "WebSearchAction": UnionSpec(
        tag="type",
        variants={
            "search": "SearchWebSearchAction",
            "openPage": "OpenPageWebSearchAction",
            "findInPage": "FindInPageWebSearchAction",
            "other": "OtherWebSearchAction",
        },
    ),
}
