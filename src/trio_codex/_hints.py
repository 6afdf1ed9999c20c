"""Annotations that `typing.get_type_hints` resolves, although their names are not imported yet.

A module imports names that only its annotations need under `TYPE_CHECKING`: at run time these
imports would cost start-up time, and many of them would be circular. `get_type_hints` evaluates
annotations in the namespace of their module. Before that it tests `__no_type_check__` of the class
or function. Public classes and functions have an object there that, when it is tested, executes the
`TYPE_CHECKING` imports of the module and is false.

The imports are read from the module's source. Without source, `get_type_hints` raises `NameError`.
"""

from __future__ import annotations

import contextlib
import sys
from types import FunctionType

__all__ = ["defined_in", "exported", "resolvable"]

_ASKED = "__no_type_check__"
_PACKAGE = __name__.partition(".")[0]

_completed: set[str] = set()
# The defining modules of the classes and functions whose `__module__` is the one that exports them.
_defined_in: dict[object, str] = {}


class _Mark:
    """Is false; when tested, it completes the namespaces of a class or a function."""

    __slots__ = ("home", "thing")

    def __init__(self, thing: type | FunctionType, home: str) -> None:
        self.thing = thing
        self.home = home

    def __bool__(self) -> bool:
        if isinstance(self.thing, type):
            for base in self.thing.__mro__:
                mark = base.__dict__.get(_ASKED)
                _complete_class(base, mark.home if isinstance(mark, _Mark) else base.__module__)
        else:
            _complete_function(self.thing, self.home)
        return False


def exported(module: str, *things: object) -> None:
    """Sets the `__module__` of public classes and functions to the module that exports them.

    `help()`, tracebacks, the reprs of classes and pickles then name the module to import from. The
    defining modules are kept for `get_type_hints`. As for every library that does this,
    `inspect.getsource` still finds functions and methods, but not the classes themselves.

    Args:
        module: the public module.
        things: the classes and functions; anything else is ignored.
    """
    for thing in things:
        if isinstance(thing, (type, FunctionType)) and _is_ours(thing):
            _defined_in.setdefault(thing, thing.__module__)
            thing.__module__ = module


def defined_in(thing: type | FunctionType) -> str:
    """Returns the module that defines a class or function."""
    return _defined_in.get(thing, thing.__module__)


def resolvable(*things: object) -> None:
    """Lets `get_type_hints` resolve functions, and classes with the functions in them.

    Args:
        things: the functions and classes; anything else is ignored.
    """
    for thing in things:
        if isinstance(thing, FunctionType):
            _mark_function(thing, defined_in(thing))
        elif isinstance(thing, type):
            for cls in filter(_is_ours, thing.__mro__):
                if _ASKED not in cls.__dict__:
                    _mark_class(cls, defined_in(cls))


def _mark_class(cls: type, home: str) -> None:
    members = [
        getattr(member, "fget", None) or getattr(member, "__func__", member)
        for member in cls.__dict__.values()
    ]
    setattr(cls, _ASKED, _Mark(cls, home))
    for member in members:
        if type(member) is FunctionType:
            # attrs gives the functions that it makes the `__module__` of the class.
            same = member.__module__ == cls.__module__
            _mark_function(member, home if same else defined_in(member))


def _mark_function(function: FunctionType, home: str) -> None:
    if _is_ours(function):
        function.__dict__.setdefault(_ASKED, _Mark(function, home))


def _is_ours(thing: type | FunctionType) -> bool:
    return thing.__module__.partition(".")[0] == _PACKAGE


def _complete_class(cls: type, home: str) -> None:
    names = _complete(home)
    if home != cls.__module__:
        # `get_type_hints` would evaluate these in the namespace of the module that exports it.
        annotations: dict[str, object] = vars(cls).get("__annotations__", {})
        for name, text in annotations.items():
            if isinstance(text, str):
                annotations[name] = eval(text, names)


def _complete_function(function: FunctionType, home: str) -> None:
    names = _complete(home)
    while hasattr(function, "__wrapped__"):  # as `get_type_hints` does
        function = function.__wrapped__
        if _is_ours(function):
            names = _complete(defined_in(function))
    if function.__globals__ is not names:  # the functions that attrs makes have their own namespace
        for name, value in names.items():
            function.__globals__.setdefault(name, value)


def _complete(name: str) -> dict[str, object]:
    """Adds to a module of this package the names that it imports for type checkers only."""
    names = vars(sys.modules[name])
    if name in _completed or name.partition(".")[0] != _PACKAGE:
        return names
    import ast
    import linecache

    # Also reads from a zip archive; without source there are no lines.
    source = "".join(linecache.getlines(names.get("__file__") or "", names))
    scope = dict(names)
    for block in ast.parse(source).body:
        if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING":
            for statement in block.body:
                # A package that only type checkers need may be missing, such as typing_extensions.
                with contextlib.suppress(ImportError):
                    exec(
                        compile(ast.Module([statement], []), f"<imports of {name}>", "exec"), scope
                    )
    for each, value in scope.items():
        names.setdefault(each, value)
    _completed.add(name)  # last: another thread that asks meanwhile repeats this, without effect
    return names
