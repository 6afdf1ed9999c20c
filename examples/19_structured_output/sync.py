"""Gets the answer as a value of a Python type."""

from __future__ import annotations

import sys
from pathlib import Path

import attrs

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import Codex, OutputValidationError


@attrs.frozen
class Recipe:
    """A recipe."""

    title: str
    minutes: int
    ingredients: list[str]


def main() -> None:
    with pick_config() as config, Codex(config) as codex:
        thread = codex.thread_start()
        try:
            result = thread.run("A recipe for soup.", output_type=Recipe)
        except OutputValidationError as error:
            print(f"not a recipe: {error}")
            return
        recipe = result.output
        print(f"{recipe.title}, {recipe.minutes} minutes: {', '.join(recipe.ingredients)}")


if __name__ == "__main__":
    main()
