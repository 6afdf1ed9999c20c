"""Prints the version of the runtime and its models."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import Codex


def main() -> None:
    with pick_config() as config, Codex(config) as codex:
        about = codex.metadata
        print(f"runtime   {about.server_version} on {about.platform_os}")
        print(f"home      {about.codex_home}")
        for model in (codex.models()).data:
            efforts = ", ".join(
                str(option.reasoning_effort) for option in model.supported_reasoning_efforts
            )
            default = " (default)" if model.is_default else ""
            print(f"model     {model.display_name}{default}: {efforts}")


if __name__ == "__main__":
    main()
