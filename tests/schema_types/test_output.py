"""An output type becomes the schema of a turn, and its final response a value or an error."""

from __future__ import annotations

from typing import Any, Literal

import attrs
import pytest

from trio_codex._schema.output import output_spec
from trio_codex.errors import InvalidArgumentError, OutputValidationError


@attrs.frozen
class Answer:
    text: str
    score: int


@attrs.frozen
class Refusal:
    reason: str


def test_a_class_is_asked_for_as_it_is() -> None:
    spec = output_spec(Answer)
    assert not spec.wrapped
    assert spec.schema["type"] == "object"
    assert spec.decode('{"text": "yes", "score": 3}') == Answer("yes", 3)


@pytest.mark.parametrize(
    ("tp", "text", "expected"),
    [
        (int, '{"value": 3}', 3),
        (list[int], '{"value": [1, 2]}', [1, 2]),
        (Literal["yes", "no"], '{"value": "no"}', "no"),
        (Answer | Refusal, '{"value": {"reason": "no"}}', Refusal("no")),
        (Answer | None, '{"value": null}', None),
    ],
)
def test_what_is_no_object_is_wrapped_on_the_wire_only(
    tp: Any, text: str, expected: object
) -> None:
    spec = output_spec(tp)
    assert spec.wrapped
    assert spec.schema["type"] == "object"
    assert spec.schema["required"] == ["value"]
    assert spec.decode(text) == expected


@pytest.mark.parametrize(
    ("text", "path", "match"),
    [
        ("no JSON", "$", "is not JSON: "),
        ("", "$", "is not JSON"),
        ('{"text": "a", "score": NaN}', "$", "is not JSON"),
        ('{"text": "\ud800", "score": 1}', "$", "is not JSON"),
        ("[" * 100_000, "$", "is not JSON"),
        ("[]", "$", "expected object, got array"),
        ('{"text": "a", "score": "b"}', "$.score", r"at \$\.score: expected integer, got string"),
        ('{"text": "a"}', "$.score", "is missing"),
        ('{"text": "a", "score": 1, "more": 2}', "$.more", "is not a key of Answer"),
        (None, "$", "ended without a final response"),
    ],
)
def test_a_response_that_does_not_fit_says_where(text: str | None, path: str, match: str) -> None:
    with pytest.raises(OutputValidationError, match=match) as caught:
        output_spec(Answer).decode(text)
    assert (caught.value.text, caught.value.path) == (text, path)


def test_a_value_that_was_wrapped_is_blamed_inside_the_wrapping() -> None:
    with pytest.raises(OutputValidationError, match="integer") as caught:
        output_spec(list[int]).decode('{"value": [1, "x"]}')
    assert caught.value.path == "$.value[1]"


def test_big_integers_arrive_exactly() -> None:
    assert output_spec(int).decode('{"value": 123456789012345678901}') == 123456789012345678901


def test_an_inexpressible_output_type_is_refused_before_anything_is_sent() -> None:
    with pytest.raises(InvalidArgumentError, match=r"\$: dict\[str, int\] is not expressible"):
        output_spec(dict[str, int])
