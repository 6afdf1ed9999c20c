"""Annotations that `typing.get_type_hints` can resolve, although their names are not imported yet.

A module imports what only its annotations name under `TYPE_CHECKING`: at run time such an import
would cost start-up time, and many of them would be circular. `get_type_hints` evaluates annotations
in the module's namespace and therefore needs these names. The first thing it does with a class or a
function is to read `__no_type_check__`, which says whether to skip it. The package sets this
attribute to an object that, when it is read or tested, imports the missing names and is false.

The imports to make up for are those in the module's source, below `if TYPE_CHECKING:`. Without
source nothing is imported, and `get_type_hints` raises `NameError` as it would without this module.
"""

from __future__ import annotations

import sys
from types import FunctionType, ModuleType
from typing import TYPE_CHECKING, Any, Literal, get_origin

if TYPE_CHECKING:
    import ast
    from collections.abc import Iterator

__all__ = ["HintedPackage", "mark_function"]

_ASKED = "__no_type_check__"
_ROOT = __name__.partition(".")[0]

_completed: set[str] = set()


class HintedPackage(ModuleType):
    """The type of the package: marks each module below it as soon as it has been imported.

    The import system binds a module to its package when the module has been executed.
    """

    def __setattr__(self, name: str, value: object) -> None:
        super().__setattr__(name, value)
        if isinstance(value, ModuleType) and value.__name__ == f"{self.__name__}.{name}":
            _mark_module(value)


class _ClassMark:
    """Imports what the annotations of a class and of its bases name; as an attribute it is false.

    Subclasses inherit it, so a descriptor is needed: it is given the class that is looked at.
    """

    def __get__(self, instance: object, owner: type) -> bool:
        for base in owner.__mro__:
            _complete(base.__module__)
        return False


class _FunctionMark:
    """Imports what the annotations of a function name when its truth is tested; it is false."""

    __slots__ = ("_function",)

    def __init__(self, function: FunctionType) -> None:
        self._function = function

    def __bool__(self) -> bool:
        module, scope = self._function.__module__, self._function.__globals__
        _complete(module)
        names = vars(sys.modules[module])
        if scope is not names:  # attrs compiles the methods it makes in a scope of their own
            for name, value in names.items():
                scope.setdefault(name, value)
        return False


_CLASS_MARK = _ClassMark()


def _mark_module(module: ModuleType) -> None:
    if hasattr(module, "__path__"):
        module.__class__ = HintedPackage
        for name, value in list(vars(module).items()):
            if isinstance(value, ModuleType) and value.__name__ == f"{module.__name__}.{name}":
                _mark_module(value)
    for value in vars(module).values():
        if getattr(value, "__module__", None) == module.__name__:
            if isinstance(value, type):
                _mark_class(value)
            elif isinstance(value, FunctionType):
                mark_function(value)


def _mark_class(cls: type) -> None:
    if not any(_ASKED in base.__dict__ for base in cls.__mro__):
        setattr(cls, _ASKED, _CLASS_MARK)
    for value in cls.__dict__.values():
        kind = type(value)
        if kind is FunctionType:
            mark_function(value)
        elif kind is staticmethod or kind is classmethod:
            mark_function(value.__func__)
        elif kind is property:
            mark_function(value.fget)
            mark_function(value.fset)


def mark_function(function: object) -> None:
    """Has the names in a function's annotations imported when they are asked for."""
    if not isinstance(function, FunctionType):
        return
    inner: Any = function
    while hasattr(inner, "__wrapped__"):  # as `get_type_hints` does
        inner = inner.__wrapped__
    if inner.__module__.partition(".")[0] == _ROOT:
        function.__dict__.setdefault(_ASKED, _FunctionMark(inner))


def _complete(name: str) -> None:
    """Imports into a module of the package what it imports for type checkers alone."""
    if name in _completed or name.partition(".")[0] != _ROOT:
        return
    module = sys.modules[name]
    for statement in _checked_only(module):
        _execute(statement, vars(module))
    # Only now: another thread that asks meanwhile does the same, which changes nothing.
    _completed.add(name)


def _checked_only(module: ModuleType) -> list[ast.stmt]:
    import ast
    import linecache

    # Reads from a zip archive as well; without source there are no lines.
    lines = linecache.getlines(module.__file__ or "", vars(module))
    return [
        statement
        for block in ast.parse("".join(lines)).body
        if isinstance(block, ast.If) and ast.unparse(block.test) == "TYPE_CHECKING"
        for statement in block.body
    ]


def _execute(statement: ast.stmt, scope: dict[str, Any]) -> None:
    """Executes an import or a definition unless the name it binds exists."""
    import ast

    match statement:
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            statement.names = [
                alias
                for alias in names
                if alias.name != "*" and (alias.asname or alias.name) not in scope
            ]
            if not statement.names:
                return
        case ast.ClassDef(name=name) | ast.AnnAssign(target=ast.Name(id=name)):
            if name in scope:
                return
        case _:
            return
    code = compile(ast.Module([statement], []), f"<hints of {scope['__name__']}>", "exec")
    # What type checkers alone need may not be installed, such as typing_extensions.
    try:
        exec(code, scope)
    except ImportError:
        return
    if isinstance(statement, ast.ImportFrom):
        _import_what_aliases_name(statement, scope)


def _import_what_aliases_name(statement: ast.ImportFrom, scope: dict[str, Any]) -> None:
    """Copies the names in the strings of an alias, such as `Message = dict[str, "JsonValue"]`.

    They are evaluated in the module that imports the alias, like every other string.
    """
    import ast
    from importlib.util import resolve_name

    for alias in statement.names:
        texts = list(_strings_in(scope[alias.asname or alias.name]))
        if not texts:
            continue
        home = resolve_name("." * statement.level + (statement.module or ""), scope["__package__"])
        _complete(home)
        names = vars(sys.modules[home])
        for node in (node for text in texts for node in ast.walk(ast.parse(text, mode="eval"))):
            if isinstance(node, ast.Name) and node.id in names:
                scope.setdefault(node.id, names[node.id])


def _strings_in(alias: object) -> Iterator[str]:
    if isinstance(alias, str):
        yield alias
    elif not isinstance(alias, type):
        # The arguments of a `Literal` are values.
        for part in getattr(alias, "__args__", ()) if get_origin(alias) is not Literal else ():
            yield from _strings_in(part)
