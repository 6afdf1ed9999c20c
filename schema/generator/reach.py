"""Reachability: the definitions that a client sends, and those that it receives."""

from __future__ import annotations

from collections.abc import Iterable

from .ir import AliasDef, ClassDef, Definition, EnumDef, Method

__all__ = ["references", "sent_and_received"]


def references(definition: Definition) -> set[str]:
    """Collect the type names a definition uses."""
    if isinstance(definition, ClassDef):
        return {ref for field in definition.fields for ref in field.expr.refs}
    if isinstance(definition, AliasDef):
        return set(definition.expr.refs)
    if isinstance(definition, EnumDef):
        return set()
    return {ref for member in definition.members for ref in member.refs}


def sent_and_received(
    types: dict[str, Definition], methods: Iterable[Method]
) -> tuple[frozenset[str], frozenset[str]]:
    """Tell which types the client can send, and which it can receive.

    A type that no method leads to is in neither.
    """
    sent: set[str] = set()
    received: set[str] = set()
    for method in methods:
        from_client = method.direction.startswith("client")
        for name, out in ((method.params, from_client), (method.result, not from_client)):
            if name is not None:
                (sent if out else received).add(name)
    return frozenset(_closure(sent, types)), frozenset(_closure(received, types))


def _closure(roots: set[str], types: dict[str, Definition]) -> set[str]:
    seen: set[str] = set()
    todo = list(roots)
    while todo:
        name = todo.pop()
        if name in types and name not in seen:
            seen.add(name)
            todo.extend(references(types[name]))
    return seen
