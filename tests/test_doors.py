"""The public doors: what stands in them is public, documented and typed, and nothing else is."""

from __future__ import annotations

import ast
import enum
import importlib
import importlib.util
import inspect
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import pytest

import trio_codex
import trio_codex.client
import trio_codex.protocol
import trio_codex.testing
import trio_codex.types

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT_NAMES = [
    "__version__",
    "AppServerConfig",
    "Codex",
    "CodexConfig",
    "CodexError",
    "AsyncCodex",
    "Thread",
    "AsyncThread",
    "TurnHandle",
    "AsyncTurnHandle",
    "TurnResult",
    "ChatgptLoginHandle",
    "AsyncChatgptLoginHandle",
    "Decision",
    "DeviceCodeLoginHandle",
    "AsyncDeviceCodeLoginHandle",
    "ApprovalMode",
    "Sandbox",
    "Input",
    "InputItem",
    "RunInput",
    "TextInput",
    "ImageInput",
    "LocalImageInput",
    "SkillInput",
    "MentionInput",
    "ExternalMessage",
    "Notification",
    "ServerRequestHandlers",
    "Tool",
    "tool",
    "retry_on_overload",
    "async_retry_on_overload",
    "is_retryable_error",
    "AppServerError",
    "RuntimeNotFoundError",
    "RuntimeVersionError",
    "ClientClosedError",
    "TransportClosedError",
    "ProtocolError",
    "JsonRpcError",
    "AppServerRpcError",
    "ParseError",
    "InvalidRequestError",
    "MethodNotFoundError",
    "InvalidArgumentError",
    "InvalidParamsError",
    "InternalRpcError",
    "ServerBusyError",
    "RetryLimitExceededError",
    "TurnFailedError",
    "TurnStalledError",
    "EventBufferOverflowError",
    "OutputValidationError",
    "HandlerError",
]
DOORS = ("trio_codex", "trio_codex.types", "trio_codex.client", "trio_codex.testing")
# What types a public signature may name although it is not exported from the doors: the reader
# of a signature has to be able to import what it says.
PUBLIC_MODULES = (
    "trio_codex",
    "trio_codex.types",
    "trio_codex.client",
    "trio_codex.sync",
    "trio_codex.protocol",
    "trio_codex.testing",
    "trio_codex.testing.model_server.items",
    "trio_codex.errors",
)
SOURCE = Path(trio_codex.__file__).parent


def exported(door: str) -> dict[str, Any]:
    module = importlib.import_module(door)
    return {name: getattr(module, name) for name in module.__all__}


def public_members(cls: type) -> Iterator[tuple[str, Any]]:
    """Give the functions and properties a user sees of a class, inherited ones included."""
    for name, value in inspect.getmembers_static(cls):
        dunder = name in ("__init__", "__aenter__", "__enter__", "__aiter__", "__anext__")
        if name.startswith("_") and not dunder:
            continue
        while isinstance(value, (staticmethod, classmethod)):
            value = value.__func__
        target = value.fget if isinstance(value, property) else value
        home = getattr(target, "__module__", None) or ""
        if inspect.isfunction(target) and home.startswith("trio_codex"):
            yield name, target


def documented_things() -> Iterator[tuple[str, Any]]:
    for door in DOORS:
        for name, value in exported(door).items():
            # Aliases and the version have no docstring of their own.
            if inspect.isclass(value) or inspect.isfunction(value) or inspect.ismodule(value):
                yield f"{door}.{name}", value


THINGS = dict(documented_things())
CLASSES = {
    name: value
    for name, value in THINGS.items()
    if inspect.isclass(value) and not issubclass(value, (enum.Enum, BaseException))
}


@pytest.mark.requirement("api/root-names")
def test_the_root_has_exactly_the_documented_names() -> None:
    assert sorted(trio_codex.__all__) == sorted(ROOT_NAMES)
    assert len(set(trio_codex.__all__)) == len(trio_codex.__all__)


@pytest.mark.parametrize("door", DOORS)
def test_every_name_in_a_door_is_there(door: str) -> None:
    module = importlib.import_module(door)
    assert len(set(module.__all__)) == len(module.__all__)
    assert set(module.__all__) <= set(dir(module))
    for name in module.__all__:
        assert getattr(module, name) is not None


@pytest.mark.requirement("api/root-names")
@pytest.mark.parametrize("door", [*DOORS, "trio_codex.protocol"])
def test_a_star_import_brings_what_all_says_and_nothing_else(door: str) -> None:
    scope: dict[str, object] = {}
    exec(f"from {door} import *", scope)
    scope.pop("__builtins__")
    assert set(scope) == set(importlib.import_module(door).__all__)


@pytest.mark.parametrize("door", [*DOORS, "trio_codex.protocol"])
def test_a_name_that_is_not_there_is_an_attribute_error(door: str) -> None:
    with pytest.raises(AttributeError, match="no attribute 'NoSuchName'"):
        _ = importlib.import_module(door).NoSuchName


def test_the_root_looks_like_its_names_to_tools() -> None:
    # What a type checker sees under TYPE_CHECKING and what is there at run time are the same.
    source = (SOURCE / "__init__.py").read_text()
    block = source.split("if TYPE_CHECKING:", 1)[1].split("__all__", 1)[0]
    imported = set(re.findall(r"^ {8}(\w+),$", block, re.MULTILINE))
    for line in re.findall(r"import ([^(\n]+)$", block, re.MULTILINE):
        imported.update(name.strip() for name in line.split(","))
    assert imported | {"__version__"} == set(trio_codex.__all__)


def test_names_are_fetched_when_they_are_used() -> None:
    code = (
        "import sys, trio_codex\n"
        "heavy = {'cattrs', 'trio_codex._session', 'trio_codex.testing'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
        "trio_codex.AsyncCodex, trio_codex.Codex\n"
        "heavy = {'cattrs', 'hypothesis', 'pytest', 'h11'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={"PYTHONPATH": str(SOURCE.parent)},
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", THINGS)
def test_every_public_name_has_a_docstring(name: str) -> None:
    doc = getattr(THINGS[name], "__doc__", None)
    assert doc and doc.strip(), name
    assert not doc.startswith(f"{name.rpartition('.')[2]}("), "made by a decorator, not an author"


@pytest.mark.parametrize("name", CLASSES)
def test_every_public_member_has_a_docstring(name: str) -> None:
    if CLASSES[name].__module__.startswith("trio_codex.protocol"):
        return  # generated: the fields are the documentation
    missing = [
        member
        for member, target in public_members(CLASSES[name])
        if not member.startswith("__") and not inspect.getdoc(target)
    ]
    assert missing == []


def bindings(module: str) -> dict[str, tuple[str, str]]:
    """Give the names a module of ours has for types, and where each was made, under which name."""
    source = Path(importlib.import_module(module).__file__ or "")
    package = module if source.name == "__init__.py" else module.rpartition(".")[0]
    found: dict[str, tuple[str, str]] = {}
    for node in ast.walk(ast.parse(source.read_text())):
        if isinstance(node, ast.ImportFrom):
            home = importlib.util.resolve_name("." * node.level + (node.module or ""), package)
            found |= {alias.asname or alias.name: (home, alias.name) for alias in node.names}
    for node in ast.parse(source.read_text()).body:
        if isinstance(node, ast.ClassDef):
            found[node.name] = (module, node.name)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            found[node.target.id] = (module, node.target.id)
    return found


def is_public(home: str, name: str) -> bool:
    """Whether a name that a signature says can be imported from a door."""
    if not home.startswith("trio_codex"):
        return True
    thing = getattr(importlib.import_module(home), name, None)
    doors = [importlib.import_module(door) for door in PUBLIC_MODULES]
    if isinstance(thing, (TypeVar, ParamSpec)) or thing is type:
        return True  # it stands for what the reader writes there
    return any(name in door.__all__ and getattr(door, name) is thing for door in doors)


OURS = [
    name
    for name, value in THINGS.items()
    if callable(value) and not (value.__module__ or "").startswith("trio_codex.protocol")
]


def signatures(name: str) -> Iterator[tuple[str, str, str]]:
    """Give each annotation a user meets at a public name, where it stands, and in which module."""
    value = THINGS[name]
    targets: dict[str, Any] = {name: value}
    if inspect.isclass(value):
        made_by_user = name.rpartition(".")[2] not in NEVER_MADE
        members = public_members(value)
        targets |= {key: target for key, target in members if key != "__init__" or made_by_user}
    for member, target in targets.items():
        for parameter, annotation in inspect.get_annotations(target).items():
            # A private attribute or parameter is none of the user's signatures.
            if not parameter.startswith("_"):
                yield f"{member}({parameter})", str(annotation), target.__module__


# What only comes out of a method: DESIGN says that users construct nothing else than what it
# names, so the constructors of these take what the library has and nobody else.
NEVER_MADE = {
    *("AsyncThread", "AsyncTurnHandle", "AsyncChatgptLoginHandle", "AsyncDeviceCodeLoginHandle"),
    *("Thread", "TurnHandle", "ChatgptLoginHandle", "DeviceCodeLoginHandle", "TurnResult"),
    *("Notification", "TypedNotification", "NotificationStream", "Pages", "TextStream"),
    *("TurnStream", "Tool"),
    "AwaitableScope",
    *("ConnectionStatistics", "ToolOutcome", "BlockingModelServer", "BlockingLoginIssuer"),
    *("ModelScript", "IssuerScript", "ModelRequest", "IssuerRequest", "BrowserPage"),
    *("FakeQuestion", "FakeRequest", "FakeTurn", "ChildControl"),
}


@pytest.mark.requirement("api/signatures")
@pytest.mark.parametrize("name", OURS)
def test_no_public_signature_says_any(name: str) -> None:
    assert [where for where, said, _ in signatures(name) if re.search(r"\bAny\b", said)] == []


@pytest.mark.requirement("api/signatures")
@pytest.mark.parametrize("name", OURS)
def test_no_public_signature_names_what_cannot_be_imported(name: str) -> None:
    leaks = set()
    for where, said, module in signatures(name):
        known = bindings(module)
        for word in set(re.findall(r"\b[A-Za-z_]\w+", said)):
            if word.startswith("_") or (word in known and not is_public(*known[word])):
                leaks.add((where, word))
    assert leaks == set()


@pytest.mark.requirement("error/one-tree")
def test_errors_are_one_tree() -> None:
    for name, value in exported("trio_codex").items():
        if inspect.isclass(value) and issubclass(value, BaseException):
            mistake = name == "InvalidArgumentError"  # the caller's, so outside of the tree
            assert issubclass(value, ValueError if mistake else trio_codex.AppServerError), name
            assert issubclass(value, trio_codex.AppServerError) is not mistake, name
            assert value.__module__ == "trio_codex.errors"


def test_help_reads_without_a_word_of_the_insides() -> None:
    for cls in (trio_codex.AsyncCodex, trio_codex.AsyncThread, trio_codex.AsyncTurnHandle):
        doc = inspect.getdoc(cls)
        assert doc and "_client" not in doc and "_session" not in doc
