"""Shows the model an image in a data URL."""

from __future__ import annotations

import sys
from pathlib import Path

import trio

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import AsyncCodex, ImageInput, TextInput

RED_PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC"
)


async def main() -> None:
    with pick_config() as config:
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()
            image = ImageInput(f"data:image/png;base64,{RED_PIXEL}")
            result = await thread.run(["What is in this image?", image])
            print(result.final_response)

            closer = ImageInput(image.url, detail="high")
            result = await thread.run([TextInput("Look again, closely."), closer])
            print(result.final_response)


if __name__ == "__main__":
    trio.run(main)
