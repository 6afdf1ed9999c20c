"""Findings of a review: read from the reviewer's JSON, or else from the text shown for it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias, final

import attrs

from .._hints import exported
from ..errors import InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..protocol import JsonValue

__all__ = ["Finding", "FindingSource", "Report", "read_report"]

FindingSource: TypeAlias = Literal["json", "text", "unparsed"]
"""What a finding was read from; `unparsed` keeps a finding in another form as it came."""

_HEADER: Final = re.compile(r"^(?:Full review comments|Review comment):[ \t]*$", re.MULTILINE)
_BULLET: Final = re.compile(r"^- ", re.MULTILINE)
_HEAD: Final = re.compile(
    r"(?P<title>.*) (?:\u2014|-) (?P<path>\S.*):(?P<first>\d+)(?:-(?P<last>\d+))?"
)
_PRIORITY: Final = re.compile(r"\[P(\d)\]\s*")


@final
@attrs.frozen(kw_only=True)
class Finding:
    """One finding of a code review.

    Attributes:
        title: what is wrong, in a line, without the mark of its priority.
        body: the explanation; of an unparsed finding the text as it came.
        priority: from 0, the most urgent, to 3; `None` when the reviewer gave none.
        confidence: how sure the reviewer is, from 0 to 1; `None` when unknown, as in text.
        path: the file, as named by the reviewer; `None` when it names none.
        line_range: the first and the last line, from 1; `None` when the reviewer names none.
        source: `json` when it was read from the reviewer's JSON, `text` when from the text that the
            runtime makes of it, and `unparsed` when neither has the expected form.
    """

    title: str
    body: str = ""
    priority: int | None = None
    confidence: float | None = None
    path: str | None = None
    line_range: tuple[int, int] | None = None
    source: FindingSource = "json"

    def __attrs_post_init__(self) -> None:
        lines = self.line_range
        if lines is None:
            return
        whole = isinstance(lines, tuple) and len(lines) == 2 and {type(n) for n in lines} == {int}
        if not whole or not 0 <= lines[0] <= lines[1]:
            raise InvalidArgumentError(
                f"line_range must be the first and the last line, such as (3, 5), not {lines!r}"
            )

    def to_json(self) -> JsonValue:
        """Returns the finding as plain JSON."""
        return {
            "title": self.title,
            "body": self.body,
            "priority": self.priority,
            "confidence": self.confidence,
            "path": self.path,
            "lineRange": None if self.line_range is None else [*self.line_range],
            "source": self.source,
        }


@attrs.frozen(kw_only=True)
class Report:
    """What a reviewer has reported.

    Attributes:
        findings: the findings, in order.
        explanation: the overall explanation.
        correctness: the verdict on the patch; `None` in text.
        confidence: how sure the reviewer is of the verdict; `None` in text.
    """

    findings: list[Finding]
    explanation: str
    correctness: str | None = None
    confidence: float | None = None


def read_report(replies: list[str], shown: str) -> Report:
    """Reads a report.

    Args:
        replies: the reviewer's messages as they were; empty where the runtime does not send them.
        shown: the text that the runtime shows for the review.
    """
    for text in (*reversed(replies), shown):
        report = _from_json(text)
        if report is not None:
            return report
    header = _HEADER.search(shown)
    if header is None:
        return Report(findings=[], explanation=shown.strip())
    explanation = shown[: header.start()].strip()
    return Report(findings=[*_from_text(shown[header.end() :])], explanation=explanation)


def _from_json(text: str) -> Report | None:
    # The model may put the object into a code block, or text around it.
    start, end = text.find("{"), text.rfind("}")
    try:
        whole: Any = json.loads(text[start : end + 1]) if 0 <= start < end else None
    except ValueError:
        return None
    if not isinstance(whole, dict) or not isinstance(whole.get("findings"), list):
        return None
    verdict, explanation = whole.get("overall_correctness"), whole.get("overall_explanation")
    return Report(
        findings=[_finding(one) for one in whole["findings"]],
        explanation=explanation if isinstance(explanation, str) else "",
        correctness=verdict if isinstance(verdict, str) else None,
        confidence=_number(whole.get("overall_confidence_score")),
    )


def _finding(raw: Any) -> Finding:
    try:
        title, priority = _split_priority(raw["title"])
        place = raw.get("code_location") or {}
        lines = place.get("line_range")
        given = raw.get("priority")
        return Finding(
            title=title,
            body=str(raw.get("body") or ""),
            priority=given if type(given) is int else priority,
            confidence=_number(raw.get("confidence_score")),
            path=place.get("absolute_file_path"),
            line_range=None if lines is None else (lines["start"], lines["end"]),
        )
    except (InvalidArgumentError, LookupError, TypeError, AttributeError):
        text = json.dumps(raw, ensure_ascii=False)
        named = raw.get("title") if isinstance(raw, dict) else None
        return Finding(title=str(named or text), body=text, source="unparsed")


def _from_text(text: str) -> Iterator[Finding]:
    for part in _BULLET.split(text)[1:]:
        head, _, indented = part.rstrip().partition("\n")
        body = re.sub(r"^ {1,2}", "", indented, flags=re.MULTILINE)
        title, priority = _split_priority(re.sub(r"^\[[ x]\] ", "", head))
        found = _HEAD.fullmatch(title)
        try:
            if found is None:
                raise InvalidArgumentError("not the form of a finding")
            first = int(found["first"])
            yield Finding(
                title=found["title"],
                body=body,
                priority=priority,
                path=found["path"],
                line_range=(first, int(found["last"] or first)),
                source="text",
            )
        except InvalidArgumentError:
            yield Finding(title=title, body=part.rstrip(), priority=priority, source="unparsed")


def _split_priority(title: str) -> tuple[str, int | None]:
    mark = _PRIORITY.match(title)
    return (title, None) if mark is None else (title[mark.end() :], int(mark[1]))


def _number(value: Any) -> float | None:
    return float(value) if type(value) in (int, float) else None


exported("trio_codex", Finding)
