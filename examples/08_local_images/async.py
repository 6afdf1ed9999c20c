"""Shows the model an image from a file."""

from __future__ import annotations

import sys
import tempfile
from base64 import b64decode
from pathlib import Path

import trio

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import AsyncCodex, LocalImageInput

RED_PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC"
)


def make_image(folder: str) -> Path:
    """Writes an image of one red pixel."""
    path = Path(folder) / "pixel.png"
    path.write_bytes(b64decode(RED_PIXEL))
    return path


async def main() -> None:
    with pick_config() as config, tempfile.TemporaryDirectory() as folder:
        image = LocalImageInput(make_image(folder))
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()
            result = await thread.run(["What is in this image?", image])
            print(result.final_response)


if __name__ == "__main__":
    trio.run(main)
