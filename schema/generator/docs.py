"""Docstrings of generated types: one line about where the protocol uses each."""

from __future__ import annotations

from collections.abc import Iterable

from .ir import AliasDef, Definition, EnumDef, Method, UnionDef
from .reach import references

__all__ = ["Docs"]

_PARAMS = {
    "client_request": "Params of {}.",
    "server_request": "Params of the server request {}.",
    "server_notification": "Payload of the {} notification.",
    "client_notification": "Payload of the {} notification we send.",
}
_RESULTS = {
    "client_request": "Result of {}.",
    "server_request": "Our answer to the server request {}.",
}
_WIDTH = 88


class Docs:
    """Writes the docstrings: the schema's own prose is not kept."""

    def __init__(self, types: dict[str, Definition], methods: Iterable[Method]) -> None:
        self._roles: dict[str, tuple[str, list[str]]] = {}
        for method in methods:
            if method.params is not None:
                self._note(method.params, _PARAMS[method.direction], method.name)
            if method.result is not None:
                self._note(method.result, _RESULTS[method.direction], method.name)
        self._users: dict[str, list[str]] = {}
        for name, definition in types.items():
            for ref in references(definition):
                self._users.setdefault(ref, []).append(name)

    def _note(self, name: str, role: str, method: str) -> None:
        self._roles.setdefault(name, (role, []))[1].append(f"`{method}`")

    def line(self, definition: Definition) -> str:
        """Say in one line what a type is for."""
        if definition.name in self._roles:
            role, methods = self._roles[definition.name]
            if definition.doc:
                return f"{role.format(_listed(methods))[:-1]}: {_lowered(definition.doc)}"
            return role.format(_listed(methods))
        if definition.doc:
            return definition.doc
        users = [f"`{user}`" for user in sorted(self._users.get(definition.name, []))]
        kind = _kind(definition)
        if not users:
            return f"{kind} not used by any method."
        shown = f"{kind} used by {_listed(users)}."
        if len(shown) <= _WIDTH:
            return shown
        return f"{kind} used by {users[0]} and {len(users) - 1} more."


def _kind(definition: Definition) -> str:
    if isinstance(definition, EnumDef):
        return "A closed list of strings," if definition.closed else "An open enum,"
    if isinstance(definition, UnionDef):
        return "A union,"
    return f"`{definition.expr.full}`," if isinstance(definition, AliasDef) else "An object,"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _lowered(text: str) -> str:
    return text[:1].lower() + text[1:]
