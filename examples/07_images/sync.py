"""Shows the model an image in a data URL."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import Codex, ImageInput, TextInput

RED_PIXEL = (
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC"
)


def main() -> None:
    with pick_config() as config, Codex(config) as codex:
        thread = codex.thread_start()
        image = ImageInput(f"data:image/png;base64,{RED_PIXEL}")
        result = thread.run(["What is in this image?", image])
        print(result.final_response)

        closer = ImageInput(image.url, detail="high")
        result = thread.run([TextInput("Look again, closely."), closer])
        print(result.final_response)


if __name__ == "__main__":
    main()
