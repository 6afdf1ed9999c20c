"""Elicitations of MCP servers: their questions, one line each, and the values of the lines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, final

import attrs

if TYPE_CHECKING:
    from ..protocol import JsonValue, McpServerElicitationRequestParams
    from .terminal.text import Row

__all__ = ["Form", "FormField", "value_of"]

_TRUE = ("y", "yes", "true")
_FALSE = ("n", "no", "false")


@final
@attrs.frozen(kw_only=True)
class FormField:
    """One value of a form.

    Attributes:
        name: its key in the answer.
        rows: the server's description of it, for the prompt.
        type: the JSON type of the value.
        required: whether the form cannot be sent without it.
        default: the value of an empty line.
        choices: the allowed values, or the allowed elements of an array; empty for any.
    """

    name: str
    rows: list[Row]
    type: str
    required: bool
    default: JsonValue = None
    choices: tuple[JsonValue, ...] = ()


@final
@attrs.frozen(kw_only=True)
class Form:
    """An elicitation of an MCP server, as a form.

    Attributes:
        rows: its description, for the prompt.
        fields: the values of the form; empty for a yes-or-no question.
        answerable: whether lines of text can answer it.
    """

    rows: list[Row]
    fields: tuple[FormField, ...] = ()
    answerable: bool = True

    @classmethod
    def of(cls, params: McpServerElicitationRequestParams) -> Form:
        """Returns the form of a request."""
        from ..protocol.converter import unstructure

        wire: Any = unstructure(params)
        message = str(wire.get("message") or "It asks for something.")
        rows = [("server", str(wire.get("serverName"))), ("message (the server's)", message)]
        if wire.get("mode") == "url":
            return cls(rows=[*rows, ("address to open", str(wire.get("url")))])
        if wire.get("mode") != "form":
            return cls(rows=rows, answerable=False)
        meta = wire.get("_meta")
        arguments = meta.get("tool_params") if isinstance(meta, dict) else None
        if arguments:
            shown = json.dumps(arguments, ensure_ascii=False, indent=1)
            rows.append(("arguments of the tool (written by the model)", shown))
        schema = wire.get("requestedSchema") or {}
        required = schema.get("required") or ()
        properties = schema.get("properties") or {}
        fields = tuple(_field(name, it, name in required) for name, it in properties.items())
        return cls(rows=rows, fields=fields)


def _field(name: str, schema: dict[str, Any], required: bool) -> FormField:
    source = schema.get("items") if schema.get("type") == "array" else schema
    source = source or {}
    titled = source.get("oneOf") or source.get("anyOf") or ()
    choices = tuple(option.get("const") for option in titled) or tuple(source.get("enum") or ())
    default = schema.get("default")
    rows = [("field", str(schema.get("title") or name))]
    if schema.get("description"):
        rows.append(("description", str(schema["description"])))
    if choices:
        rows.append(("choices", ", ".join(map(str, choices))))
    if default is not None:
        rows.append(("an empty line means", str(default)))
    elif not required:
        rows.append(("an empty line means", "no value"))
    return FormField(
        name=name,
        rows=rows,
        type=str(schema.get("type", "string")),
        required=required,
        default=default,
        choices=choices,
    )


def value_of(field: FormField, text: str) -> JsonValue:
    """Returns the value of a typed line; `None` leaves the field out.

    Raises:
        ValueError: the line is not a value of the field.
    """
    if not text:
        if field.default is None and field.required:
            raise ValueError(f"{field.name} is required")
        return field.default
    value = _typed(field, text)
    chosen = value if isinstance(value, list) else [value]
    if field.choices and any(each not in field.choices for each in chosen):
        raise ValueError(f"{field.name} is not one of the choices")
    return value


def _typed(field: FormField, text: str) -> JsonValue:
    if field.type == "boolean":
        if text.lower() not in (*_TRUE, *_FALSE):
            raise ValueError(f"{field.name} is neither yes nor no")
        return text.lower() in _TRUE
    try:
        if field.type == "integer":
            return int(text)
        if field.type == "number":
            number = float(text)
            # NaN and the infinities are no JSON.
            if number - number != 0:
                raise ValueError
            return number
    except ValueError:
        raise ValueError(f"{field.name} is not a number") from None
    if field.type == "array":
        return [part.strip() for part in text.split(",") if part.strip()]
    return text
