"""Option blocks in hand-written modules, and the imports of the types they name."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import textwrap
from collections.abc import Iterable
from pathlib import Path

from .ir import SchemaError
from .load import SCHEMA_DIR
from .options import Option, Signature
from .package import RUFF

__all__ = ["CLIENT_DIR", "with_options"]

CLIENT_DIR = SCHEMA_DIR.parent / "src" / "trio_codex" / "_client"

_NOTE = "# Generated from schema/options.toml."
_WIDTH = 100


def with_options(signatures: Iterable[Signature], folder: Path = CLIENT_DIR) -> dict[Path, str]:
    """Write the blocks of all signatures into their modules.

    Returns:
        The new text of each module that has a block, formatted.

    Raises:
        SchemaError: A method is not in the folder, or takes no keyword-only parameters.
    """
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.py"))}
    types: dict[Path, set[str]] = {}
    for signature in signatures:
        pattern = re.compile(rf"^class {signature.owner}\b", re.MULTILINE)
        path = next((path for path, text in texts.items() if pattern.search(text)), None)
        if path is None:
            raise SchemaError(f"schema/options.toml: there is no class {signature.owner}")
        texts[path] = _with_block(texts[path], signature)
        types.setdefault(path, set()).update(signature.types)
    return {path: _formatted(_with_imports(texts[path], names)) for path, names in types.items()}


def _with_block(text: str, signature: Signature) -> str:
    """Replace the keyword parameters of a method and what its docstring says about them."""
    lines = text.splitlines()
    method = _method(ast.parse(text), signature)
    first = method.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        start, end = first.lineno - 1, first.end_lineno or first.lineno
        lines[start:end] = _docstring(lines[start:end], signature)
    indent = " " * (method.col_offset + 4)
    star = next((i for i in range(method.lineno, len(lines)) if lines[i] == f"{indent}*,"), None)
    if star is None:
        raise SchemaError(f"{signature.owner}.{signature.name} has no line of its own for `*,`")
    close = next(i for i in range(star, len(lines)) if lines[i].startswith(f"{indent[4:]})"))
    declared = [indent + _parameter(option) for option in signature.options]
    lines[star + 1 : close] = [indent + _NOTE, *declared]
    return "\n".join(lines) + "\n"


def _parameter(option: Option) -> str:
    code, hash_sign, comment = option.declaration.partition("  #")
    return f"{option.name}: {code},{hash_sign}{comment}"


def _method(module: ast.Module, signature: Signature) -> ast.FunctionDef | ast.AsyncFunctionDef:
    for owner in module.body:
        if isinstance(owner, ast.ClassDef) and owner.name == signature.owner:
            for node in owner.body:
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    if node.name == signature.name and node.args.kwonlyargs:
                        return node
    raise SchemaError(
        f"schema/options.toml: {signature.owner} has no method {signature.name} with options"
    )


def _docstring(lines: list[str], signature: Signature) -> list[str]:
    """Replace the lines of the keyword parameters; those of positional ones stay before them."""
    heads = [index for index, line in enumerate(lines) if line.strip() == "Args:"]
    if not heads:
        return lines
    start = heads[0] + 1
    end = next(i for i in range(start, len(lines)) if not lines[i].strip())
    indent = " " * (len(lines[start]) - len(lines[start].lstrip()))
    names = tuple(f"{indent}{option.name}: " for option in signature.options)
    options = (i for i in range(start, end) if lines[i].startswith(names))
    kept = lines[start : next(options, end)]
    for option in signature.options:
        kept += textwrap.wrap(
            option.line,
            _WIDTH,
            initial_indent=indent,
            subsequent_indent=f"{indent}    ",
            break_long_words=False,
            break_on_hyphens=False,
        )
    return [*lines[:start], *kept, *lines[end:]]


def _with_imports(text: str, types: set[str]) -> str:
    """Import the schema's types that the blocks name, and no longer those that nothing names."""
    module = ast.parse(text)
    used = {node.id for node in ast.walk(module) if isinstance(node, ast.Name)}
    lines = text.splitlines()
    for node in ast.walk(module):
        if isinstance(node, ast.ImportFrom) and node.col_offset and node.module == "protocol":
            names = {alias.name: alias.asname for alias in node.names}
            kept = {name: asname for name, asname in names.items() if (asname or name) in used}
            wanted = dict.fromkeys(types - set(names)) | kept
            parts = [f"{name} as {wanted[name]}" if wanted[name] else name for name in wanted]
            imported = f"    from ..protocol import ({', '.join(sorted(parts))})"
            lines[node.lineno - 1 : node.end_lineno] = [imported]
            return "\n".join(lines) + "\n"
    raise SchemaError("a module with options imports nothing from ..protocol for type checkers")


def _formatted(text: str) -> str:
    for step in (["check", *RUFF, "--select=I", "--fix", "-"], ["format", *RUFF, "-"]):
        command = [sys.executable, "-m", "ruff", *step]
        done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
        text = done.stdout
    return text
