"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Members, Unfit, blank, later
from .. import model as t

read_CyberAccessProgram = later(globals(), "account", "read_CyberAccessProgram")
read_MultiAgentVersion = later(globals(), "turn", "read_MultiAgentVersion")
read_ReasoningEffort = later(globals(), "common", "read_ReasoningEffort")
read_InputModality = Members(t.InputModality).__getitem__
new_Model = blank(globals(), "Model")


def read_Model(v):
    o = new_Model()
    o.default_reasoning_effort = read_ReasoningEffort(v["defaultReasoningEffort"])
    if type(x := v["description"]) is not str:
        raise Unfit
    o.description = x
    if type(x := v["displayName"]) is not str:
        raise Unfit
    o.display_name = x
    if type(x := v["hidden"]) is not bool:
        raise Unfit
    o.hidden = x
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["isDefault"]) is not bool:
        raise Unfit
    o.is_default = x
    if type(x := v["model"]) is not str:
        raise Unfit
    o.model = x
    if type(x := v["supportedReasoningEfforts"]) is not list:
        raise Unfit
    o.supported_reasoning_efforts = [read_ReasoningEffortOption(y) for y in x]
    if "additionalSpeedTiers" in v:
        if type(x := v["additionalSpeedTiers"]) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
        o.additional_speed_tiers = x
    else:
        o.additional_speed_tiers = []
    o.availability_nux = (
        None if (x := v.get("availabilityNux")) is None else read_ModelAvailabilityNux(x)
    )
    o.available_access_programs = (
        None if (x := v.get("availableAccessPrograms")) is None else read_ModelAccessPrograms(x)
    )
    if (x := v.get("defaultServiceTier")) is not None and type(x) is not str:
        raise Unfit
    o.default_service_tier = x
    if "inputModalities" in v:
        if type(x := v["inputModalities"]) is not list:
            raise Unfit
        o.input_modalities = [read_InputModality(y) for y in x]
    else:
        o.input_modalities = t.Model.__wire_fields__["input_modalities"].factory()
    if (x := v.get("modelSpecialty")) is not None and type(x) is not str:
        raise Unfit
    o.model_specialty = x
    o.multi_agent_version = (
        None if (x := v.get("multiAgentVersion")) is None else read_MultiAgentVersion(x)
    )
    if "serviceTiers" in v:
        if type(x := v["serviceTiers"]) is not list:
            raise Unfit
        o.service_tiers = [read_ModelServiceTier(y) for y in x]
    else:
        o.service_tiers = []
    if "supportsPersonality" in v:
        if type(x := v["supportsPersonality"]) is not bool:
            raise Unfit
        o.supports_personality = x
    else:
        o.supports_personality = False
    if (x := v.get("upgrade")) is not None and type(x) is not str:
        raise Unfit
    o.upgrade = x
    o.upgrade_info = None if (x := v.get("upgradeInfo")) is None else read_ModelUpgradeInfo(x)
    o.__class__ = t.Model
    return o


new_ModelAccessPrograms = blank(globals(), "ModelAccessPrograms")


def read_ModelAccessPrograms(v):
    o = new_ModelAccessPrograms()
    if type(x := v["cyber"]) is not list:
        raise Unfit
    o.cyber = [read_CyberAccessProgram(y) for y in x]
    o.__class__ = t.ModelAccessPrograms
    return o


new_ModelAvailabilityNux = blank(globals(), "ModelAvailabilityNux")


def read_ModelAvailabilityNux(v):
    o = new_ModelAvailabilityNux()
    if type(x := v["message"]) is not str:
        raise Unfit
    o.message = x
    o.__class__ = t.ModelAvailabilityNux
    return o


new_ModelListResponse = blank(globals(), "ModelListResponse")


def read_ModelListResponse(v):
    o = new_ModelListResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_Model(y) for y in x]
    if (x := v.get("nextCursor")) is not None and type(x) is not str:
        raise Unfit
    o.next_cursor = x
    o.__class__ = t.ModelListResponse
    return o


new_ModelProviderCapabilitiesReadResponse = blank(
    globals(), "ModelProviderCapabilitiesReadResponse"
)


def read_ModelProviderCapabilitiesReadResponse(v):
    o = new_ModelProviderCapabilitiesReadResponse()
    if type(x := v["imageGeneration"]) is not bool:
        raise Unfit
    o.image_generation = x
    if type(x := v["webSearch"]) is not bool:
        raise Unfit
    o.web_search = x
    o.__class__ = t.ModelProviderCapabilitiesReadResponse
    return o


read_ModelRerouteReason = Members(t.ModelRerouteReason).__getitem__
new_ModelReroutedNotification = blank(globals(), "ModelReroutedNotification")


def read_ModelReroutedNotification(v):
    o = new_ModelReroutedNotification()
    if type(x := v["fromModel"]) is not str:
        raise Unfit
    o.from_model = x
    o.reason = read_ModelRerouteReason(v["reason"])
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["toModel"]) is not str:
        raise Unfit
    o.to_model = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.ModelReroutedNotification
    return o


new_ModelSafetyBufferingUpdatedNotification = blank(
    globals(), "ModelSafetyBufferingUpdatedNotification"
)


def read_ModelSafetyBufferingUpdatedNotification(v):
    o = new_ModelSafetyBufferingUpdatedNotification()
    if type(x := v["model"]) is not str:
        raise Unfit
    o.model = x
    if type(x := v["reasons"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.reasons = x
    if type(x := v["showBufferingUi"]) is not bool:
        raise Unfit
    o.show_buffering_ui = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    if type(x := v["useCases"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.use_cases = x
    if (x := v.get("fasterModel")) is not None and type(x) is not str:
        raise Unfit
    o.faster_model = x
    o.__class__ = t.ModelSafetyBufferingUpdatedNotification
    return o


new_ModelServiceTier = blank(globals(), "ModelServiceTier")


def read_ModelServiceTier(v):
    o = new_ModelServiceTier()
    if type(x := v["description"]) is not str:
        raise Unfit
    o.description = x
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    o.__class__ = t.ModelServiceTier
    return o


new_ModelUpgradeInfo = blank(globals(), "ModelUpgradeInfo")


def read_ModelUpgradeInfo(v):
    o = new_ModelUpgradeInfo()
    if type(x := v["model"]) is not str:
        raise Unfit
    o.model = x
    if (x := v.get("migrationMarkdown")) is not None and type(x) is not str:
        raise Unfit
    o.migration_markdown = x
    if (x := v.get("modelLink")) is not None and type(x) is not str:
        raise Unfit
    o.model_link = x
    if (x := v.get("retirementAt")) is not None and type(x) is not int:
        raise Unfit
    o.retirement_at = x
    if (x := v.get("upgradeCopy")) is not None and type(x) is not str:
        raise Unfit
    o.upgrade_copy = x
    o.__class__ = t.ModelUpgradeInfo
    return o


read_ModelVerification = Members(t.ModelVerification).__getitem__
new_ModelVerificationNotification = blank(globals(), "ModelVerificationNotification")


def read_ModelVerificationNotification(v):
    o = new_ModelVerificationNotification()
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    if type(x := v["verifications"]) is not list:
        raise Unfit
    o.verifications = [read_ModelVerification(y) for y in x]
    o.__class__ = t.ModelVerificationNotification
    return o


new_ReasoningEffortOption = blank(globals(), "ReasoningEffortOption")


def read_ReasoningEffortOption(v):
    o = new_ReasoningEffortOption()
    if type(x := v["description"]) is not str:
        raise Unfit
    o.description = x
    o.reasoning_effort = read_ReasoningEffort(v["reasoningEffort"])
    o.__class__ = t.ReasoningEffortOption
    return o
