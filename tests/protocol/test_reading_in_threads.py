"""Threads that read a type for the first time, all of them together, do not disturb each other."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PROGRAM = """
import sys
from concurrent.futures import ThreadPoolExecutor
from tests.protocol.samples import MODELS, find_type, smallest
from trio_codex.protocol.converter import structure

samples = {name: smallest(name) for name in MODELS}

def decode(order):
    made = [(name, structure(samples[name], find_type(name))) for name in order]
    return all(type(value).__name__ == name and value.to_json() is not None for name, value in made)

sys.setswitchinterval(1e-6)
with ThreadPoolExecutor(4) as pool:
    print(all(pool.map(decode, [MODELS, MODELS[::-1], MODELS[1::2] + MODELS[::2], MODELS])))
"""


def test_threads_that_meet_new_types_together_do_not_mix_them_up() -> None:
    # In an interpreter of its own, where no type has been read before.
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert (done.stdout, done.stderr) == ("True\n", "")
