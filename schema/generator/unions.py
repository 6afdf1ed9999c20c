"""Compiler of `oneOf` and `anyOf`: enums, or unions and what tells their members apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .ir import AliasDef, ClassDef, Definition, EnumDef, Expr, Schema, SchemaError, UnionDef
from .names import pascal, title_name

if TYPE_CHECKING:
    from .model import Compiler

__all__ = ["UnionCompiler"]

_NULL = {"type": "null"}


class UnionCompiler:
    """The part of the compiler that knows the ways the runtime writes its unions."""

    def __init__(self, compiler: Compiler) -> None:
        self._compiler = compiler

    def define(self, name: str, schema: Schema, doc: str) -> None:
        """Compile a `oneOf` or `anyOf` under a name."""
        options = [option for option in _options(schema) if not _is_anything(option)]
        origin = self._compiler.origin
        if all("enum" in option for option in options):
            values = [value for option in options for value in option["enum"]]
            self._compiler.add(EnumDef(name, origin, doc, values))
            return
        if _NULL in options:
            expr = self._compiler.expr(schema, name, "")
            self._compiler.add(AliasDef(name, origin, doc, expr))
            return
        union = UnionDef(name, origin, doc)
        objects = [_merged(option, schema) for option in options if option.get("type") == "object"]
        union.tag = _common_tag(objects)
        self._add_strings(union, options)
        for option in objects:
            self._add_object(union, option, objects)
        for option in options:
            if option.get("type") != "object" and "enum" not in option:
                union.others.append(self._compiler.expr(option, name, ""))
        self._compiler.add(union)

    def _add_strings(self, union: UnionDef, options: list[Schema]) -> None:
        """Gather the plain-string alternatives into one open enum."""
        values = [value for option in options for value in option.get("enum", [])]
        if values:
            kind = f"{union.name}Kind"
            doc = f"The plain-string shapes of `{union.name}`."
            self._compiler.add(EnumDef(kind, union.origin, doc, values))
            union.others.append(Expr(kind, frozenset({kind})))

    def _add_object(self, union: UnionDef, option: Schema, objects: list[Schema]) -> None:
        if union.tag is not None:
            values = option["properties"][union.tag]["enum"]
            name = self._variant_name(union, option, values[0])
            self._define_tagged(union, name, option, values)
            return
        key = _telling_key(option, objects)
        name = self._variant_name(union, option, key)
        if key is None:
            raise SchemaError(f"nothing tells {name} from the other shapes of {union.name}")
        union.keys[key] = name
        self._compiler.define(name, option, f"One shape of `{union.name}`, with the key `{key}`.")

    def _define_tagged(self, union: UnionDef, name: str, option: Schema, values: list[str]) -> None:
        """Define a variant; two that differ by the tag alone and by no word of it are one class."""
        known = self._compiler.types.get(name)
        if name in union.variants.values() and isinstance(known, ClassDef):
            tag = next(field for field in known.fields if field.tag)
            known.fields[known.fields.index(tag)] = replace(tag, tag=(*tag.tag, *values))
            again = [field for field in self._compiler.fields(name, option) if not field.tag]
            if again != [field for field in known.fields if not field.tag]:
                raise SchemaError(f"two shapes of {union.name} would be called {name}")
            known.doc = f"{known.doc.removesuffix('.')} or `{values[0]}`."
        else:
            doc = f"One shape of `{union.name}`, tagged `{values[0]}`."
            self._compiler.define(name, option, doc)
        union.variants.update(dict.fromkeys(values, name))

    @staticmethod
    def _variant_name(union: UnionDef, option: Schema, mark: str | None) -> str:
        if "title" in option:
            return title_name(option["title"])
        return pascal(mark or "Other") + union.name

    @staticmethod
    def settle(types: dict[str, Definition]) -> None:
        """See to it that the members of unions without a tag can be told apart."""
        for union in [one for one in types.values() if isinstance(one, UnionDef)]:
            if not union.tag and not union.keys:
                _close_discriminators(union, types)
        for union in [one for one in types.values() if isinstance(one, UnionDef)]:
            if not union.tag and not union.keys:
                union.keys.update(_unhidden(union, types))


def _close_discriminators(union: UnionDef, types: dict[str, Definition]) -> None:
    """Close the enums that are constants of the members.

    An open enum takes every string, so it could not say which member a value belongs to.
    """
    leaves = _leaves(union, types)
    if len(leaves) < 2:
        return
    shared = set.intersection(*({field.wire for field in leaf.fields} for leaf in leaves))
    for leaf in leaves:
        for field in leaf.fields:
            target = types.get(field.expr.text)
            if field.wire in shared and field.required and isinstance(target, EnumDef):
                target.closed = True


def _unhidden(union: UnionDef, types: dict[str, Definition]) -> dict[str, str]:
    """Find the keys of members that an earlier member, tried first, would always hide."""
    keys: dict[str, str] = {}
    earlier: list[ClassDef] = []
    for member in union.others:
        leaves = _leaves(types[member.text], types) if member.text in types else []
        for leaf in leaves:
            hiding = [other for other in earlier if _takes(other, leaf)]
            known = {field.wire for other in hiding for field in other.fields}
            own = [field.wire for field in leaf.fields if field.wire not in known]
            keys.update(dict.fromkeys(own if hiding else [], leaf.name))
        earlier += leaves
    return keys


def _takes(first: ClassDef, leaf: ClassDef) -> bool:
    """Whether every value of `leaf` also fits `first`."""
    given = {field.wire: field.expr.text for field in leaf.fields if field.required}
    wanted = {field.wire: field.expr.text for field in first.fields if field.required}
    return wanted.items() <= given.items()


def _options(schema: Schema) -> list[Schema]:
    return list(schema.get("oneOf") or schema["anyOf"])


def _is_anything(option: Schema) -> bool:
    """Whether an alternative only says "or anything else": every union is open anyway."""
    return isinstance(option.get("type"), list)


def _merged(option: Schema, owner: Schema) -> Schema:
    """Give one alternative the properties that stand beside the list of alternatives."""
    return {
        **option,
        "properties": {**owner.get("properties", {}), **option.get("properties", {})},
        "required": sorted({*owner.get("required", []), *option.get("required", [])}),
    }


def _common_tag(objects: list[Schema]) -> str | None:
    """Find the property that has a constant, required value in every object."""
    tags: set[str] | None = None
    for option in objects:
        here = {
            key
            for key, prop in option["properties"].items()
            if isinstance(prop, dict)
            and "enum" in prop
            and key in option["required"]
            and (len(objects) == 1 or not _same_everywhere(key, prop, objects))
        }
        tags = here if tags is None else tags & here
    if not tags:
        return None
    return "type" if "type" in tags else min(tags)


def _same_everywhere(key: str, prop: Schema, objects: list[Schema]) -> bool:
    """Whether a constant tells nothing: it belongs to the variant these shapes make up."""
    return all(prop["enum"] == option["properties"].get(key, {}).get("enum") for option in objects)


def _telling_key(option: Schema, objects: list[Schema]) -> str | None:
    """Find a required key no other alternative has."""
    for key in option["required"]:
        if not any(key in other["properties"] for other in objects if other is not option):
            return str(key)
    return None


def _leaves(definition: Definition, types: dict[str, Definition]) -> list[ClassDef]:
    if isinstance(definition, ClassDef):
        return [definition]
    if not isinstance(definition, UnionDef):
        return []
    found: list[ClassDef] = []
    for member in definition.members:
        if member.text in types:
            found.extend(_leaves(types[member.text], types))
    return found
