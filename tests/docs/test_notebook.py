"""The notebook runs from top to bottom in a real kernel and prints the expected text."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOK = ROOT / "docs/notebooks/walkthrough.ipynb"
CELL_SECONDS = 60
PRINTED = [
    "2, 3 and 5.",
    "completed True ['UserMessageThreadItem', 'AgentMessageThreadItem']",
    "A prime has exactly two divisors.",
    "7 nothing between 1 and 7 divides it",
    "completed\ncompleted\ncompleted",
    "11.",
    "[('quick?', '13'), ('slow?', 'no answer in time')]",
]


def _read() -> Any:
    read: Any = nbformat.read  # without type information
    return read(NOTEBOOK, as_version=4)


# The kernel's libraries emit warnings of their own.
@pytest.mark.requirement("package/notebook")
@pytest.mark.filterwarnings("default")
def test_the_notebook_runs_and_prints_what_it_should(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = os.pathsep.join(filter(None, [str(ROOT / "src"), os.environ.get("PYTHONPATH")]))
    monkeypatch.setenv("PYTHONPATH", path)
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    notebook = _read()
    client = NotebookClient(
        notebook,
        timeout=CELL_SECONDS,
        kernel_name="python3",
        resources={"metadata": {"path": str(tmp_path)}},
    )
    client.execute()
    printed = [_printed(cell, "stdout") for cell in notebook.cells]
    assert [text for text in printed if text] == PRINTED
    assert "".join(_printed(cell, "stderr") for cell in notebook.cells) == ""


def _printed(cell: Any, stream: str) -> str:
    """Joins what a cell wrote; the kernel sends it in pieces."""
    outputs = [output for output in cell.get("outputs", []) if output.get("name") == stream]
    return "".join(str(output["text"]) for output in outputs).strip()


def test_the_notebook_is_stored_without_outputs() -> None:
    notebook = _read()
    nbformat.validate(notebook)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert all(cell.outputs == [] and cell.execution_count is None for cell in cells)
