"""Notifications by method, for type checkers, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..notification import Notification

if TYPE_CHECKING:
    from typing import Literal, TypeAlias

    from ...protocol._generated.account import (
        AccountRateLimitsUpdatedNotification,
        AccountUpdatedNotification,
        AuthRecoveryNotification,
        GatewayOAuthChangedNotification,
    )
    from ...protocol._generated.app import AppListUpdatedNotification
    from ...protocol._generated.approval import (
        GuardianWarningNotification,
        ItemGuardianApprovalReviewCompletedNotification,
        ItemGuardianApprovalReviewStartedNotification,
        StrictReviewRequiredNotification,
    )
    from ...protocol._generated.command import (
        CommandExecOutputDeltaNotification,
        ProcessExitedNotification,
        ProcessOutputDeltaNotification,
        TerminalInteractionNotification,
    )
    from ...protocol._generated.delta import (
        AgentMessageDeltaNotification,
        CommandExecutionOutputDeltaNotification,
        FileChangeOutputDeltaNotification,
        McpToolCallProgressNotification,
        PlanDeltaNotification,
        ReasoningSummaryPartAddedNotification,
        ReasoningSummaryTextDeltaNotification,
        ReasoningTextDeltaNotification,
    )
    from ...protocol._generated.environment import EnvironmentConnectionNotification
    from ...protocol._generated.external_agent import (
        ExternalAgentConfigImportCompletedNotification,
        ExternalAgentConfigImportProgressNotification,
    )
    from ...protocol._generated.fs import (
        FsChangedNotification,
        FuzzyFileSearchSessionCompletedNotification,
        FuzzyFileSearchSessionUpdatedNotification,
    )
    from ...protocol._generated.hook import HookCompletedNotification, HookStartedNotification
    from ...protocol._generated.item import (
        FileChangePatchUpdatedNotification,
        ItemCompletedNotification,
        ItemStartedNotification,
    )
    from ...protocol._generated.login import AccountLoginCompletedNotification
    from ...protocol._generated.mcp import (
        McpServerEventStreamNotification,
        McpServerOauthLoginCompletedNotification,
        McpServerStatusUpdatedNotification,
    )
    from ...protocol._generated.model import (
        ModelReroutedNotification,
        ModelSafetyBufferingUpdatedNotification,
        ModelVerificationNotification,
    )
    from ...protocol._generated.project import ProjectChangedNotification
    from ...protocol._generated.realtime import (
        ThreadRealtimeClosedNotification,
        ThreadRealtimeErrorNotification,
        ThreadRealtimeItemAddedNotification,
        ThreadRealtimeItemCompletedNotification,
        ThreadRealtimeItemStartedNotification,
        ThreadRealtimeItemTranscriptDeltaNotification,
        ThreadRealtimeOutputAudioDeltaNotification,
        ThreadRealtimeSdpNotification,
        ThreadRealtimeStartedNotification,
        ThreadRealtimeTranscriptDeltaNotification,
        ThreadRealtimeTranscriptDoneNotification,
    )
    from ...protocol._generated.remote_control import RemoteControlStatusChangedNotification
    from ...protocol._generated.rpc import ServerRequestResolvedNotification
    from ...protocol._generated.server import (
        ConfigWarningNotification,
        DeprecationNoticeNotification,
        WarningNotification,
        WindowsSandboxSetupCompletedNotification,
        WindowsWorldWritableWarningNotification,
    )
    from ...protocol._generated.skill import SkillsChangedNotification
    from ...protocol._generated.thread import (
        ContextCompactedNotification,
        ThreadArchivedNotification,
        ThreadClosedNotification,
        ThreadDeletedNotification,
        ThreadStartedNotification,
        ThreadStatusChangedNotification,
        ThreadUnarchivedNotification,
    )
    from ...protocol._generated.thread_history import ThreadRevertedNotification
    from ...protocol._generated.thread_state import (
        ThreadAttachmentUpdatedNotification,
        ThreadGoalClearedNotification,
        ThreadGoalUpdatedNotification,
        ThreadNameUpdatedNotification,
        ThreadPredictionUpdatedNotification,
        ThreadProjectUpdatedNotification,
        ThreadQueueChangedNotification,
        ThreadReadStateChangedNotification,
        ThreadSettingsUpdatedNotification,
        ThreadTokenUsageUpdatedNotification,
    )
    from ...protocol._generated.turn import (
        ErrorNotification,
        TurnCompletedNotification,
        TurnDiffUpdatedNotification,
        TurnModerationMetadataNotification,
        TurnPlanUpdatedNotification,
        TurnStartedNotification,
    )

    class _AccountGatewayOAuthChanged(Notification):
        """The notification `account/gatewayOAuth/changed`."""

        @property
        def method(self) -> Literal["account/gatewayOAuth/changed"]: ...
        @property
        def payload(self) -> GatewayOAuthChangedNotification: ...

    class _AccountLoginCompleted(Notification):
        """The notification `account/login/completed`."""

        @property
        def method(self) -> Literal["account/login/completed"]: ...
        @property
        def payload(self) -> AccountLoginCompletedNotification: ...

    class _AccountRateLimitsUpdated(Notification):
        """The notification `account/rateLimits/updated`."""

        @property
        def method(self) -> Literal["account/rateLimits/updated"]: ...
        @property
        def payload(self) -> AccountRateLimitsUpdatedNotification: ...

    class _AccountUpdated(Notification):
        """The notification `account/updated`."""

        @property
        def method(self) -> Literal["account/updated"]: ...
        @property
        def payload(self) -> AccountUpdatedNotification: ...

    class _AppListUpdated(Notification):
        """The notification `app/list/updated`."""

        @property
        def method(self) -> Literal["app/list/updated"]: ...
        @property
        def payload(self) -> AppListUpdatedNotification: ...

    class _AutoApprovalReviewStrictReviewRequired(Notification):
        """The notification `autoApprovalReview/strictReviewRequired`."""

        @property
        def method(self) -> Literal["autoApprovalReview/strictReviewRequired"]: ...
        @property
        def payload(self) -> StrictReviewRequiredNotification: ...

    class _CommandExecOutputDelta(Notification):
        """The notification `command/exec/outputDelta`."""

        @property
        def method(self) -> Literal["command/exec/outputDelta"]: ...
        @property
        def payload(self) -> CommandExecOutputDeltaNotification: ...

    class _ConfigWarning(Notification):
        """The notification `configWarning`."""

        @property
        def method(self) -> Literal["configWarning"]: ...
        @property
        def payload(self) -> ConfigWarningNotification: ...

    class _DeprecationNotice(Notification):
        """The notification `deprecationNotice`."""

        @property
        def method(self) -> Literal["deprecationNotice"]: ...
        @property
        def payload(self) -> DeprecationNoticeNotification: ...

    class _Error(Notification):
        """The notification `error`."""

        @property
        def method(self) -> Literal["error"]: ...
        @property
        def payload(self) -> ErrorNotification: ...

    class _ExternalAgentConfigImportCompleted(Notification):
        """The notification `externalAgentConfig/import/completed`."""

        @property
        def method(self) -> Literal["externalAgentConfig/import/completed"]: ...
        @property
        def payload(self) -> ExternalAgentConfigImportCompletedNotification: ...

    class _ExternalAgentConfigImportProgress(Notification):
        """The notification `externalAgentConfig/import/progress`."""

        @property
        def method(self) -> Literal["externalAgentConfig/import/progress"]: ...
        @property
        def payload(self) -> ExternalAgentConfigImportProgressNotification: ...

    class _FsChanged(Notification):
        """The notification `fs/changed`."""

        @property
        def method(self) -> Literal["fs/changed"]: ...
        @property
        def payload(self) -> FsChangedNotification: ...

    class _FuzzyFileSearchSessionCompleted(Notification):
        """The notification `fuzzyFileSearch/sessionCompleted`."""

        @property
        def method(self) -> Literal["fuzzyFileSearch/sessionCompleted"]: ...
        @property
        def payload(self) -> FuzzyFileSearchSessionCompletedNotification: ...

    class _FuzzyFileSearchSessionUpdated(Notification):
        """The notification `fuzzyFileSearch/sessionUpdated`."""

        @property
        def method(self) -> Literal["fuzzyFileSearch/sessionUpdated"]: ...
        @property
        def payload(self) -> FuzzyFileSearchSessionUpdatedNotification: ...

    class _GuardianWarning(Notification):
        """The notification `guardianWarning`."""

        @property
        def method(self) -> Literal["guardianWarning"]: ...
        @property
        def payload(self) -> GuardianWarningNotification: ...

    class _HookCompleted(Notification):
        """The notification `hook/completed`."""

        @property
        def method(self) -> Literal["hook/completed"]: ...
        @property
        def payload(self) -> HookCompletedNotification: ...

    class _HookStarted(Notification):
        """The notification `hook/started`."""

        @property
        def method(self) -> Literal["hook/started"]: ...
        @property
        def payload(self) -> HookStartedNotification: ...

    class _ItemAgentMessageDelta(Notification):
        """The notification `item/agentMessage/delta`."""

        @property
        def method(self) -> Literal["item/agentMessage/delta"]: ...
        @property
        def payload(self) -> AgentMessageDeltaNotification: ...

    class _ItemAutoApprovalReviewCompleted(Notification):
        """The notification `item/autoApprovalReview/completed`."""

        @property
        def method(self) -> Literal["item/autoApprovalReview/completed"]: ...
        @property
        def payload(self) -> ItemGuardianApprovalReviewCompletedNotification: ...

    class _ItemAutoApprovalReviewStarted(Notification):
        """The notification `item/autoApprovalReview/started`."""

        @property
        def method(self) -> Literal["item/autoApprovalReview/started"]: ...
        @property
        def payload(self) -> ItemGuardianApprovalReviewStartedNotification: ...

    class _ItemCommandExecutionOutputDelta(Notification):
        """The notification `item/commandExecution/outputDelta`."""

        @property
        def method(self) -> Literal["item/commandExecution/outputDelta"]: ...
        @property
        def payload(self) -> CommandExecutionOutputDeltaNotification: ...

    class _ItemCommandExecutionTerminalInteraction(Notification):
        """The notification `item/commandExecution/terminalInteraction`."""

        @property
        def method(self) -> Literal["item/commandExecution/terminalInteraction"]: ...
        @property
        def payload(self) -> TerminalInteractionNotification: ...

    class _ItemCompleted(Notification):
        """The notification `item/completed`."""

        @property
        def method(self) -> Literal["item/completed"]: ...
        @property
        def payload(self) -> ItemCompletedNotification: ...

    class _ItemFileChangeOutputDelta(Notification):
        """The notification `item/fileChange/outputDelta`."""

        @property
        def method(self) -> Literal["item/fileChange/outputDelta"]: ...
        @property
        def payload(self) -> FileChangeOutputDeltaNotification: ...

    class _ItemFileChangePatchUpdated(Notification):
        """The notification `item/fileChange/patchUpdated`."""

        @property
        def method(self) -> Literal["item/fileChange/patchUpdated"]: ...
        @property
        def payload(self) -> FileChangePatchUpdatedNotification: ...

    class _ItemMcpToolCallProgress(Notification):
        """The notification `item/mcpToolCall/progress`."""

        @property
        def method(self) -> Literal["item/mcpToolCall/progress"]: ...
        @property
        def payload(self) -> McpToolCallProgressNotification: ...

    class _ItemPlanDelta(Notification):
        """The notification `item/plan/delta`."""

        @property
        def method(self) -> Literal["item/plan/delta"]: ...
        @property
        def payload(self) -> PlanDeltaNotification: ...

    class _ItemReasoningSummaryPartAdded(Notification):
        """The notification `item/reasoning/summaryPartAdded`."""

        @property
        def method(self) -> Literal["item/reasoning/summaryPartAdded"]: ...
        @property
        def payload(self) -> ReasoningSummaryPartAddedNotification: ...

    class _ItemReasoningSummaryTextDelta(Notification):
        """The notification `item/reasoning/summaryTextDelta`."""

        @property
        def method(self) -> Literal["item/reasoning/summaryTextDelta"]: ...
        @property
        def payload(self) -> ReasoningSummaryTextDeltaNotification: ...

    class _ItemReasoningTextDelta(Notification):
        """The notification `item/reasoning/textDelta`."""

        @property
        def method(self) -> Literal["item/reasoning/textDelta"]: ...
        @property
        def payload(self) -> ReasoningTextDeltaNotification: ...

    class _ItemStarted(Notification):
        """The notification `item/started`."""

        @property
        def method(self) -> Literal["item/started"]: ...
        @property
        def payload(self) -> ItemStartedNotification: ...

    class _McpServerEventStreamNotification(Notification):
        """The notification `mcpServer/event/stream/notification`."""

        @property
        def method(self) -> Literal["mcpServer/event/stream/notification"]: ...
        @property
        def payload(self) -> McpServerEventStreamNotification: ...

    class _McpServerOauthLoginCompleted(Notification):
        """The notification `mcpServer/oauthLogin/completed`."""

        @property
        def method(self) -> Literal["mcpServer/oauthLogin/completed"]: ...
        @property
        def payload(self) -> McpServerOauthLoginCompletedNotification: ...

    class _McpServerStartupStatusUpdated(Notification):
        """The notification `mcpServer/startupStatus/updated`."""

        @property
        def method(self) -> Literal["mcpServer/startupStatus/updated"]: ...
        @property
        def payload(self) -> McpServerStatusUpdatedNotification: ...

    class _ModelRerouted(Notification):
        """The notification `model/rerouted`."""

        @property
        def method(self) -> Literal["model/rerouted"]: ...
        @property
        def payload(self) -> ModelReroutedNotification: ...

    class _ModelSafetyBufferingUpdated(Notification):
        """The notification `model/safetyBuffering/updated`."""

        @property
        def method(self) -> Literal["model/safetyBuffering/updated"]: ...
        @property
        def payload(self) -> ModelSafetyBufferingUpdatedNotification: ...

    class _ModelVerification(Notification):
        """The notification `model/verification`."""

        @property
        def method(self) -> Literal["model/verification"]: ...
        @property
        def payload(self) -> ModelVerificationNotification: ...

    class _ModelProviderAuthRecoveryCompleted(Notification):
        """The notification `modelProvider/authRecoveryCompleted`."""

        @property
        def method(self) -> Literal["modelProvider/authRecoveryCompleted"]: ...
        @property
        def payload(self) -> AuthRecoveryNotification: ...

    class _ModelProviderAuthRecoveryStarted(Notification):
        """The notification `modelProvider/authRecoveryStarted`."""

        @property
        def method(self) -> Literal["modelProvider/authRecoveryStarted"]: ...
        @property
        def payload(self) -> AuthRecoveryNotification: ...

    class _ProcessExited(Notification):
        """The notification `process/exited`."""

        @property
        def method(self) -> Literal["process/exited"]: ...
        @property
        def payload(self) -> ProcessExitedNotification: ...

    class _ProcessOutputDelta(Notification):
        """The notification `process/outputDelta`."""

        @property
        def method(self) -> Literal["process/outputDelta"]: ...
        @property
        def payload(self) -> ProcessOutputDeltaNotification: ...

    class _ProjectChanged(Notification):
        """The notification `project/changed`."""

        @property
        def method(self) -> Literal["project/changed"]: ...
        @property
        def payload(self) -> ProjectChangedNotification: ...

    class _RemoteControlStatusChanged(Notification):
        """The notification `remoteControl/status/changed`."""

        @property
        def method(self) -> Literal["remoteControl/status/changed"]: ...
        @property
        def payload(self) -> RemoteControlStatusChangedNotification: ...

    class _ServerRequestResolved(Notification):
        """The notification `serverRequest/resolved`."""

        @property
        def method(self) -> Literal["serverRequest/resolved"]: ...
        @property
        def payload(self) -> ServerRequestResolvedNotification: ...

    class _SkillsChanged(Notification):
        """The notification `skills/changed`."""

        @property
        def method(self) -> Literal["skills/changed"]: ...
        @property
        def payload(self) -> SkillsChangedNotification: ...

    class _ThreadArchived(Notification):
        """The notification `thread/archived`."""

        @property
        def method(self) -> Literal["thread/archived"]: ...
        @property
        def payload(self) -> ThreadArchivedNotification: ...

    class _ThreadAttachmentUpdated(Notification):
        """The notification `thread/attachment/updated`."""

        @property
        def method(self) -> Literal["thread/attachment/updated"]: ...
        @property
        def payload(self) -> ThreadAttachmentUpdatedNotification: ...

    class _ThreadClosed(Notification):
        """The notification `thread/closed`."""

        @property
        def method(self) -> Literal["thread/closed"]: ...
        @property
        def payload(self) -> ThreadClosedNotification: ...

    class _ThreadCompacted(Notification):
        """The notification `thread/compacted`."""

        @property
        def method(self) -> Literal["thread/compacted"]: ...
        @property
        def payload(self) -> ContextCompactedNotification: ...

    class _ThreadDeleted(Notification):
        """The notification `thread/deleted`."""

        @property
        def method(self) -> Literal["thread/deleted"]: ...
        @property
        def payload(self) -> ThreadDeletedNotification: ...

    class _ThreadEnvironmentConnected(Notification):
        """The notification `thread/environment/connected`."""

        @property
        def method(self) -> Literal["thread/environment/connected"]: ...
        @property
        def payload(self) -> EnvironmentConnectionNotification: ...

    class _ThreadEnvironmentDisconnected(Notification):
        """The notification `thread/environment/disconnected`."""

        @property
        def method(self) -> Literal["thread/environment/disconnected"]: ...
        @property
        def payload(self) -> EnvironmentConnectionNotification: ...

    class _ThreadGoalCleared(Notification):
        """The notification `thread/goal/cleared`."""

        @property
        def method(self) -> Literal["thread/goal/cleared"]: ...
        @property
        def payload(self) -> ThreadGoalClearedNotification: ...

    class _ThreadGoalUpdated(Notification):
        """The notification `thread/goal/updated`."""

        @property
        def method(self) -> Literal["thread/goal/updated"]: ...
        @property
        def payload(self) -> ThreadGoalUpdatedNotification: ...

    class _ThreadNameUpdated(Notification):
        """The notification `thread/name/updated`."""

        @property
        def method(self) -> Literal["thread/name/updated"]: ...
        @property
        def payload(self) -> ThreadNameUpdatedNotification: ...

    class _ThreadPredictionUpdated(Notification):
        """The notification `thread/prediction/updated`."""

        @property
        def method(self) -> Literal["thread/prediction/updated"]: ...
        @property
        def payload(self) -> ThreadPredictionUpdatedNotification: ...

    class _ThreadProjectUpdated(Notification):
        """The notification `thread/project/updated`."""

        @property
        def method(self) -> Literal["thread/project/updated"]: ...
        @property
        def payload(self) -> ThreadProjectUpdatedNotification: ...

    class _ThreadQueueChanged(Notification):
        """The notification `thread/queue/changed`."""

        @property
        def method(self) -> Literal["thread/queue/changed"]: ...
        @property
        def payload(self) -> ThreadQueueChangedNotification: ...

    class _ThreadReadStateChanged(Notification):
        """The notification `thread/readState/changed`."""

        @property
        def method(self) -> Literal["thread/readState/changed"]: ...
        @property
        def payload(self) -> ThreadReadStateChangedNotification: ...

    class _ThreadRealtimeClosed(Notification):
        """The notification `thread/realtime/closed`."""

        @property
        def method(self) -> Literal["thread/realtime/closed"]: ...
        @property
        def payload(self) -> ThreadRealtimeClosedNotification: ...

    class _ThreadRealtimeError(Notification):
        """The notification `thread/realtime/error`."""

        @property
        def method(self) -> Literal["thread/realtime/error"]: ...
        @property
        def payload(self) -> ThreadRealtimeErrorNotification: ...

    class _ThreadRealtimeItemCompleted(Notification):
        """The notification `thread/realtime/item/completed`."""

        @property
        def method(self) -> Literal["thread/realtime/item/completed"]: ...
        @property
        def payload(self) -> ThreadRealtimeItemCompletedNotification: ...

    class _ThreadRealtimeItemStarted(Notification):
        """The notification `thread/realtime/item/started`."""

        @property
        def method(self) -> Literal["thread/realtime/item/started"]: ...
        @property
        def payload(self) -> ThreadRealtimeItemStartedNotification: ...

    class _ThreadRealtimeItemTranscriptDelta(Notification):
        """The notification `thread/realtime/item/transcript/delta`."""

        @property
        def method(self) -> Literal["thread/realtime/item/transcript/delta"]: ...
        @property
        def payload(self) -> ThreadRealtimeItemTranscriptDeltaNotification: ...

    class _ThreadRealtimeItemAdded(Notification):
        """The notification `thread/realtime/itemAdded`."""

        @property
        def method(self) -> Literal["thread/realtime/itemAdded"]: ...
        @property
        def payload(self) -> ThreadRealtimeItemAddedNotification: ...

    class _ThreadRealtimeOutputAudioDelta(Notification):
        """The notification `thread/realtime/outputAudio/delta`."""

        @property
        def method(self) -> Literal["thread/realtime/outputAudio/delta"]: ...
        @property
        def payload(self) -> ThreadRealtimeOutputAudioDeltaNotification: ...

    class _ThreadRealtimeSdp(Notification):
        """The notification `thread/realtime/sdp`."""

        @property
        def method(self) -> Literal["thread/realtime/sdp"]: ...
        @property
        def payload(self) -> ThreadRealtimeSdpNotification: ...

    class _ThreadRealtimeStarted(Notification):
        """The notification `thread/realtime/started`."""

        @property
        def method(self) -> Literal["thread/realtime/started"]: ...
        @property
        def payload(self) -> ThreadRealtimeStartedNotification: ...

    class _ThreadRealtimeTranscriptDelta(Notification):
        """The notification `thread/realtime/transcript/delta`."""

        @property
        def method(self) -> Literal["thread/realtime/transcript/delta"]: ...
        @property
        def payload(self) -> ThreadRealtimeTranscriptDeltaNotification: ...

    class _ThreadRealtimeTranscriptDone(Notification):
        """The notification `thread/realtime/transcript/done`."""

        @property
        def method(self) -> Literal["thread/realtime/transcript/done"]: ...
        @property
        def payload(self) -> ThreadRealtimeTranscriptDoneNotification: ...

    class _ThreadReverted(Notification):
        """The notification `thread/reverted`."""

        @property
        def method(self) -> Literal["thread/reverted"]: ...
        @property
        def payload(self) -> ThreadRevertedNotification: ...

    class _ThreadSettingsUpdated(Notification):
        """The notification `thread/settings/updated`."""

        @property
        def method(self) -> Literal["thread/settings/updated"]: ...
        @property
        def payload(self) -> ThreadSettingsUpdatedNotification: ...

    class _ThreadStarted(Notification):
        """The notification `thread/started`."""

        @property
        def method(self) -> Literal["thread/started"]: ...
        @property
        def payload(self) -> ThreadStartedNotification: ...

    class _ThreadStatusChanged(Notification):
        """The notification `thread/status/changed`."""

        @property
        def method(self) -> Literal["thread/status/changed"]: ...
        @property
        def payload(self) -> ThreadStatusChangedNotification: ...

    class _ThreadTokenUsageUpdated(Notification):
        """The notification `thread/tokenUsage/updated`."""

        @property
        def method(self) -> Literal["thread/tokenUsage/updated"]: ...
        @property
        def payload(self) -> ThreadTokenUsageUpdatedNotification: ...

    class _ThreadUnarchived(Notification):
        """The notification `thread/unarchived`."""

        @property
        def method(self) -> Literal["thread/unarchived"]: ...
        @property
        def payload(self) -> ThreadUnarchivedNotification: ...

    class _TurnCompleted(Notification):
        """The notification `turn/completed`."""

        @property
        def method(self) -> Literal["turn/completed"]: ...
        @property
        def payload(self) -> TurnCompletedNotification: ...

    class _TurnDiffUpdated(Notification):
        """The notification `turn/diff/updated`."""

        @property
        def method(self) -> Literal["turn/diff/updated"]: ...
        @property
        def payload(self) -> TurnDiffUpdatedNotification: ...

    class _TurnModerationMetadata(Notification):
        """The notification `turn/moderationMetadata`."""

        @property
        def method(self) -> Literal["turn/moderationMetadata"]: ...
        @property
        def payload(self) -> TurnModerationMetadataNotification: ...

    class _TurnPlanUpdated(Notification):
        """The notification `turn/plan/updated`."""

        @property
        def method(self) -> Literal["turn/plan/updated"]: ...
        @property
        def payload(self) -> TurnPlanUpdatedNotification: ...

    class _TurnStarted(Notification):
        """The notification `turn/started`."""

        @property
        def method(self) -> Literal["turn/started"]: ...
        @property
        def payload(self) -> TurnStartedNotification: ...

    class _Warning(Notification):
        """The notification `warning`."""

        @property
        def method(self) -> Literal["warning"]: ...
        @property
        def payload(self) -> WarningNotification: ...

    class _WindowsWorldWritableWarning(Notification):
        """The notification `windows/worldWritableWarning`."""

        @property
        def method(self) -> Literal["windows/worldWritableWarning"]: ...
        @property
        def payload(self) -> WindowsWorldWritableWarningNotification: ...

    class _WindowsSandboxSetupCompleted(Notification):
        """The notification `windowsSandbox/setupCompleted`."""

        @property
        def method(self) -> Literal["windowsSandbox/setupCompleted"]: ...
        @property
        def payload(self) -> WindowsSandboxSetupCompletedNotification: ...

    TypedNotification: TypeAlias = (
        _AccountGatewayOAuthChanged
        | _AccountLoginCompleted
        | _AccountRateLimitsUpdated
        | _AccountUpdated
        | _AppListUpdated
        | _AutoApprovalReviewStrictReviewRequired
        | _CommandExecOutputDelta
        | _ConfigWarning
        | _DeprecationNotice
        | _Error
        | _ExternalAgentConfigImportCompleted
        | _ExternalAgentConfigImportProgress
        | _FsChanged
        | _FuzzyFileSearchSessionCompleted
        | _FuzzyFileSearchSessionUpdated
        | _GuardianWarning
        | _HookCompleted
        | _HookStarted
        | _ItemAgentMessageDelta
        | _ItemAutoApprovalReviewCompleted
        | _ItemAutoApprovalReviewStarted
        | _ItemCommandExecutionOutputDelta
        | _ItemCommandExecutionTerminalInteraction
        | _ItemCompleted
        | _ItemFileChangeOutputDelta
        | _ItemFileChangePatchUpdated
        | _ItemMcpToolCallProgress
        | _ItemPlanDelta
        | _ItemReasoningSummaryPartAdded
        | _ItemReasoningSummaryTextDelta
        | _ItemReasoningTextDelta
        | _ItemStarted
        | _McpServerEventStreamNotification
        | _McpServerOauthLoginCompleted
        | _McpServerStartupStatusUpdated
        | _ModelRerouted
        | _ModelSafetyBufferingUpdated
        | _ModelVerification
        | _ModelProviderAuthRecoveryCompleted
        | _ModelProviderAuthRecoveryStarted
        | _ProcessExited
        | _ProcessOutputDelta
        | _ProjectChanged
        | _RemoteControlStatusChanged
        | _ServerRequestResolved
        | _SkillsChanged
        | _ThreadArchived
        | _ThreadAttachmentUpdated
        | _ThreadClosed
        | _ThreadCompacted
        | _ThreadDeleted
        | _ThreadEnvironmentConnected
        | _ThreadEnvironmentDisconnected
        | _ThreadGoalCleared
        | _ThreadGoalUpdated
        | _ThreadNameUpdated
        | _ThreadPredictionUpdated
        | _ThreadProjectUpdated
        | _ThreadQueueChanged
        | _ThreadReadStateChanged
        | _ThreadRealtimeClosed
        | _ThreadRealtimeError
        | _ThreadRealtimeItemCompleted
        | _ThreadRealtimeItemStarted
        | _ThreadRealtimeItemTranscriptDelta
        | _ThreadRealtimeItemAdded
        | _ThreadRealtimeOutputAudioDelta
        | _ThreadRealtimeSdp
        | _ThreadRealtimeStarted
        | _ThreadRealtimeTranscriptDelta
        | _ThreadRealtimeTranscriptDone
        | _ThreadReverted
        | _ThreadSettingsUpdated
        | _ThreadStarted
        | _ThreadStatusChanged
        | _ThreadTokenUsageUpdated
        | _ThreadUnarchived
        | _TurnCompleted
        | _TurnDiffUpdated
        | _TurnModerationMetadata
        | _TurnPlanUpdated
        | _TurnStarted
        | _Warning
        | _WindowsWorldWritableWarning
        | _WindowsSandboxSetupCompleted
    )
else:
    TypedNotification = Notification
