"""Generated protocol types and `METHODS`, each imported when its name is first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from .._hints import exported, resolvable

if TYPE_CHECKING:
    from ._generated import _exports
    from ._generated._exports import *  # noqa: F403
    from ._model import OMITTED as OMITTED
    from ._model import JsonValue as JsonValue
    from ._model import Omitted as Omitted
    from ._model import OpenEnum as OpenEnum
    from ._model import WireModel as WireModel
    from .methods import METHODS as METHODS
    from .methods import MethodSpec as MethodSpec
    from .unknown import UnknownVariant as UnknownVariant

    __all__ = [
        "METHODS",
        "OMITTED",
        "JsonValue",
        "MethodSpec",
        "Omitted",
        "OpenEnum",
        "UnknownVariant",
        "WireModel",
    ]
    __all__ += _exports.__all__

_OWN = {
    "METHODS": "methods",
    "MethodSpec": "methods",
    "JsonValue": "_model",
    "OMITTED": "_model",
    "Omitted": "_model",
    "OpenEnum": "_model",
    "WireModel": "_model",
    "UnknownVariant": "unknown",
}


def _load(name: str) -> object:
    """Imports the object of a name, and keeps it."""
    if name == "__all__":
        return globals().setdefault(name, _names())
    from ._generated._index import MODULES

    if name in MODULES:
        module = f"{__name__}._generated.{MODULES[name]}"
    elif name in _OWN:
        module = f"{__name__}.{_OWN[name]}"
    else:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(module), name)
    exported(__name__, value)
    resolvable(value)
    globals()[name] = value
    return value


def _names() -> list[str]:
    # The index of all types is large, and many programs use only names of the root.
    from ._generated._index import MODULES

    return [*_OWN, *MODULES]


def __dir__() -> list[str]:
    return sorted({*_names(), *globals()})


if not TYPE_CHECKING:
    # Type checkers read the imports above; a `__getattr__` would have them accept any name.
    __getattr__ = _load
