"""Turns the name of a generated type into the type, importing the one module that defines it."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

from ._generated._index import MODULES
from ._generated._unions import UNIONS

if TYPE_CHECKING:
    from ._model import UnionSpec

__all__ = ["find_alias", "find_type", "find_union"]

_PACKAGE = f"{__package__}._generated"


def find_type(name: str) -> object:
    """The class, enum or alias of a name.

    Raises:
        TypeError: There is no such type in the protocol.
    """
    if name not in MODULES:
        raise TypeError(f"{name} is not a type of the protocol")
    found: object = getattr(import_module(f"{_PACKAGE}.{MODULES[name]}"), name)
    return found


def find_union(name: str) -> UnionSpec | None:
    """How the members of a union are told apart; `None` for what is not a union."""
    return UNIONS.get(name)


def find_alias(union: object) -> str | None:
    """The name under which the protocol knows a union that exists at run time."""
    for name in UNIONS:
        # Whoever holds the union has imported its module.
        module = sys.modules.get(f"{_PACKAGE}.{MODULES[name]}")
        if module is not None and getattr(module, name, None) == union:
            return name
    return None
