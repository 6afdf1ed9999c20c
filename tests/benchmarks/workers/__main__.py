"""Runs jobs given as JSON, a line of JSON for each: python -m tests.benchmarks.workers NAME."""

from __future__ import annotations

import json
import os
import sys
import threading
import traceback
from collections.abc import Callable
from typing import Any

from .common import Job, Values


def library(name: str) -> Callable[[Job], Values]:
    """What measures a job with a library."""
    if name == "floor":
        from . import floor

        return lambda job: floor.CASES[job["case"]](job)
    module: Any
    if name.startswith("peer"):
        from . import peer as module
    else:
        from . import ours as module
    from . import asynchronous, blocking, decode

    def measure(job: Job) -> Values:
        if job["case"] == "decode":
            return decode.decode(module.decoder, job)
        if name in ("peer_sync", "ours_sync"):
            return blocking.CASES[job["case"]](module.connect, job)
        case = asynchronous.CASES[job["case"]]
        values: Values
        if name in ("peer_async", "ours_asyncio"):
            loop = asynchronous.Asyncio(module.asyncio_client)
            values = asynchronous.run_asyncio(case, loop, job)
        else:
            flavour = module.Unix() if name == "ours_unix" else module.Trio()
            values = module.run_async(case, flavour, job)
        return values

    return measure


def say(answer: dict[str, object]) -> None:
    """Write one answer."""
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


def give_up(limit: float) -> None:
    """End the process: something in it waits for ever, and would wait on the way out as well."""
    say({"error": f"no answer within {limit:g} s"})
    os._exit(0)


def main() -> None:
    """Measure each job in turn."""
    if cpus := os.environ.get("WORKER_CPUS"):
        os.sched_setaffinity(0, {int(cpu) for cpu in cpus.split(",")})
    measure = library(sys.argv[1])
    for job in json.loads(sys.stdin.read()):
        watchdog = threading.Timer(job["limit"], give_up, (job["limit"],))
        watchdog.daemon = True
        watchdog.start()
        try:
            say({"values": measure(job)})
        except Exception as error:  # noqa: BLE001 - whatever a library does wrong becomes its figure
            traceback.print_exc()
            say({"error": f"{type(error).__name__}: {error}"[:300]})
        watchdog.cancel()
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
