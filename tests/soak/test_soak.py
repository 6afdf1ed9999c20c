"""The soak notices what it is there for, and a short one passes."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
import trio

from tests.soak.__main__ import Soak, model_process
from tests.soak.watch import Growth, Sample, Watch


def sample(turns: int = 0, rss_mib: float = 100.0, **counts: int) -> Sample:
    counted = {"fds": 10, "threads": 1, "tasks": 3, "children": 0} | counts
    return Sample(turns=turns, rss_mib=rss_mib, **counted)


@pytest.mark.parametrize("name", ["fds", "threads", "tasks", "children"])
def test_one_more_of_anything_that_is_counted_fails(name: str) -> None:
    watch = Watch()
    watch.samples = [sample(), sample(5)]
    watch.check_counts()
    watch.samples.append(sample(10, **{name: 11}))
    with pytest.raises(Growth, match=rf"{name}: .* 11 after 10 turns"):
        watch.check_counts()


def test_memory_that_grows_after_the_first_quarter_fails() -> None:
    watch = Watch()
    watch.samples = [sample(rss_mib=40 + 60 * min(step, 3) / 3) for step in range(16)]
    watch.check_memory()
    watch.samples = [sample(rss_mib=100 + 2 * step) for step in range(16)]
    with pytest.raises(Growth, match=r"memory: 11.* in the last"):
        watch.check_memory()


def test_a_short_soak_passes(tmp_path: Path) -> None:
    with model_process() as base_url:
        soak = Soak(base_url, tmp_path, Random(7))
        trio.run(soak.run, 1.0, 1)
    assert soak.turns > 0
