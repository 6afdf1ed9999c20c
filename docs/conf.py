"""Sphinx configuration of this site: `nox -s docs`."""

from __future__ import annotations

import importlib
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docutils.nodes import Element, TextElement
    from sphinx.addnodes import pending_xref
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "src"))
sys.path.insert(0, str(HERE.parent))
sys.path.insert(0, str(HERE))

from _tables import (  # noqa: E402
    NEVER_MADE,
    shown_as_text,
    write_methods,
    write_requirements,
    write_types,
)

import trio_codex  # noqa: E402
from trio_codex import _hints  # noqa: E402

project = "trio-codex"
version = release = trio_codex.__version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
html_theme = "furo"
html_title = f"trio-codex {release}"
exclude_patterns = ["_build"]
myst_heading_anchors = 3

autodoc_typehints = "signature"
autodoc_member_order = "bysource"
napoleon_use_ivar = True
napoleon_custom_sections = [("Raises (while iterating)", "Raises")]

_PUBLIC_MODULES = (
    "trio_codex",
    "trio_codex.types",
    "trio_codex.client",
    "trio_codex.sync",
    "trio_codex.aio",
    "trio_codex.testing",
)


def find_reference(
    app: Sphinx, env: BuildEnvironment, node: pending_xref, content: TextElement
) -> Element | None:
    """Resolves a name of an annotation or of `Raises:` in the public modules."""
    if node.get("refdomain") != "py":
        return None
    name = node["reftarget"].rpartition(".")[2]
    python = env.get_domain("py")
    for module in _PUBLIC_MODULES:
        if f"{module}.{name}" in python.objects:  # type: ignore[attr-defined]
            return python.resolve_xref(
                env, node["refdoc"], app.builder, "obj", f"{module}.{name}", node, content
            )
    return content if shown_as_text(node["reftarget"]) else None


def read_docstring(*event: Any) -> None:
    """Marks text in single backquotes as code, and keeps first lines with a colon as prose."""
    _, what, _, _, _, lines = event
    lines[:] = [re.sub(r"(?<![`:\w])`([^`]+)`(?!`)", r"``\1``", line) for line in lines]
    if what in ("attribute", "property"):
        lines[:0] = ["..", ""]  # napoleon would parse the text before a colon as a type


def hide_constructor(*event: Any) -> tuple[str, str] | None:
    """Omits the constructors of classes that only the library creates."""
    _, what, name = event[:3]
    return ("", "") if what == "class" and name.rpartition(".")[2] in NEVER_MADE else None


def restore_modules() -> None:
    """Gives public classes their defining modules, where autodoc reads what follows a member."""
    for name in _PUBLIC_MODULES:
        module = importlib.import_module(name)
        for value in [getattr(module, each) for each in module.__all__]:
            if value in _hints._defined_in:
                value.__module__ = _hints._defined_in[value]


def setup(app: Sphinx) -> None:
    """Writes the generated tables and connects the event handlers."""
    restore_modules()
    build = HERE / "_build"
    build.mkdir(exist_ok=True)
    write_methods(build / "methods.md")
    write_requirements(build / "requirements.md")
    write_types(build / "types.md")
    app.connect("autodoc-process-docstring", read_docstring, priority=400)
    app.connect("autodoc-process-signature", hide_constructor)
    app.connect("missing-reference", find_reference)
