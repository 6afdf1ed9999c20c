"""Public modules: exactly the documented names, each with a docstring and resolvable types."""

from __future__ import annotations

import ast
import enum
import functools
import importlib
import importlib.util
import inspect
import pickle
import pydoc
import re
import subprocess
import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

import pytest

import trio_codex
import trio_codex._hints
import trio_codex.client
import trio_codex.protocol
import trio_codex.testing
import trio_codex.types
from tests.root_names import ROOT_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

PUBLIC_MODULES = ("trio_codex", "trio_codex.types", "trio_codex.client", "trio_codex.testing")
FACES = ("trio_codex.sync", "trio_codex.aio")
# Modules whose names a public signature may contain: its reader can import them.
IMPORTABLE_FROM = (
    "trio_codex",
    "trio_codex.types",
    "trio_codex.client",
    "trio_codex.sync",
    "trio_codex.aio",
    "trio_codex.protocol",
    "trio_codex.testing",
    "trio_codex.testing.model_server.items",
    "trio_codex.errors",
)
SOURCE = Path(trio_codex.__file__).parent


def exported(name: str) -> dict[str, Any]:
    module = importlib.import_module(name)
    return {key: getattr(module, key) for key in module.__all__}


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
    for module in PUBLIC_MODULES:
        for name, value in exported(module).items():
            # Aliases and the version have no docstring of their own.
            if inspect.isclass(value) or inspect.isfunction(value) or inspect.ismodule(value):
                yield f"{module}.{name}", value


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


@pytest.mark.parametrize("name", [*PUBLIC_MODULES, *FACES])
def test_every_exported_name_exists(name: str) -> None:
    module = importlib.import_module(name)
    assert len(set(module.__all__)) == len(module.__all__)
    assert set(module.__all__) <= set(dir(module))
    assert [key for key in module.__all__ if getattr(module, key) is None] == []


@pytest.mark.requirement("api/root-names")
@pytest.mark.parametrize("name", [*PUBLIC_MODULES, *FACES, "trio_codex.protocol"])
def test_a_star_import_binds_exactly_all(name: str) -> None:
    scope: dict[str, object] = {}
    exec(f"from {name} import *", scope)
    scope.pop("__builtins__")
    assert set(scope) == set(importlib.import_module(name).__all__)


@pytest.mark.parametrize("name", [*PUBLIC_MODULES, *FACES, "trio_codex.protocol"])
def test_a_missing_name_is_an_attribute_error(name: str) -> None:
    with pytest.raises(AttributeError, match="no attribute 'NoSuchName'"):
        _ = importlib.import_module(name).NoSuchName


def test_the_root_has_the_same_names_for_type_checkers() -> None:
    # What a type checker sees under TYPE_CHECKING and what is there at run time are the same.
    source = (SOURCE / "__init__.py").read_text()
    block = source.split("if TYPE_CHECKING:", 1)[1].split("__all__", 1)[0]
    imported = set(re.findall(r"^ {8}(\w+),$", block, re.MULTILINE))
    for line in re.findall(r"import ([^(\n]+)$", block, re.MULTILINE):
        imported.update(name.strip() for name in line.split(","))
    assert imported | {"__version__"} == set(trio_codex.__all__)


def test_names_are_imported_when_they_are_used() -> None:
    code = (
        "import sys, trio_codex\n"
        "heavy = {'cattrs', 'trio_codex._session', 'trio_codex.testing'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
        "trio_codex.AsyncCodex\n"
        "late = ('_client.inputs', '_client.thread', '_config', '_requests', '_schema')\n"
        "late += ('_session', '_tools', '_transport', 'protocol.methods', 'sync')\n"
        "heavy = {f'trio_codex.{name}' for name in late} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
        "trio_codex.Codex\n"
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


def test_every_public_name_has_a_docstring() -> None:
    missing, generated = [], []
    for name, value in THINGS.items():
        doc = getattr(value, "__doc__", None)
        if not doc or not doc.strip():
            missing.append(name)
        elif doc.startswith(f"{name.rpartition('.')[2]}("):
            generated.append(name)
    assert missing == []
    assert generated == [], "written by a decorator, not by an author"


def test_every_public_member_has_a_docstring() -> None:
    missing = [
        f"{name}.{member}"
        for name, cls in CLASSES.items()
        # Of generated classes the fields are the documentation.
        if not cls.__module__.startswith("trio_codex.protocol")
        for member, target in public_members(cls)
        if not member.startswith("__") and not inspect.getdoc(target)
    ]
    assert missing == []


@functools.cache
def bindings(module: str) -> dict[str, tuple[str, str]]:
    """The names a module has for types, each with the module and name of its definition."""
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


@functools.cache
def is_public(home: str, name: str) -> bool:
    """Whether a name in a signature can be imported from a public module."""
    if not home.startswith("trio_codex"):
        return True
    thing = getattr(importlib.import_module(home), name, None)
    modules = [importlib.import_module(module) for module in IMPORTABLE_FROM]
    if isinstance(thing, (TypeVar, ParamSpec)) or thing is type:
        return True  # it stands for what the reader writes there
    return any(name in module.__all__ and getattr(module, name) is thing for module in modules)


OURS = [
    name
    for name, value in THINGS.items()
    if callable(value) and not (value.__module__ or "").startswith("trio_codex.protocol")
]


def annotations_of(target: Any) -> dict[str, str]:
    """The annotations as they are written: `get_type_hints` replaces those of classes."""
    if not inspect.isclass(target):
        return {key: str(value) for key, value in inspect.get_annotations(target).items()}
    home = sys.modules[trio_codex._hints.defined_in(target)]
    for node in ast.walk(ast.parse(Path(home.__file__ or "").read_text())):
        if isinstance(node, ast.ClassDef) and node.name == target.__name__:
            lines = [line for line in node.body if isinstance(line, ast.AnnAssign)]
            return {ast.unparse(line.target): ast.unparse(line.annotation) for line in lines}
    raise LookupError(f"{home.__name__} has no class {target.__name__}")


def signatures(name: str) -> Iterator[tuple[str, str, str]]:
    """Give each annotation of a public name: its place, its text and its module."""
    value = THINGS[name]
    targets: dict[str, Any] = {name: value}
    if inspect.isclass(value):
        made_by_user = name.rpartition(".")[2] not in NEVER_MADE
        members = public_members(value)
        targets |= {key: target for key, target in members if key != "__init__" or made_by_user}
    for member, target in targets.items():
        for parameter, annotation in annotations_of(target).items():
            # A private attribute or parameter is not part of the public signature.
            if not parameter.startswith("_"):
                yield f"{member}({parameter})", annotation, trio_codex._hints.defined_in(target)


# Objects that users get from a method and never construct: their constructors are not public.
NEVER_MADE = {
    *("AsyncNotificationStream", "AsyncPages", "AsyncTextStream", "AsyncTurnStream"),
    *("AsyncThread", "AsyncTurnHandle", "AsyncChatgptLoginHandle", "AsyncDeviceCodeLoginHandle"),
    *("AsyncReviewHandle", "ReviewHandle", "ReviewResult"),
    *("AsyncPlanHandle", "PlanHandle", "PlanResult", "AsyncQueuedTurn", "QueuedTurn"),
    *("Thread", "TurnHandle", "ChatgptLoginHandle", "DeviceCodeLoginHandle", "TurnResult"),
    *("Notification", "TypedNotification", "NotificationStream", "Pages", "TextStream"),
    *("TurnStream", "Tool", "AsyncCommandHandle", "AsyncCommandInput", "AsyncCommandOutput"),
    *("CommandHandle", "CommandInput", "CommandOutput"),
    *(
        "AsyncGoalHandle",
        "GoalHandle",
        "AsyncGoalStream",
        "AsyncGoalTurns",
        "GoalStream",
        "GoalTurns",
        "GoalResult",
    ),
    *("AwaitableScope", "Budget", "AsyncStoredThread", "AsyncTranscript", "StoredThread"),
    *("Transcript", "AsyncEnvironment", "Environment"),
    *("ConnectionStatistics", "ToolOutcome", "BlockingModelServer", "BlockingLoginIssuer"),
    *("ModelScript", "IssuerScript", "ModelRequest", "IssuerRequest", "BrowserPage"),
    *("FakeQuestion", "FakeRequest", "FakeTurn", "ChildControl"),
}


# In the order in which they claim a name that several of them export.
EXPORTING = (
    *("trio_codex", "trio_codex.client", "trio_codex.errors", "trio_codex.sync"),
    *("trio_codex.aio", "trio_codex.types", "trio_codex.protocol", "trio_codex.testing"),
)


def test_public_names_carry_the_module_they_are_imported_from() -> None:
    claimed: dict[Any, str] = {}
    for module in EXPORTING:
        for value in exported(module).values():
            ours = getattr(value, "__module__", "").startswith("trio_codex")
            if ours and (inspect.isclass(value) or inspect.isfunction(value)):
                claimed.setdefault(value, module)
    wrong, unpickled = {}, []
    for value, module in claimed.items():
        # Of protocol types, `types` exports a selection.
        expected = {module, "trio_codex.protocol"} if module == "trio_codex.types" else {module}
        if value.__module__ not in expected:
            wrong[value.__qualname__] = value.__module__
        elif pickle.loads(pickle.dumps(value)) is not value:
            unpickled.append(value)
    assert wrong == {}
    assert unpickled == []
    assert len(claimed) > 1000


def test_methods_and_functions_show_their_source() -> None:
    for function in (trio_codex.AsyncThread.run, trio_codex.Codex.models, trio_codex.tool):
        assert f"def {function.__name__}(" in inspect.getsource(function)


def test_help_and_tracebacks_name_the_module_to_import_from() -> None:
    for name in ("AsyncCodex", "Codex", "TurnResult", "AppServerConfig"):
        shown = pydoc.plain(pydoc.render_doc(getattr(trio_codex, name)))
        assert shown.startswith(
            f"Python Library Documentation: class {name} in module trio_codex\n"
        )
        assert not re.search(r"^class .*\._", shown, re.MULTILINE), shown.split("\n")[2]
    error = trio_codex.ClientClosedError("closed")
    assert traceback.format_exception_only(error) == ["trio_codex.ClientClosedError: closed\n"]


@pytest.mark.requirement("api/signatures")
def test_no_public_signature_contains_any() -> None:
    found = [
        place for name in OURS for place, text, _ in signatures(name) if re.search(r"\bAny\b", text)
    ]
    assert found == []


@pytest.mark.requirement("api/signatures")
def test_every_name_in_a_public_signature_can_be_imported() -> None:
    leaks = set()
    for place, text, module in (each for name in OURS for each in signatures(name)):
        known = bindings(module)
        for word in set(re.findall(r"\b[A-Za-z_]\w+", text)):
            if word.startswith("_") or (word in known and not is_public(*known[word])):
                leaks.add((place, word))
    assert leaks == set()


@pytest.mark.requirement("error/one-tree")
def test_errors_are_one_tree() -> None:
    for name, value in exported("trio_codex").items():
        if inspect.isclass(value) and issubclass(value, BaseException):
            mistake = name == "InvalidArgumentError"  # the caller's, so outside of the tree
            assert issubclass(value, ValueError if mistake else trio_codex.AppServerError), name
            assert issubclass(value, trio_codex.AppServerError) is not mistake, name
            assert value.__module__ == "trio_codex"


def test_help_names_no_internal_module() -> None:
    for cls in (trio_codex.AsyncCodex, trio_codex.AsyncThread, trio_codex.AsyncTurnHandle):
        doc = inspect.getdoc(cls)
        assert doc and "_client" not in doc and "_session" not in doc
