"""Model types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import OMITTED, Omitted, OpenEnum, WireModel, wire

if TYPE_CHECKING:
    from .account import CyberAccessProgram
    from .common import ReasoningEffort
    from .turn import MultiAgentVersion

__all__ = [
    "InputModality",
    "Model",
    "ModelAccessPrograms",
    "ModelAvailabilityNux",
    "ModelListParams",
    "ModelListResponse",
    "ModelProviderCapabilitiesReadParams",
    "ModelProviderCapabilitiesReadResponse",
    "ModelRerouteReason",
    "ModelReroutedNotification",
    "ModelSafetyBufferingUpdatedNotification",
    "ModelServiceTier",
    "ModelUpgradeInfo",
    "ModelVerification",
    "ModelVerificationNotification",
    "ReasoningEffortOption",
]


class InputModality(OpenEnum):
    """An open enum, used by `Model`."""

    TEXT = "text"
    IMAGE = "image"
    AUDIO = "audio"


class ModelRerouteReason(OpenEnum):
    """An open enum, used by `ModelReroutedNotification`."""

    HIGH_RISK_CYBER_ACTIVITY = "highRiskCyberActivity"


class ModelVerification(OpenEnum):
    """An open enum, used by `ModelVerificationNotification`."""

    TRUSTED_ACCESS_FOR_CYBER = "trustedAccessForCyber"


class Model(WireModel):
    """An object, used by `ModelListResponse`."""

    default_reasoning_effort: ReasoningEffort = wire("defaultReasoningEffort")
    description: str = wire("description")
    display_name: str = wire("displayName")
    hidden: bool = wire("hidden")
    id: str = wire("id")
    is_default: bool = wire("isDefault")
    model: str = wire("model")
    supported_reasoning_efforts: list[ReasoningEffortOption] = wire("supportedReasoningEfforts")
    additional_speed_tiers: list[str] = wire("additionalSpeedTiers", factory=list)
    availability_nux: ModelAvailabilityNux | None = wire("availabilityNux", default=None)
    available_access_programs: ModelAccessPrograms | None = wire(
        "availableAccessPrograms", default=None
    )
    default_service_tier: str | None = wire("defaultServiceTier", default=None)
    input_modalities: list[InputModality] = wire(
        "inputModalities", factory=lambda: [InputModality.TEXT, InputModality.IMAGE]
    )
    model_specialty: str | None = wire("modelSpecialty", default=None)
    multi_agent_version: MultiAgentVersion | None = wire("multiAgentVersion", default=None)
    service_tiers: list[ModelServiceTier] = wire("serviceTiers", factory=list)
    supports_personality: bool = wire("supportsPersonality", default=False)
    upgrade: str | None = wire("upgrade", default=None)
    upgrade_info: ModelUpgradeInfo | None = wire("upgradeInfo", default=None)


class ModelAccessPrograms(WireModel):
    """An object, used by `Model`."""

    cyber: list[CyberAccessProgram] = wire("cyber")


class ModelAvailabilityNux(WireModel):
    """An object, used by `Model`."""

    message: str = wire("message")


class ModelListParams(WireModel):
    """Params of `model/list`."""

    cursor: str | None | Omitted = wire("cursor", default=OMITTED)
    include_hidden: bool | None | Omitted = wire("includeHidden", default=OMITTED)
    limit: int | None | Omitted = wire("limit", default=OMITTED, format="uint32")


class ModelListResponse(WireModel):
    """Result of `model/list`."""

    data: list[Model] = wire("data")
    next_cursor: str | None = wire("nextCursor", default=None)


class ModelProviderCapabilitiesReadParams(WireModel):
    """Params of `modelProvider/capabilities/read`."""


class ModelProviderCapabilitiesReadResponse(WireModel):
    """Result of `modelProvider/capabilities/read`."""

    image_generation: bool = wire("imageGeneration")
    web_search: bool = wire("webSearch")


class ModelReroutedNotification(WireModel):
    """Payload of the `model/rerouted` notification."""

    from_model: str = wire("fromModel")
    reason: ModelRerouteReason = wire("reason")
    thread_id: str = wire("threadId")
    to_model: str = wire("toModel")
    turn_id: str = wire("turnId")


class ModelSafetyBufferingUpdatedNotification(WireModel):
    """Payload of the `model/safetyBuffering/updated` notification."""

    model: str = wire("model")
    reasons: list[str] = wire("reasons")
    show_buffering_ui: bool = wire("showBufferingUi")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")
    use_cases: list[str] = wire("useCases")
    faster_model: str | None = wire("fasterModel", default=None)


class ModelServiceTier(WireModel):
    """An object, used by `Model`."""

    description: str = wire("description")
    id: str = wire("id")
    name: str = wire("name")


class ModelUpgradeInfo(WireModel):
    """An object, used by `Model`."""

    model: str = wire("model")
    migration_markdown: str | None = wire("migrationMarkdown", default=None)
    model_link: str | None = wire("modelLink", default=None)
    retirement_at: int | None = wire("retirementAt", default=None, format="int64")
    upgrade_copy: str | None = wire("upgradeCopy", default=None)


class ModelVerificationNotification(WireModel):
    """Payload of the `model/verification` notification."""

    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")
    verifications: list[ModelVerification] = wire("verifications")


class ReasoningEffortOption(WireModel):
    """An object, used by `Model`."""

    description: str = wire("description")
    reasoning_effort: ReasoningEffort = wire("reasoningEffort")
