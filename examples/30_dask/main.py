"""Runs many prompts on the workers of a Dask cluster; here the cluster is on this machine."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from distributed import Client, LocalCluster

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex.scale.dask import map_turns

if TYPE_CHECKING:
    from trio_codex import AppServerConfig

WORDS = ("nursery", "cancel scope", "checkpoint", "memory channel", "task", "event")


def home_files(config: AppServerConfig | None) -> dict[str, bytes]:
    """Returns the login and the settings of this machine, for the Codex home of each worker."""
    named = (config.env or {}) if config is not None else os.environ
    home = Path(named.get("CODEX_HOME") or Path.home() / ".codex")
    return {
        name: (home / name).read_bytes()
        for name in ("auth.json", "config.toml")
        if (home / name).is_file()
    }


def main() -> None:
    prompts = [f"Define {word}." for word in WORDS]
    with (
        pick_config() as config,
        LocalCluster(n_workers=2, threads_per_worker=2, dashboard_address=None) as cluster,
        Client(cluster) as client,
        map_turns(
            client,
            prompts,
            config=config,
            home_files=home_files(config),
            timeout=120,  # seconds of one turn
            retries=1,  # a prompt whose worker was lost begins once more
        ) as batch,
    ):
        for record in batch:
            if record.result is None:
                print(f"{record.prompt} failed: {record.error}")
            else:
                print(f"{record.prompt} {record.result.final_response}")
        print(f"{len(batch)} prompts done")


if __name__ == "__main__":
    main()
