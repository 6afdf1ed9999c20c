"""The rules of one face, as schema/faces.toml has them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from typing import Any

from ..ir import SchemaError
from ..load import SCHEMA_DIR

__all__ = ["FACES", "ClassRules", "Rules", "TimedMethod", "read_rules"]

FACES = ("sync", "aio")
_KINDS = ("held", "copied")


@dataclass(frozen=True, slots=True)
class TimedMethod:
    """A method that takes `timeout=` in a face whose callers have no cancel scopes.

    Attributes:
        doc: the line of the argument, where arguments are described.
        note: what the last paragraph before the errors says of it, where they are not.
        what: the message of the `TimeoutError`, up to "within N s".
        error: the line of the `TimeoutError`.
    """

    what: str
    error: str
    doc: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ClassRules:
    """How a class of the source is written in a face.

    Attributes:
        kind: `held`: the object holds the async one and has it do the work; `copied`: the source
            is copied, without `await` where the face blocks.
        name: its name in the face.
        doc: its docstring, where the source's says what does not hold in the face.
        module: the module of the face that has it by hand; it is not generated then.
        deadline: whether its constructor takes a deadline as its last argument.
        base: a class that the face has by hand, `module.Class`, unless a base in the source has
            one; what it defines is not generated.
        init: lines that the constructor of a held object ends with.
        left_out: methods that the face does not have.
        also: private properties that other classes of the face read.
        leaving: methods that end something, besides `__aexit__` and `aclose`.
        here: plain methods that may be called in any thread.
        locked: methods that only one thread runs at a time.
        bodies: bodies of methods, instead of those that the rules give.
        before: statements in front of a body.
        replace: texts of copied bodies, and what stands for them.
        raises: errors that only the face has, by method: name and line.
    """

    kind: str
    name: str
    doc: str = ""
    module: str = ""
    deadline: bool = False
    base: str = ""
    init: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    also: list[str] = field(default_factory=list)
    leaving: list[str] = field(default_factory=list)
    here: list[str] = field(default_factory=list)
    locked: list[str] = field(default_factory=list)
    bodies: dict[str, str] = field(default_factory=dict)
    before: dict[str, str] = field(default_factory=dict)
    replace: dict[str, str] = field(default_factory=dict)
    raises: dict[str, dict[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything that tells one face from another.

    Attributes:
        package: the package of the face below `trio_codex`.
        blocking: whether calls block; else they are awaited.
        without: what the names of classes lose in the face.
        held: what the names of the classes that objects hold begin with in the face.
        classes: the rules of each class, by its name in the source.
        names: what is called otherwise in the face: methods, base classes, exceptions.
        left_out: methods that the face does not have.
        requests: calls whose result comes without a task in the Trio thread.
        arguments: how an argument is handed on, by its annotation.
        support: where the names that generated code uses are imported from.
        timed: the methods with `timeout=`, as `Class.method`.
        phrases: patterns in docstrings and comments, and what replaces them.
        forbidden: a pattern that no docstring may match afterwards.
    """

    package: str
    blocking: bool
    without: str
    held: str
    classes: dict[str, ClassRules]
    names: dict[str, str]
    left_out: list[str]
    requests: list[str]
    arguments: dict[str, str]
    support: dict[str, str]
    timed: dict[str, TimedMethod]
    phrases: list[tuple[str, str]]
    forbidden: str

    def name(self, name: str) -> str:
        """Return a name of the source as the face spells it."""
        rules = self.classes.get(name)
        return rules.name if rules is not None else self.names.get(name, name)

    def alias(self, name: str) -> str:
        """Return how the face names a class of the source whose objects it holds."""
        return self.held + name.lstrip("_").removeprefix("Async")


def read_rules(face: str) -> Rules:
    """Read the rules of a face.

    Raises:
        SchemaError: A class has a kind that does not exist.
    """
    tables = tomllib.loads((SCHEMA_DIR / "faces.toml").read_text(encoding="utf-8"))
    common, own = tables["every"], tables[face]
    table: dict[str, Any] = {**common, **own}
    classes: dict[str, ClassRules] = {}
    for name, shared in common["classes"].items():
        settings = {**shared, **own.get("classes", {}).get(name, {})}
        settings.setdefault("name", name.removeprefix(own["without"]))
        if settings["kind"] not in _KINDS:
            raise SchemaError(f"faces.toml: {name} is of an unknown kind: {settings['kind']}")
        classes[name] = ClassRules(**settings)
    return Rules(
        package=table["package"],
        blocking=table["blocking"],
        without=table["without"],
        held=table["held"],
        classes=classes,
        names=table["names"],
        left_out=table["left_out"],
        requests=table["requests"],
        arguments=table["arguments"],
        support=table["support"],
        timed={name: TimedMethod(**one) for name, one in table.get("timed", {}).items()},
        phrases=[(pattern, text) for pattern, text in table["phrases"]],
        forbidden=table["forbidden"],
    )
