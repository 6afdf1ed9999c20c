"""`typing.get_type_hints` resolves every annotation of every public class, method and function."""

from __future__ import annotations

import functools
import importlib
import inspect
import subprocess
import sys
import typing
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import trio_codex
from trio_codex import _hints, protocol, types
from trio_codex.protocol._model import WireModel, _MadeByAttrs

MODULES = (
    "trio_codex",
    "trio_codex.types",
    "trio_codex.client",
    "trio_codex.errors",
    "trio_codex.protocol",
    "trio_codex.protocol.converter",
    "trio_codex.sync",
    "trio_codex.aio",
    "trio_codex.testing",
    "trio_codex.testing.model_server.items",
    "trio_codex.testing.strategies",
)


def functions_of(cls: type) -> Iterator[tuple[str, Any]]:
    for base in cls.__mro__:
        if not base.__module__.startswith("trio_codex"):
            continue
        for name, value in vars(base).items():
            if name.startswith("_") and not name.endswith("__"):
                continue
            for part in (value, *(getattr(value, each, None) for each in ("fget", "__func__"))):
                if inspect.isfunction(part):
                    yield f"{cls.__name__}.{name}", part
    constructor = inspect.getattr_static(cls, "__init__")
    if (
        isinstance(constructor, _MadeByAttrs) and cls is not WireModel
    ):  # made now, as for every reader of it
        constructor = constructor.__get__(None, cls)
    if inspect.isfunction(constructor):
        yield f"{cls.__name__}.__init__", constructor


def things(public: str) -> Iterator[tuple[str, Any]]:
    module = importlib.import_module(public)
    for name in module.__all__:
        value = getattr(module, name)
        if inspect.isclass(value) and value.__module__.startswith("trio_codex"):
            yield name, value
            yield from functions_of(value)
        elif inspect.isfunction(value) or isinstance(value, ModuleType):
            yield name, value


@pytest.mark.parametrize("public", MODULES)
def test_the_hints_of_every_public_thing_resolve(public: str) -> None:
    found = dict(things(public))
    unresolved = {}
    for name, thing in found.items():
        try:
            typing.get_type_hints(thing, include_extras=True)
        except Exception as error:  # noqa: BLE001 - each is listed
            unresolved[name] = repr(error)
    assert unresolved == {}
    assert len(found) > 5


# Each in an interpreter of its own, where nothing else has imported what it needs.
ALONE = {
    "a class": "typing.get_type_hints(trio_codex.TurnResult)['status'].__name__ == 'TurnStatus'",
    "a constructor": "'error' in typing.get_type_hints(trio_codex.TurnResult.__init__)",
    "a method": "'input' in typing.get_type_hints(trio_codex.AsyncThread.run)",
    "a generated class": "typing.get_type_hints(trio_codex.protocol.Thread)['turns']",
    "a generated constructor": "typing.get_type_hints(trio_codex.types.Thread.__init__)['turns']",
    "a property": "typing.get_type_hints(trio_codex.Notification.payload.fget)['return']",
    "a module": "typing.get_type_hints(trio_codex.types) == {}",
    "the converter": "'value' in typing.get_type_hints(__import__('trio_codex.protocol.converter',"
    " fromlist=['structure']).structure)",
    "a scripted item": "'text' in typing.get_type_hints(trio_codex.testing.model_items.message)",
    # In place, so not in the process of other tests.
    "the fields of attrs": "__import__('attrs').resolve_types(trio_codex.types.Turn)"
    ".__attrs_attrs__.status.type is trio_codex.types.TurnStatus",
    "an error": "typing.get_type_hints(trio_codex.errors.TurnFailedError.__init__)['result']",
}


@pytest.mark.parametrize("question", ALONE.values(), ids=list(ALONE))
def test_the_hints_resolve_when_nothing_else_was_used(question: str) -> None:
    code = f"import typing, trio_codex\nassert {question}\n"
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={"PYTHONPATH": str(Path(trio_codex.__file__).parents[1])},
    )
    assert done.returncode == 0, done.stderr


def test_the_hints_are_the_types() -> None:
    hints = typing.get_type_hints(trio_codex.TurnResult)
    assert hints["items"] == list[types.ThreadItem]
    assert hints["error"] == types.TurnError | None
    run = typing.get_type_hints(trio_codex.AsyncThread.run)
    assert run["sandbox"] == trio_codex.Sandbox | types.SandboxPolicy | str | None
    assert Mapping in {typing.get_origin(part) for part in typing.get_args(run["output_schema"])}
    assert typing.get_type_hints(protocol.Turn)["items"] == list[types.ThreadItem]
    message = typing.get_type_hints(trio_codex.ExternalMessage)["content"]
    assert Sequence in {typing.get_origin(part) for part in typing.get_args(message)}


def test_a_class_and_a_wrapper_of_the_users_own_resolve_as_well() -> None:
    class Mine(trio_codex.TurnFailedError):
        number: int

    @functools.wraps(trio_codex.AsyncThread.run)
    async def run(*args: Any, **options: Any) -> Any: ...

    assert typing.get_type_hints(Mine)["number"] is int
    assert typing.get_type_hints(run) == typing.get_type_hints(trio_codex.AsyncThread.run)


def test_a_public_class_that_names_the_module_that_exports_it_resolves_as_well(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    module = ModuleType("trio_codex.defining")
    module.__dict__["Sequence"] = Sequence
    exec("class Public:\n    names: Sequence[str]\n    def f(self): ...\n", vars(module))
    monkeypatch.setitem(sys.modules, module.__name__, module)
    public = vars(module)["Public"]
    _hints.exported("trio_codex", public)
    _hints.resolvable(public)
    assert public.__module__ == "trio_codex"
    assert typing.get_type_hints(public) == {"names": Sequence[str]}


def test_what_was_asked_for_is_imported_once_and_changes_no_name() -> None:
    module = sys.modules["trio_codex._client.thread"]
    typing.get_type_hints(trio_codex.AsyncThread.run)
    before = dict(vars(module))
    _hints._completed.discard(module.__name__)
    typing.get_type_hints(trio_codex.AsyncThread.run)
    assert vars(module) == before


def test_a_module_without_source_fails_as_every_other_does(monkeypatch: pytest.MonkeyPatch) -> None:
    module = ModuleType("trio_codex.sourceless")
    exec(
        "from __future__ import annotations\n"
        "from typing import TYPE_CHECKING\n"
        "if TYPE_CHECKING:\n"
        "    from os import PathLike\n"
        "def f(path: PathLike) -> None: ...\n",
        vars(module),
    )
    module.__file__ = "sourceless.pyc"
    monkeypatch.setitem(sys.modules, module.__name__, module)
    _hints.resolvable(vars(module)["f"])
    with pytest.raises(NameError, match="PathLike"):
        typing.get_type_hints(vars(module)["f"])


@pytest.mark.parametrize(
    "name", ["aio", "client", "errors", "protocol", "sync", "testing", "types"]
)
def test_a_bare_import_reaches_each_public_module(name: str) -> None:
    code = (
        "import trio_codex\n"
        f"assert {name!r} in dir(trio_codex)\n"
        f"assert trio_codex.{name}.__name__ == 'trio_codex.{name}'\n"
        "assert all(hasattr(trio_codex, each) for each in dir(trio_codex))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={"PYTHONPATH": str(Path(trio_codex.__file__).parents[1])},
    )
    assert done.returncode == 0, done.stderr


WITHOUT_EXTRA = """
import sys

class NotInstalled:
    def find_spec(self, name, path=None, target=None):
        if name in ("h11", "hypothesis", "pytest"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, NotInstalled())
import trio_codex
assert trio_codex.testing.Gate
try:
    trio_codex.testing.THING
except ModuleNotFoundError as error:
    print(error, "|", error.name, "|", error.__suppress_context__)
"""


@pytest.mark.parametrize(
    ("thing", "needed"), [("ModelServer", "h11"), ("strategies", "hypothesis")]
)
def test_without_its_extra_the_harness_says_what_to_install(thing: str, needed: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_EXTRA.replace("THING", thing)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={"PYTHONPATH": str(Path(trio_codex.__file__).parents[1])},
    )
    assert done.stdout.strip() == (
        f"trio_codex.testing.{thing} needs {needed}, which the extra `testing` brings: "
        f"pip install 'trio-codex[testing]' | {needed} | True"
    ), done.stderr
