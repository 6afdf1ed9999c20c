"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Members, Unfit, Variants, as_float, blank, closest
from .. import elicitation as t

new_FormMcpServerElicitationRequestParams = blank(
    globals(), "FormMcpServerElicitationRequestParams"
)


def read_FormMcpServerElicitationRequestParams(v):
    o = new_FormMcpServerElicitationRequestParams()
    if v["mode"] != "form":
        raise Unfit
    o.mode = "form"
    if type(x := v["message"]) is not str:
        raise Unfit
    o.message = x
    o.requested_schema = read_McpElicitationSchema(v["requestedSchema"])
    if type(x := v["serverName"]) is not str:
        raise Unfit
    o.server_name = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.meta = v.get("_meta")
    if (x := v.get("turnId")) is not None and type(x) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.FormMcpServerElicitationRequestParams
    return o


def read_McpElicitationArrayType(v):
    if v != "array":
        raise Unfit
    return "array"


new_McpElicitationBooleanSchema = blank(globals(), "McpElicitationBooleanSchema")


def read_McpElicitationBooleanSchema(v):
    o = new_McpElicitationBooleanSchema()
    if v["type"] != "boolean":
        raise Unfit
    o.type = "boolean"
    if (x := v.get("default")) is not None and type(x) is not bool:
        raise Unfit
    o.default = x
    if (x := v.get("description")) is not None and type(x) is not str:
        raise Unfit
    o.description = x
    if (x := v.get("title")) is not None and type(x) is not str:
        raise Unfit
    o.title = x
    o.__class__ = t.McpElicitationBooleanSchema
    return o


def read_McpElicitationBooleanType(v):
    if v != "boolean":
        raise Unfit
    return "boolean"


new_McpElicitationConstOption = blank(globals(), "McpElicitationConstOption")


def read_McpElicitationConstOption(v):
    o = new_McpElicitationConstOption()
    if type(x := v["const"]) is not str:
        raise Unfit
    o.const = x
    if type(x := v["title"]) is not str:
        raise Unfit
    o.title = x
    o.__class__ = t.McpElicitationConstOption
    return o


def read_McpElicitationEnumSchema(v):
    if type(v) is dict:
        if "enumNames" in v:
            return read_McpElicitationLegacyTitledEnumSchema(v)
        return closest(
            v,
            (
                read_McpElicitationSingleSelectEnumSchema,
                read_McpElicitationMultiSelectEnumSchema,
                read_McpElicitationLegacyTitledEnumSchema,
            ),
        )
    raise Unfit


new_McpElicitationLegacyTitledEnumSchema = blank(globals(), "McpElicitationLegacyTitledEnumSchema")


def read_McpElicitationLegacyTitledEnumSchema(v):
    o = new_McpElicitationLegacyTitledEnumSchema()
    if type(x := v["enum"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.enum = x
    if v["type"] != "string":
        raise Unfit
    o.type = "string"
    if (x := v.get("default")) is not None and type(x) is not str:
        raise Unfit
    o.default = x
    if (x := v.get("description")) is not None and type(x) is not str:
        raise Unfit
    o.description = x
    x = v.get("enumNames")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
    o.enum_names = x
    if (x := v.get("title")) is not None and type(x) is not str:
        raise Unfit
    o.title = x
    o.__class__ = t.McpElicitationLegacyTitledEnumSchema
    return o


def read_McpElicitationMultiSelectEnumSchema(v):
    if type(v) is dict:
        return closest(
            v,
            (
                read_McpElicitationUntitledMultiSelectEnumSchema,
                read_McpElicitationTitledMultiSelectEnumSchema,
            ),
        )
    raise Unfit


new_McpElicitationNumberSchema = blank(globals(), "McpElicitationNumberSchema")


def read_McpElicitationNumberSchema(v):
    o = new_McpElicitationNumberSchema()
    if (x := v["type"]) not in ("number", "integer"):
        raise Unfit
    o.type = x
    o.default = None if (x := v.get("default")) is None else x if type(x) is float else as_float(x)
    if (x := v.get("description")) is not None and type(x) is not str:
        raise Unfit
    o.description = x
    o.maximum = None if (x := v.get("maximum")) is None else x if type(x) is float else as_float(x)
    o.minimum = None if (x := v.get("minimum")) is None else x if type(x) is float else as_float(x)
    if (x := v.get("title")) is not None and type(x) is not str:
        raise Unfit
    o.title = x
    o.__class__ = t.McpElicitationNumberSchema
    return o


def read_McpElicitationNumberType(v):
    if (x := v) not in ("number", "integer"):
        raise Unfit
    return x


read_McpElicitationObjectType = Members(t.McpElicitationObjectType).__getitem__


def read_McpElicitationPrimitiveSchema(v):
    if type(v) is dict:
        return closest(
            v,
            (
                read_McpElicitationEnumSchema,
                read_McpElicitationStringSchema,
                read_McpElicitationNumberSchema,
                read_McpElicitationBooleanSchema,
            ),
        )
    raise Unfit


new_McpElicitationSchema = blank(globals(), "McpElicitationSchema")


def read_McpElicitationSchema(v):
    o = new_McpElicitationSchema()
    if type(x := v["properties"]) is not dict:
        raise Unfit
    o.properties = {k: read_McpElicitationPrimitiveSchema(y) for k, y in x.items()}
    o.type = read_McpElicitationObjectType(v["type"])
    if (x := v.get("$schema")) is not None and type(x) is not str:
        raise Unfit
    o.schema = x
    x = v.get("required")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
    o.required = x
    o.__class__ = t.McpElicitationSchema
    return o


def read_McpElicitationSingleSelectEnumSchema(v):
    if type(v) is dict:
        return closest(
            v,
            (
                read_McpElicitationUntitledSingleSelectEnumSchema,
                read_McpElicitationTitledSingleSelectEnumSchema,
            ),
        )
    raise Unfit


read_McpElicitationStringFormat = Members(t.McpElicitationStringFormat).__getitem__
new_McpElicitationStringSchema = blank(globals(), "McpElicitationStringSchema")


def read_McpElicitationStringSchema(v):
    o = new_McpElicitationStringSchema()
    if v["type"] != "string":
        raise Unfit
    o.type = "string"
    if (x := v.get("default")) is not None and type(x) is not str:
        raise Unfit
    o.default = x
    if (x := v.get("description")) is not None and type(x) is not str:
        raise Unfit
    o.description = x
    o.format = None if (x := v.get("format")) is None else read_McpElicitationStringFormat(x)
    if (x := v.get("maxLength")) is not None and type(x) is not int:
        raise Unfit
    o.max_length = x
    if (x := v.get("minLength")) is not None and type(x) is not int:
        raise Unfit
    o.min_length = x
    if (x := v.get("title")) is not None and type(x) is not str:
        raise Unfit
    o.title = x
    o.__class__ = t.McpElicitationStringSchema
    return o


def read_McpElicitationStringType(v):
    if v != "string":
        raise Unfit
    return "string"


new_McpElicitationTitledEnumItems = blank(globals(), "McpElicitationTitledEnumItems")


def read_McpElicitationTitledEnumItems(v):
    o = new_McpElicitationTitledEnumItems()
    if type(x := v["anyOf"]) is not list:
        raise Unfit
    o.any_of = [read_McpElicitationConstOption(y) for y in x]
    o.__class__ = t.McpElicitationTitledEnumItems
    return o


new_McpElicitationTitledMultiSelectEnumSchema = blank(
    globals(), "McpElicitationTitledMultiSelectEnumSchema"
)


def read_McpElicitationTitledMultiSelectEnumSchema(v):
    o = new_McpElicitationTitledMultiSelectEnumSchema()
    o.items = read_McpElicitationTitledEnumItems(v["items"])
    if v["type"] != "array":
        raise Unfit
    o.type = "array"
    x = v.get("default")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
    o.default = x
    if (x := v.get("description")) is not None and type(x) is not str:
        raise Unfit
    o.description = x
    if (x := v.get("maxItems")) is not None and type(x) is not int:
        raise Unfit
    o.max_items = x
    if (x := v.get("minItems")) is not None and type(x) is not int:
        raise Unfit
    o.min_items = x
    if (x := v.get("title")) is not None and type(x) is not str:
        raise Unfit
    o.title = x
    o.__class__ = t.McpElicitationTitledMultiSelectEnumSchema
    return o


new_McpElicitationTitledSingleSelectEnumSchema = blank(
    globals(), "McpElicitationTitledSingleSelectEnumSchema"
)


def read_McpElicitationTitledSingleSelectEnumSchema(v):
    o = new_McpElicitationTitledSingleSelectEnumSchema()
    if type(x := v["oneOf"]) is not list:
        raise Unfit
    o.one_of = [read_McpElicitationConstOption(y) for y in x]
    if v["type"] != "string":
        raise Unfit
    o.type = "string"
    if (x := v.get("default")) is not None and type(x) is not str:
        raise Unfit
    o.default = x
    if (x := v.get("description")) is not None and type(x) is not str:
        raise Unfit
    o.description = x
    if (x := v.get("title")) is not None and type(x) is not str:
        raise Unfit
    o.title = x
    o.__class__ = t.McpElicitationTitledSingleSelectEnumSchema
    return o


new_McpElicitationUntitledEnumItems = blank(globals(), "McpElicitationUntitledEnumItems")


def read_McpElicitationUntitledEnumItems(v):
    o = new_McpElicitationUntitledEnumItems()
    if type(x := v["enum"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.enum = x
    if v["type"] != "string":
        raise Unfit
    o.type = "string"
    o.__class__ = t.McpElicitationUntitledEnumItems
    return o


new_McpElicitationUntitledMultiSelectEnumSchema = blank(
    globals(), "McpElicitationUntitledMultiSelectEnumSchema"
)


def read_McpElicitationUntitledMultiSelectEnumSchema(v):
    o = new_McpElicitationUntitledMultiSelectEnumSchema()
    o.items = read_McpElicitationUntitledEnumItems(v["items"])
    if v["type"] != "array":
        raise Unfit
    o.type = "array"
    x = v.get("default")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
    o.default = x
    if (x := v.get("description")) is not None and type(x) is not str:
        raise Unfit
    o.description = x
    if (x := v.get("maxItems")) is not None and type(x) is not int:
        raise Unfit
    o.max_items = x
    if (x := v.get("minItems")) is not None and type(x) is not int:
        raise Unfit
    o.min_items = x
    if (x := v.get("title")) is not None and type(x) is not str:
        raise Unfit
    o.title = x
    o.__class__ = t.McpElicitationUntitledMultiSelectEnumSchema
    return o


new_McpElicitationUntitledSingleSelectEnumSchema = blank(
    globals(), "McpElicitationUntitledSingleSelectEnumSchema"
)


def read_McpElicitationUntitledSingleSelectEnumSchema(v):
    o = new_McpElicitationUntitledSingleSelectEnumSchema()
    if type(x := v["enum"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.enum = x
    if v["type"] != "string":
        raise Unfit
    o.type = "string"
    if (x := v.get("default")) is not None and type(x) is not str:
        raise Unfit
    o.default = x
    if (x := v.get("description")) is not None and type(x) is not str:
        raise Unfit
    o.description = x
    if (x := v.get("title")) is not None and type(x) is not str:
        raise Unfit
    o.title = x
    o.__class__ = t.McpElicitationUntitledSingleSelectEnumSchema
    return o


def read_McpServerElicitationRequestParams(v):
    return by_tag_McpServerElicitationRequestParams[v["mode"]](v)


new_OpenaiFormMcpServerElicitationRequestParams = blank(
    globals(), "OpenaiFormMcpServerElicitationRequestParams"
)


def read_OpenaiFormMcpServerElicitationRequestParams(v):
    o = new_OpenaiFormMcpServerElicitationRequestParams()
    if (x := v["mode"]) not in ("openai/form", "openaiForm"):
        raise Unfit
    o.mode = x
    if type(x := v["message"]) is not str:
        raise Unfit
    o.message = x
    o.requested_schema = v["requestedSchema"]
    if type(x := v["serverName"]) is not str:
        raise Unfit
    o.server_name = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.meta = v.get("_meta")
    if (x := v.get("turnId")) is not None and type(x) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.OpenaiFormMcpServerElicitationRequestParams
    return o


new_OpenaiUserVerificationMcpServerElicitationRequestParams = blank(
    globals(), "OpenaiUserVerificationMcpServerElicitationRequestParams"
)


def read_OpenaiUserVerificationMcpServerElicitationRequestParams(v):
    o = new_OpenaiUserVerificationMcpServerElicitationRequestParams()
    if v["mode"] != "openai/userVerification":
        raise Unfit
    o.mode = "openai/userVerification"
    if type(x := v["challenge"]) is not str:
        raise Unfit
    o.challenge = x
    if type(x := v["description"]) is not str:
        raise Unfit
    o.description = x
    if type(x := v["serverName"]) is not str:
        raise Unfit
    o.server_name = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["title"]) is not str:
        raise Unfit
    o.title = x
    o.meta = v.get("_meta")
    if (x := v.get("turnId")) is not None and type(x) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.OpenaiUserVerificationMcpServerElicitationRequestParams
    return o


new_UrlMcpServerElicitationRequestParams = blank(globals(), "UrlMcpServerElicitationRequestParams")


def read_UrlMcpServerElicitationRequestParams(v):
    o = new_UrlMcpServerElicitationRequestParams()
    if v["mode"] != "url":
        raise Unfit
    o.mode = "url"
    if type(x := v["elicitationId"]) is not str:
        raise Unfit
    o.elicitation_id = x
    if type(x := v["message"]) is not str:
        raise Unfit
    o.message = x
    if type(x := v["serverName"]) is not str:
        raise Unfit
    o.server_name = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["url"]) is not str:
        raise Unfit
    o.url = x
    o.meta = v.get("_meta")
    if (x := v.get("turnId")) is not None and type(x) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.UrlMcpServerElicitationRequestParams
    return o


by_tag_McpServerElicitationRequestParams = Variants(
    {
        "openai/userVerification": read_OpenaiUserVerificationMcpServerElicitationRequestParams,
        "form": read_FormMcpServerElicitationRequestParams,
        "openai/form": read_OpenaiFormMcpServerElicitationRequestParams,
        "openaiForm": read_OpenaiFormMcpServerElicitationRequestParams,
        "url": read_UrlMcpServerElicitationRequestParams,
    }
)
