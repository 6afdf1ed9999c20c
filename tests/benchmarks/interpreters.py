"""The interpreter of each measured library, and its environment variables."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import attrs

ROOT = Path(__file__).parents[2]


@attrs.frozen(kw_only=True)
class Interpreters:
    """Where the libraries live.

    Attributes:
        peer: the interpreter that has the official SDK.
        own: the interpreter that has this library's dependencies.
        root: the checkout.
    """

    peer: str
    own: str = sys.executable
    root: Path = ROOT

    def python(self, library: str) -> str:
        """The interpreter of a library."""
        return self.peer if library.startswith("peer") else self.own

    def environment(self, library: str) -> dict[str, str]:
        """An environment in which bytecode is cached and the library can be found."""
        env = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        paths = [str(self.root)]
        if not library.startswith("peer"):
            paths.append(str(self.root / "src"))
        env["PYTHONPATH"] = os.pathsep.join(paths)
        return env


def apart() -> dict[str, str]:
    """Settings that give the replay server a core of its own and its client all others.

    Where the two share a core by chance, a round trip takes a tenth of what it takes otherwise:
    such figures would say more about the scheduler than about a library.
    """
    cpus = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    if len(cpus) < 2:
        return {}
    return {"REPLAY_CPU": str(cpus[-1]), "WORKER_CPUS": ",".join(map(str, cpus[:-1]))}
