"""A description of the machine and the packages for the page of figures."""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import subprocess
from pathlib import Path

from .interpreters import Interpreters

_VERSIONS = """\
import importlib.metadata, json, platform, sys
names = sys.argv[1:]
found = {"Python": platform.python_version()}
for name in names:
    try:
        found[name] = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        pass
print(json.dumps(found))
"""
_OWN = ("trio", "attrs", "cattrs", "orjson", "openai-codex-cli-bin")
_PEER = ("openai-codex", "pydantic", "openai-codex-cli-bin")


def _cpu() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor() or platform.machine()
    for line in text.splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _versions(python: str, names: tuple[str, ...]) -> str:
    out = subprocess.run(
        [python, "-c", _VERSIONS, *names], capture_output=True, text=True, check=True
    ).stdout
    found: dict[str, str] = json.loads(out)
    return ", ".join(f"{name} {version}" for name, version in found.items())


def describe(interpreters: Interpreters) -> list[str]:
    """What was measured where, one fact per line."""
    now = dt.datetime.now(dt.UTC)
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else float("nan")
    system = f"{platform.system()} {platform.release()}, {os.cpu_count()} cores ({_cpu()})"
    return [
        f"Measured {now:%Y-%m-%d %H:%M} UTC on {system}, load {load:.1f} at the end.",
        f"Ours: {_versions(interpreters.own, _OWN)}.",
        f"Peer: {_versions(interpreters.peer, _PEER)}.",
    ]
