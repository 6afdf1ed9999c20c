"""Figures of a fresh interpreter: import time, and a script up to its first call."""

from __future__ import annotations

import json
import subprocess
import tempfile
import time
from pathlib import Path

from . import samples, scripts
from .interpreters import Interpreters

_IMPORT = """\
import time
{before}
start = time.perf_counter()
{statement}
print((time.perf_counter() - start) * 1e3)
"""

# A package that looks its names up lazily is cheap to import and has yet to be paid for: what
# counts is the statement that a program starts with.
_STATEMENTS = {
    "floor": ("import trio", "import trio"),
    "peer_sync": ("import openai_codex", "from openai_codex import Codex"),
    "ours": ("import trio_codex", "from trio_codex import AsyncCodex"),
    "ours_sync": ("import trio_codex", "from trio_codex import Codex"),
}
IMPORTS = tuple(_STATEMENTS)

_RAW = """\
import json, os, subprocess, time
from codex_cli_bin import bundled_codex_path
child = subprocess.Popen(
    [str(bundled_codex_path()), "app-server"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
)
info = {"clientInfo": {"name": "floor", "version": "1"}, "capabilities": {"experimentalApi": True}}
child.stdin.write(json.dumps({"id": 1, "method": "initialize", "params": info}).encode() + b"\\n")
child.stdin.flush()
child.stdout.readline()
print(time.monotonic(), flush=True)
child.stdin.close()
child.wait()
"""

_PEER_ASYNC = """\
import asyncio, time
from openai_codex import AsyncCodex
async def main():
    async with AsyncCodex() as codex:
        print(time.monotonic(), flush=True)
asyncio.run(main())
"""

_OURS = """\
import time
import trio
from trio_codex import AsyncCodex
async def main():
    async with AsyncCodex() as codex:
        print(time.monotonic(), flush=True)
trio.run(main)
"""

_BLOCKING = """\
import time
from {package} import Codex
with Codex() as codex:
    print(time.monotonic(), flush=True)
"""

COLD = {
    "floor": _RAW,
    "peer_sync": _BLOCKING.format(package="openai_codex"),
    "peer_async": _PEER_ASYNC,
    "ours": _OURS,
    "ours_sync": _BLOCKING.format(package="trio_codex"),
}


# A client that is connected has imported what starting it needs; then the first notification comes.
_DECODE = """\
import json, sys, time
import trio
from trio_codex import AsyncCodex
from trio_codex._client.notification import Notification
from trio_codex.protocol import METHODS
from trio_codex.protocol.converter import structure
structure(json.loads(sys.argv[1]), METHODS["initialize"].result)
def spent(message):
    start = time.perf_counter()
    Notification(message).payload
    return (time.perf_counter() - start) * 1e3
messages = [json.loads(line) for line in sys.stdin]
if sys.argv[2] == "first":
    cold = spent(messages[0])
    print(cold - spent(messages[0]))
else:
    print(sum(spent(message) for message in messages))
"""

DECODED = ("ours",)


def _printed(
    interpreters: Interpreters,
    library: str,
    code: str,
    env: dict[str, str],
    *arguments: str,
    given: str = "",
) -> float:
    done = subprocess.run(
        [interpreters.python(library), "-c", code, *arguments],
        input=given,
        env=interpreters.environment(library) | env,
        cwd=interpreters.root,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(done.stderr.strip().splitlines()[-1][:300])
    return float(done.stdout)


def imported(interpreters: Interpreters, library: str) -> dict[str, float]:
    """Milliseconds imports take, with their bytecode already there."""
    package, client = _STATEMENTS[library]

    def spent(statement: str, before: str = "") -> float:
        code = _IMPORT.format(statement=statement, before=before)
        return _printed(interpreters, library, code, {})

    figures = {"package_ms": spent(package), "import_ms": spent(client)}
    if library == "ours":
        figures["beyond_trio_ms"] = spent(client, "import trio")
    return figures


def cold(interpreters: Interpreters, library: str) -> dict[str, float]:
    """Milliseconds from starting an interpreter to an initialised real runtime."""
    with tempfile.TemporaryDirectory() as home:
        (Path(home) / "config.toml").write_text(
            'chatgpt_base_url = "http://127.0.0.1:9"\n\n[analytics]\nenabled = false\n'
        )
        loopback = {"CODEX_HOME": home, "CODEX_APP_SERVER_LOGIN_ISSUER": "http://127.0.0.1:9"}
        start = time.monotonic()
        end = _printed(interpreters, library, COLD[library], loopback)
    return {"cold_ms": (end - start) * 1e3}


def cold_decode(interpreters: Interpreters, library: str) -> dict[str, float]:
    """Milliseconds that the first notification takes longer than the next, and one of each kind.

    The shortest of three: reading files takes longer whenever anything else runs.
    """
    by_method: dict[str, str] = {}
    for sample in samples.samples(every=True):
        if sample["role"] == "notification":
            by_method.setdefault(sample["method"], sample["line"])
    # Text is what most clients show first.
    lines = [by_method.pop("item/agentMessage/delta"), *by_method.values()]
    initialized = json.dumps(scripts.answer("initialize"))

    def spent(what: str) -> float:
        arguments = initialized, what
        return min(
            _printed(interpreters, library, _DECODE, {}, *arguments, given="\n".join(lines))
            for _ in range(3)
        )

    return {"first_ms": spent("first"), "each_ms": spent("each")}
