"""The live view: every notification is survived, and nothing of it reaches the terminal raw."""

from __future__ import annotations

import io
import re
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from rich.console import Console

from trio_codex import Codex, Notification
from trio_codex.live import TurnView
from trio_codex.protocol import METHODS, JsonValue
from trio_codex.testing import BlockingModelServer, isolated_config, strategies

SPECS = [
    spec
    for spec in METHODS.values()
    if spec.direction == "server_notification" and spec.params_name is not None
]
# The colours of rich itself; links and everything else that begins with an escape is foreign.
STYLES = re.compile(r"\x1b\[[0-9;]*m")


def _notification(spec: Any) -> st.SearchStrategy[Notification]:
    params = strategies.wire(spec.params, newer=True)
    return params.map(lambda drawn: Notification({"method": spec.method, "params": drawn}))


def _drawn(view: TurnView, file: io.StringIO) -> str:
    Console(file=file, force_terminal=True, width=60, legacy_windows=False).print(view)
    return file.getvalue()


@settings(max_examples=80)
@given(st.lists(st.sampled_from(SPECS).flatmap(_notification), max_size=8))
def test_any_notifications_can_be_shown(events: list[Notification]) -> None:
    file = io.StringIO()
    view = TurnView(console=Console(file=file, force_terminal=True, width=60))
    for event in events:
        view.update(event)
    visible = STYLES.sub("", _drawn(view, file))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", visible)
    assert "<pre" in view._repr_html_()


@settings(max_examples=60)
@example("[a link](http://127.0.0.1/\x1b]8;;)\x07 `co\x9bde` \u202e")
@given(st.text(alphabet=st.characters(codec="utf-8")))
def test_text_of_an_open_message_cannot_control_the_terminal(text: str) -> None:
    file = io.StringIO()
    view = TurnView(console=Console(file=file, force_terminal=True, width=60))
    item: JsonValue = {"type": "agentMessage", "id": "m", "text": ""}
    ids: dict[str, JsonValue] = {"threadId": "t", "turnId": "u"}
    view.update(Notification({"method": "item/started", "params": {**ids, "item": item}}))
    delta: JsonValue = {**ids, "itemId": "m", "delta": text}
    view.update(Notification({"method": "item/agentMessage/delta", "params": delta}))
    visible = STYLES.sub("", _drawn(view, file))
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", visible)


def test_a_blocking_turn_is_shown_in_one_line_and_as_html(
    model: BlockingModelServer, tmp_path: Any
) -> None:
    model.reply("Hello <b>there</b>, see [docs](http://127.0.0.1/).")
    file = io.StringIO()
    view = TurnView(console=Console(file=file))
    with Codex(isolated_config(model, home=tmp_path)) as codex, codex.thread_start() as thread:
        result = view.run(thread.turn("hi"))
    assert result.final_response is not None
    assert "completed in" in file.getvalue()
    text = re.sub(r"</?(span|pre)[^>]*>", "", view._repr_html_())
    assert "Hello &lt;b&gt;there&lt;/b&gt;, see docs (http://127.0.0.1/)." in text
