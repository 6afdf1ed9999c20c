"""MCP elicitation types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._model import OMITTED, JsonValue, Omitted, OpenEnum, WireModel, wire
from ..unknown import UnknownVariant

__all__ = [
    "FormMcpServerElicitationRequestParams",
    "McpElicitationArrayType",
    "McpElicitationBooleanSchema",
    "McpElicitationBooleanType",
    "McpElicitationConstOption",
    "McpElicitationEnumSchema",
    "McpElicitationLegacyTitledEnumSchema",
    "McpElicitationMultiSelectEnumSchema",
    "McpElicitationNumberSchema",
    "McpElicitationNumberType",
    "McpElicitationObjectType",
    "McpElicitationPrimitiveSchema",
    "McpElicitationSchema",
    "McpElicitationSingleSelectEnumSchema",
    "McpElicitationStringFormat",
    "McpElicitationStringSchema",
    "McpElicitationStringType",
    "McpElicitationTitledEnumItems",
    "McpElicitationTitledMultiSelectEnumSchema",
    "McpElicitationTitledSingleSelectEnumSchema",
    "McpElicitationUntitledEnumItems",
    "McpElicitationUntitledMultiSelectEnumSchema",
    "McpElicitationUntitledSingleSelectEnumSchema",
    "McpServerElicitationAction",
    "McpServerElicitationRequestParams",
    "McpServerElicitationRequestResponse",
    "OpenaiFormMcpServerElicitationRequestParams",
    "OpenaiUserVerificationMcpServerElicitationRequestParams",
    "UrlMcpServerElicitationRequestParams",
]


class McpElicitationObjectType(OpenEnum):
    """An open enum, used by `McpElicitationSchema`."""

    OBJECT = "object"


class McpElicitationStringFormat(OpenEnum):
    """An open enum, used by `McpElicitationStringSchema`."""

    EMAIL = "email"
    URI = "uri"
    DATE = "date"
    DATE_TIME = "date-time"


class McpServerElicitationAction(OpenEnum):
    """An open enum, used by `McpServerElicitationRequestResponse`."""

    ACCEPT = "accept"
    DECLINE = "decline"
    CANCEL = "cancel"


class FormMcpServerElicitationRequestParams(WireModel):
    """One shape of `McpServerElicitationRequestParams`, tagged `form`."""

    mode: Literal["form"] = wire("mode", default="form")
    message: str = wire("message")
    requested_schema: McpElicitationSchema = wire("requestedSchema")
    server_name: str = wire("serverName")
    thread_id: str = wire("threadId")
    meta: JsonValue = wire("_meta", default=None, untyped=True)
    turn_id: str | None = wire("turnId", default=None)


class McpElicitationBooleanSchema(WireModel):
    """An object, used by `McpElicitationPrimitiveSchema`."""

    type: McpElicitationBooleanType = wire("type")
    default: bool | None = wire("default", default=None)
    description: str | None = wire("description", default=None)
    title: str | None = wire("title", default=None)


class McpElicitationConstOption(WireModel):
    """An object, used by `McpElicitationTitledEnumItems` and 1 more."""

    const: str = wire("const")
    title: str = wire("title")


class McpElicitationLegacyTitledEnumSchema(WireModel):
    """An object, used by `McpElicitationEnumSchema`."""

    enum: list[str] = wire("enum")
    type: McpElicitationStringType = wire("type")
    default: str | None = wire("default", default=None)
    description: str | None = wire("description", default=None)
    enum_names: list[str] | None = wire("enumNames", default=None)
    title: str | None = wire("title", default=None)


class McpElicitationNumberSchema(WireModel):
    """An object, used by `McpElicitationPrimitiveSchema`."""

    type: McpElicitationNumberType = wire("type")
    default: float | None = wire("default", default=None)
    description: str | None = wire("description", default=None)
    maximum: float | None = wire("maximum", default=None)
    minimum: float | None = wire("minimum", default=None)
    title: str | None = wire("title", default=None)


class McpElicitationSchema(WireModel):
    """An object, used by `FormMcpServerElicitationRequestParams`."""

    properties: dict[str, McpElicitationPrimitiveSchema] = wire("properties")
    type: McpElicitationObjectType = wire("type")
    schema: str | None = wire("$schema", default=None)
    required: list[str] | None = wire("required", default=None)


class McpElicitationStringSchema(WireModel):
    """An object, used by `McpElicitationPrimitiveSchema`."""

    type: McpElicitationStringType = wire("type")
    default: str | None = wire("default", default=None)
    description: str | None = wire("description", default=None)
    format: McpElicitationStringFormat | None = wire("format", default=None)
    max_length: int | None = wire("maxLength", default=None, format="uint32")
    min_length: int | None = wire("minLength", default=None, format="uint32")
    title: str | None = wire("title", default=None)


class McpElicitationTitledEnumItems(WireModel):
    """An object, used by `McpElicitationTitledMultiSelectEnumSchema`."""

    any_of: list[McpElicitationConstOption] = wire("anyOf")


class McpElicitationTitledMultiSelectEnumSchema(WireModel):
    """An object, used by `McpElicitationMultiSelectEnumSchema`."""

    items: McpElicitationTitledEnumItems = wire("items")
    type: McpElicitationArrayType = wire("type")
    default: list[str] | None = wire("default", default=None)
    description: str | None = wire("description", default=None)
    max_items: int | None = wire("maxItems", default=None, format="uint64")
    min_items: int | None = wire("minItems", default=None, format="uint64")
    title: str | None = wire("title", default=None)


class McpElicitationTitledSingleSelectEnumSchema(WireModel):
    """An object, used by `McpElicitationSingleSelectEnumSchema`."""

    one_of: list[McpElicitationConstOption] = wire("oneOf")
    type: McpElicitationStringType = wire("type")
    default: str | None = wire("default", default=None)
    description: str | None = wire("description", default=None)
    title: str | None = wire("title", default=None)


class McpElicitationUntitledEnumItems(WireModel):
    """An object, used by `McpElicitationUntitledMultiSelectEnumSchema`."""

    enum: list[str] = wire("enum")
    type: McpElicitationStringType = wire("type")


class McpElicitationUntitledMultiSelectEnumSchema(WireModel):
    """An object, used by `McpElicitationMultiSelectEnumSchema`."""

    items: McpElicitationUntitledEnumItems = wire("items")
    type: McpElicitationArrayType = wire("type")
    default: list[str] | None = wire("default", default=None)
    description: str | None = wire("description", default=None)
    max_items: int | None = wire("maxItems", default=None, format="uint64")
    min_items: int | None = wire("minItems", default=None, format="uint64")
    title: str | None = wire("title", default=None)


class McpElicitationUntitledSingleSelectEnumSchema(WireModel):
    """An object, used by `McpElicitationSingleSelectEnumSchema`."""

    enum: list[str] = wire("enum")
    type: McpElicitationStringType = wire("type")
    default: str | None = wire("default", default=None)
    description: str | None = wire("description", default=None)
    title: str | None = wire("title", default=None)


class McpServerElicitationRequestResponse(WireModel):
    """Our answer to the server request `mcpServer/elicitation/request`."""

    action: McpServerElicitationAction = wire("action")
    meta: JsonValue | Omitted = wire("_meta", default=OMITTED, untyped=True)
    content: JsonValue | Omitted = wire("content", default=OMITTED, untyped=True)


class OpenaiFormMcpServerElicitationRequestParams(WireModel):
    """One shape of `McpServerElicitationRequestParams`, tagged `openai/form` or `openaiForm`."""

    mode: Literal["openai/form", "openaiForm"] = wire("mode", default="openai/form")
    message: str = wire("message")
    requested_schema: JsonValue = wire("requestedSchema", untyped=True)
    server_name: str = wire("serverName")
    thread_id: str = wire("threadId")
    meta: JsonValue = wire("_meta", default=None, untyped=True)
    turn_id: str | None = wire("turnId", default=None)


class OpenaiUserVerificationMcpServerElicitationRequestParams(WireModel):
    """One shape of `McpServerElicitationRequestParams`, tagged `openai/userVerification`."""

    mode: Literal["openai/userVerification"] = wire("mode", default="openai/userVerification")
    challenge: str = wire("challenge")
    description: str = wire("description")
    server_name: str = wire("serverName")
    thread_id: str = wire("threadId")
    title: str = wire("title")
    meta: JsonValue = wire("_meta", default=None, untyped=True)
    turn_id: str | None = wire("turnId", default=None)


class UrlMcpServerElicitationRequestParams(WireModel):
    """One shape of `McpServerElicitationRequestParams`, tagged `url`."""

    mode: Literal["url"] = wire("mode", default="url")
    elicitation_id: str = wire("elicitationId")
    message: str = wire("message")
    server_name: str = wire("serverName")
    thread_id: str = wire("threadId")
    url: str = wire("url", secret=True)
    meta: JsonValue = wire("_meta", default=None, untyped=True)
    turn_id: str | None = wire("turnId", default=None)


McpElicitationArrayType: TypeAlias = Literal["array"]
"""A closed list of strings, used by `McpElicitationTitledMultiSelectEnumSchema` and 1 more."""

McpElicitationBooleanType: TypeAlias = Literal["boolean"]
"""A closed list of strings, used by `McpElicitationBooleanSchema`."""

McpElicitationMultiSelectEnumSchema: TypeAlias = (
    McpElicitationUntitledMultiSelectEnumSchema
    | McpElicitationTitledMultiSelectEnumSchema
    | UnknownVariant
)
"""A union, used by `McpElicitationEnumSchema`."""

McpElicitationNumberType: TypeAlias = Literal["number", "integer"]
"""A closed list of strings, used by `McpElicitationNumberSchema`."""

McpElicitationSingleSelectEnumSchema: TypeAlias = (
    McpElicitationUntitledSingleSelectEnumSchema
    | McpElicitationTitledSingleSelectEnumSchema
    | UnknownVariant
)
"""A union, used by `McpElicitationEnumSchema`."""

McpElicitationStringType: TypeAlias = Literal["string"]
"""A closed list of strings, used by `McpElicitationLegacyTitledEnumSchema` and 4 more."""

McpServerElicitationRequestParams: TypeAlias = (
    OpenaiUserVerificationMcpServerElicitationRequestParams
    | FormMcpServerElicitationRequestParams
    | OpenaiFormMcpServerElicitationRequestParams
    | UrlMcpServerElicitationRequestParams
    | UnknownVariant
)
"""Params of the server request `mcpServer/elicitation/request`."""

McpElicitationEnumSchema: TypeAlias = (
    McpElicitationSingleSelectEnumSchema
    | McpElicitationMultiSelectEnumSchema
    | McpElicitationLegacyTitledEnumSchema
    | UnknownVariant
)
"""A union, used by `McpElicitationPrimitiveSchema`."""

McpElicitationPrimitiveSchema: TypeAlias = (
    McpElicitationEnumSchema
    | McpElicitationStringSchema
    | McpElicitationNumberSchema
    | McpElicitationBooleanSchema
    | UnknownVariant
)
"""A union, used by `McpElicitationSchema`."""
