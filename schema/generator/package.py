"""The generated package: its files, written from a contract and formatted."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from .checkers import CheckerWriter
from .docs import Docs
from .domains import assign_domains
from .emit import ModuleWriter, Package
from .ir import SchemaError
from .load import SCHEMA_DIR, Contract
from .methods import compile_methods
from .model import compile_contract
from .options import read_names
from .reach import sent_and_received
from .readers import ReaderWriter
from .secrets import check_secrets
from .tables import (
    exports_text,
    index_text,
    methods_text,
    notifications_text,
    overloads_text,
    requests_text,
    since_text,
    unions_text,
)

__all__ = ["PACKAGE_DIR", "RUFF", "formatted", "generate"]

PACKAGE_DIR = SCHEMA_DIR.parent / "src" / "trio_codex" / "protocol" / "_generated"

_INIT = '''"""Types of the app-server protocol, generated from runtime {version}.

Do not edit: `python -m schema.generator` writes this directory.
"""
'''
RUFF = ("--isolated", "--quiet", "--line-length=100", "--target-version=py311")

_FOLDER = '''"""Generated {what}, one module per domain.

Do not edit: `python -m schema.generator` writes this directory.
"""
'''

_OPTION_NAMES = '''"""Options that have another name than their field.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import Final

__all__ = ["OPTION_NAMES"]

OPTION_NAMES: Final[dict[str, dict[str, str]]] = {names!r}
"""The option of each field that no option is named after, by method."""
'''


def generate(contract: Contract) -> dict[str, str]:
    """Write the whole package.

    Returns:
        The text of each file, by its name in the package.

    Raises:
        SchemaError: The schema holds something the generator has no rule for.
    """
    types = compile_contract(contract)
    check_secrets(types)
    methods = compile_methods(contract, types)
    sent, received = sent_and_received(types, methods.values())
    package = Package(
        version=contract.version,
        types=types,
        domains=assign_domains(types),
        sent_only=sent - received,
        docs=Docs(types, methods.values()),
    )
    files = _domain_modules(package)
    files |= _functions(package, sent, received)
    files["__init__.py"] = _INIT.format(version=contract.version)
    files["_index.py"] = index_text(package, _experimental(contract, set(types)))
    files["_unions.py"] = unions_text(package)
    files["_methods.py"] = methods_text(methods)
    files["_since.py"] = since_text(package, contract.history)
    files["_exports.py"] = exports_text(package)
    files["requests.py"] = requests_text()
    files["_overloads.py"] = overloads_text(package, methods)
    return formatted(files)


def generate_client(contract: Contract) -> dict[str, str]:
    """Write what is generated of `_client` and is no part of a module by hand.

    Returns:
        The text of each file, by its name in `_client/_generated`.
    """
    types = compile_contract(contract)
    methods = compile_methods(contract, types)
    domains = assign_domains(types)
    return formatted(
        {
            "__init__.py": _FOLDER.format(what="types of notifications").replace(
                ", one module per domain", ""
            ),
            "notifications.py": notifications_text(domains, methods),
            "option_names.py": _OPTION_NAMES.format(names=read_names()),
        }
    )


def _experimental(contract: Contract, names: set[str]) -> frozenset[str]:
    """Find the types that would not be there without the experimental bundle."""
    return frozenset(names - set(compile_contract(contract.stable_part())))


def _functions(package: Package, sent: frozenset[str], received: frozenset[str]) -> dict[str, str]:
    """Write the readers of what is received, and the checkers of what is sent."""
    files = {
        "read/__init__.py": _FOLDER.format(what="readers of what a client receives"),
        "check/__init__.py": _FOLDER.format(what="checkers of what a client sends"),
    }
    for domain in sorted(set(package.domains.values())):
        files[f"read/{domain}.py"] = ReaderWriter(package, domain, received).text()
        files[f"check/{domain}.py"] = CheckerWriter(package, domain, sent).text()
    return files


def _domain_modules(package: Package) -> dict[str, str]:
    files: dict[str, str] = {}
    needs: dict[str, set[str]] = {}
    for domain in sorted(set(package.domains.values())):
        writer = ModuleWriter(package, domain)
        files[f"{domain}.py"] = writer.text()
        needs[domain] = writer.imported_at_run_time
    while needs:
        ready = {domain for domain, others in needs.items() if not others & needs.keys()}
        if not ready:
            raise SchemaError(f"modules import each other at run time: {sorted(needs)}")
        needs = {domain: others for domain, others in needs.items() if domain not in ready}
    return files


def formatted(files: dict[str, str]) -> dict[str, str]:
    """Sort the imports and format the code as in the rest of the project."""
    with tempfile.TemporaryDirectory() as directory:
        root = Path(directory)
        for name, text in files.items():
            (root / name).parent.mkdir(exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
        ruff = [sys.executable, "-m", "ruff"]
        subprocess.run([*ruff, "check", *RUFF, "--select=I", "--fix", root], check=True)
        subprocess.run([*ruff, "format", *RUFF, root], check=True)
        return {name: (root / name).read_text(encoding="utf-8") for name in sorted(files)}
