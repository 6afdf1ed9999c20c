"""Decode times of sample messages: from bytes to the type of a library."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from .common import Job, Values, timed

Decoder = Callable[[dict[str, str]], "Callable[[], object] | None"]


def decode(decoder: Decoder, job: Job) -> Values:
    """Microseconds per kind of message; kinds a library has no type for are left out."""
    samples: Any = json.loads(Path(job["command"][0]).read_text(encoding="utf-8"))
    values = {}
    for sample in samples:
        call = decoder(sample)
        if call is not None:
            seconds = timed(call, budget=job["count"] / 1e3, best_of=3)
            values[f"us:{sample['kind']}"] = seconds * 1e6
    return values
