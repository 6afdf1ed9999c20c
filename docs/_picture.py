"""Writes the picture of the live view: `python docs/_picture.py`; the model is a local server."""

from __future__ import annotations

import io
import os
import re
import tempfile
from pathlib import Path

from rich.console import Console

from trio_codex import Codex, Sandbox
from trio_codex.live import TurnView
from trio_codex.testing import ModelServer, isolated_config

PICTURE = Path(__file__).with_name("live.svg")
PATCH = """\
*** Begin Patch
*** Update File: parser.py
@@
-    return line.split(",")
+    return line.rstrip("\\n").split(",")
*** End Patch
"""
ANSWER = """\
The test failed because a line kept its newline. Fixed in `parser.py`:

- `parse` strips the newline **before** it splits
- the test passes now
"""


def main() -> None:
    """Runs one turn, and writes its view as SVG."""
    view = TurnView(console=Console(file=io.StringIO()))
    with tempfile.TemporaryDirectory() as home, ModelServer().in_thread() as model:
        config = isolated_config(model, home=home)
        os.chdir(str(config.cwd))
        Path("parser.py").write_text('def parse(line):\n    return line.split(",")\n')
        model.reply_command("sed -n 1,2p parser.py")
        model.reply_patch(PATCH)
        model.reply(ANSWER)
        with Codex(config) as codex:
            thread = codex.thread_start(sandbox=Sandbox.WORKSPACE_WRITE)
            view.run(thread.turn("Fix the failing test of the parser."))
        os.chdir(PICTURE.parent)
    console = Console(record=True, width=84, file=io.StringIO(), force_terminal=True)
    console.print(view)
    svg = console.export_svg(title='trio-codex run "Fix the failing test of the parser."')
    # Without web fonts: the picture loads nothing.
    PICTURE.write_text(re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL))


if __name__ == "__main__":
    main()
