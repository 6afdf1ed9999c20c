"""Compiler of the contract: classes, enums, unions and aliases."""

from __future__ import annotations

from .ir import (
    NO_DEFAULT,
    AliasDef,
    ClassDef,
    Definition,
    EnumDef,
    Expr,
    Field,
    Schema,
    SchemaError,
)
from .load import ENVELOPES, Contract
from .names import field_name, pascal, title_name
from .unions import UnionCompiler

__all__ = ["Compiler", "compile_contract"]

_PRIMITIVES = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}
_JSON = Expr("JsonValue", frozenset({"JsonValue"}))
_MESSAGE_SUFFIXES = ("Params", "Response", "Notification")
_ENVELOPE_DOC = "Any {direction} as it stands on the wire; `METHODS` has the types of each method."


def compile_contract(contract: Contract) -> dict[str, Definition]:
    """Compile every definition; the result is keyed and sorted by type name."""
    compiler = Compiler(contract)
    for name, schema in contract.defs.items():
        compiler.origin = name
        if name in ENVELOPES:
            compiler.add_envelope(name)
        else:
            compiler.define(name, schema)
    compiler.unions.settle(compiler.types)
    return dict(sorted(compiler.types.items()))


class Compiler:
    """Collects the types of one contract.

    `origin` is the definition being compiled: types made for its inline parts belong to it.
    """

    def __init__(self, contract: Contract) -> None:
        self.contract = contract
        self.origin = ""
        self.types: dict[str, Definition] = {}
        self.unions = UnionCompiler(self)

    def add(self, definition: Definition) -> None:
        """Take in a type.

        Raises:
            SchemaError: The name is taken by a different type.
        """
        known = self.types.setdefault(definition.name, definition)
        if known is not definition and known != definition:
            raise SchemaError(f"two types would be called {definition.name}")

    def define(self, name: str, schema: Schema, doc: str = "") -> None:
        """Compile one schema under a name."""
        if "oneOf" in schema or "anyOf" in schema:
            self.unions.define(name, schema, doc)
        elif "enum" in schema:
            is_label = schema.get("label", False)
            self.add(EnumDef(name, self.origin, doc, list(schema["enum"]), label=is_label))
        elif schema.get("type") == "object" and self._is_class(name, schema):
            self.add(ClassDef(name, self.origin, doc, self.fields(name, schema)))
        else:
            self.add(AliasDef(name, self.origin, doc, self.expr(schema, name, "")))

    def _is_class(self, name: str, schema: Schema) -> bool:
        """An object without properties is a message without content, or else a free-form map."""
        if "properties" in schema:
            return True
        return name.endswith(_MESSAGE_SUFFIXES) and not isinstance(
            schema.get("additionalProperties"), dict
        )

    def fields(self, owner: str, schema: Schema) -> list[Field]:
        """Compile the properties of an object: tag first, then required, then optional ones."""
        required = set(schema.get("required", []))
        if missing := required - schema.get("properties", {}).keys():
            raise SchemaError(f"{owner} requires {sorted(missing)} but does not describe them")
        fields = [
            self._field(owner, wire, prop, required=wire in required)
            for wire, prop in schema.get("properties", {}).items()
        ]
        names = [field.name for field in fields]
        if len(set(names)) != len(names):
            raise SchemaError(f"two keys of {owner} become one attribute: {sorted(names)}")
        return sorted(fields, key=lambda field: (not field.tag, not field.required, field.wire))

    def _field(self, owner: str, wire: str, prop: Schema | bool, *, required: bool) -> Field:
        name = field_name(wire)
        experimental = wire in self.contract.experimental_fields.get(owner, ())
        if isinstance(prop, dict) and required and "enum" in prop and len(prop["enum"]) == 1:
            return Field(wire, name, Expr("str"), required, tag=tuple(prop["enum"]))
        default = prop.get("default", NO_DEFAULT) if isinstance(prop, dict) else NO_DEFAULT
        expr = self.expr(prop, owner, wire)
        return Field(wire, name, expr, required, default, experimental=experimental)

    def expr(self, schema: Schema | bool, owner: str, key: str) -> Expr:
        """Compile a schema used as a type; an inline one is named after its owner and key."""
        if schema is True or not schema or not (schema.keys() - {"default", "title"}):
            return _JSON
        if "$ref" in schema:
            target = schema["$ref"].rpartition("/")[2]
            return Expr(target, frozenset({target}))
        if "allOf" in schema:
            if len(schema["allOf"]) != 1:
                raise SchemaError(f"{owner}.{key}: allOf of several schemas")
            return self.expr(schema["allOf"][0], owner, key)
        if (options := schema.get("anyOf")) and "properties" not in schema:
            rest = [option for option in options if option.get("type") != "null"]
            if len(rest) == 1 and len(options) == 2:
                inner = self.expr(rest[0], owner, key)
                return Expr(inner.text, inner.refs, True, inner.format)
        if "oneOf" in schema or "anyOf" in schema or "properties" in schema or "enum" in schema:
            return self._inline(schema, owner, key)
        return self._by_type(schema, owner, key)

    def _inline(self, schema: Schema, owner: str, key: str) -> Expr:
        name = title_name(schema["title"]) if "title" in schema else _part_name(owner, pascal(key))
        self.define(name, {k: v for k, v in schema.items() if k != "title"})
        return Expr(name, frozenset({name}))

    def _by_type(self, schema: Schema, owner: str, key: str) -> Expr:
        kind = schema["type"]
        nullable = False
        if isinstance(kind, list):
            nullable = "null" in kind
            rest = [one for one in kind if one != "null"]
            if len(rest) != 1:
                raise SchemaError(f"{owner}.{key} has the types {kind}")
            kind = rest[0]
        if kind == "null":
            return Expr("None")
        if kind == "array":
            item = self.expr(schema.get("items", True), owner, key)
            return Expr(f"list[{item.full}]", item.refs, nullable, item.format)
        if kind == "object":
            extra = schema.get("additionalProperties", True)
            value = self.expr(extra, owner, key)
            return Expr(f"dict[str, {value.full}]", value.refs, nullable, value.format)
        if kind not in _PRIMITIVES:
            raise SchemaError(f"{owner}.{key} has the type {kind}")
        int_format = schema.get("format") if kind == "integer" else None
        return Expr(_PRIMITIVES[kind], frozenset(), nullable, int_format)

    def add_envelope(self, name: str) -> None:
        """Describe a whole message; its 200 alternatives are the rows of `METHODS`."""
        fields = [Field("method", "method", Expr("str"), True)]
        if name.endswith("Request"):
            fields.append(Field("id", "id", Expr("RequestId", frozenset({"RequestId"})), True))
        fields.append(Field("params", "params", _JSON, False))
        if name == "ServerNotification":
            stamp = Expr("int", format="int64")
            fields.append(Field("emittedAtMs", "emitted_at_ms", stamp, False))
        doc = _ENVELOPE_DOC.format(direction=ENVELOPES[name].replace("_", " "))
        self.add(ClassDef(name, self.origin, doc, fields))


def _part_name(owner: str, key: str) -> str:
    """Name an inline part; a class called after its only key does not say that key twice."""
    return f"{owner}Body" if owner.startswith(key) else f"{owner}{key}"
