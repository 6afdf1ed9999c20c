"""Generated protocol types and `METHODS`, each imported when its name is first used."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from .._hints import exported, resolvable
from ._generated._index import MODULES

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
    """Import what stands behind a name, and keep it."""
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


def __dir__() -> list[str]:
    return sorted({*__all__, *globals()})


if not TYPE_CHECKING:
    # Type checkers read the imports above; a `__getattr__` would have them accept any name.
    __all__ = [*_OWN, *MODULES]  # noqa: PLE0604 - the keys are strings
    __getattr__ = _load
