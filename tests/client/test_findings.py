"""Findings: read from the reviewer's JSON, from the runtime's text, or kept as they came."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trio_codex import Finding, InvalidArgumentError
from trio_codex._client.findings import read_report
from trio_codex.testing import model_items

FOUND = model_items.finding("Off by one", "/a b/x.py", (3, 5), body="One.\n- Two.", priority=2)


def report_of(*findings: Any) -> str:
    return json.dumps(
        {
            "findings": [*findings],
            "overall_correctness": "patch is incorrect",
            "overall_explanation": "See below.",
            "overall_confidence_score": 1,
        }
    )


def test_the_reviewers_json_has_everything() -> None:
    report = read_report([report_of(FOUND), ""], "the text is not used")
    assert report.correctness == "patch is incorrect" and report.confidence == 1.0
    assert report.explanation == "See below."
    assert report.findings == [
        Finding(
            title="Off by one",
            body="One.\n- Two.",
            priority=2,
            confidence=0.9,
            path="/a b/x.py",
            line_range=(3, 5),
            source="json",
        )
    ]


@pytest.mark.parametrize("header", ["Review comment:", "Full review comments:"])
@pytest.mark.parametrize("dash", ["\u2014", "-"])
def test_the_text_of_a_review_is_read(header: str, dash: str) -> None:
    text = (
        f"Two paragraphs\n- with a list.\n\n{header}\n\n"
        f"- [P2] Off \u2014 by one {dash} /a b/x.py:3-5\n"
        f"  One.\n  - Two.\n\n- No priority {dash} z.py:7\n"
    )
    report = read_report([], text)
    assert report.explanation == "Two paragraphs\n- with a list." and report.correctness is None
    first, second = report.findings
    assert (first.title, first.priority, first.path, first.line_range, first.source) == (
        *("Off \u2014 by one", 2, "/a b/x.py", (3, 5)),
        "text",
    )
    assert first.body == "One.\n- Two." and first.confidence is None
    assert (second.title, second.priority, second.line_range) == ("No priority", None, (7, 7))


@pytest.mark.parametrize(
    "raw",
    [
        {**FOUND, "code_location": {"line_range": {"start": -3, "end": 5}}},
        {**FOUND, "code_location": {"line_range": {"start": 9, "end": 5}}},
        {**FOUND, "code_location": {"line_range": {"start": 1}}},
        {**FOUND, "title": None},
        "not an object",
    ],
)
def test_a_finding_that_does_not_parse_is_kept_and_marked(raw: Any) -> None:
    bad, good = read_report([], report_of(raw, FOUND)).findings
    assert bad.source == "unparsed" and json.loads(bad.body) == raw and bad.line_range is None
    assert good.source == "json"


def test_text_that_does_not_parse_is_kept_and_marked() -> None:
    text = "Why.\n\nFull review comments:\n\n- [P1] No place\n  body\n- [P0] Bad \u2014 x.py:9-3\n"
    first, second = read_report([], text).findings
    assert first.source == second.source == "unparsed"
    assert first.title == "No place" and first.body == "[P1] No place\n  body"
    assert first.priority == 1 and second.body == "[P0] Bad \u2014 x.py:9-3"


def test_a_review_without_findings_is_its_explanation() -> None:
    report = read_report([], "Nothing to object.\n")
    assert report.findings == [] and report.explanation == "Nothing to object."


@given(st.text(), st.text())
def test_no_text_breaks_the_reading(reply: str, shown: str) -> None:
    for report in (
        read_report([reply], shown),
        read_report([], f"Review comment:\n\n- {shown}"),
        read_report(['{"findings": [' + reply + "]}"], shown),
    ):
        assert all(isinstance(finding, Finding) for finding in report.findings)


@pytest.mark.parametrize("lines", [(-1, 3), (5, 3), (1.0, 2), (True, 2), (1, 2, 3), [1, 2]])
def test_lines_that_are_none_are_refused(lines: Any) -> None:
    with pytest.raises(InvalidArgumentError, match=r"line_range must be the first and the last"):
        Finding(title="x", line_range=lines)
