"""Docstrings of a face: those of the source with the words that differ replaced."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ..ir import SchemaError
from .rules import Rules, TimedMethod

__all__ = ["adapt", "adapt_comment"]

_WIDTH = 100
_SECTION = re.compile(r"^(Args|Attributes|Raises|Returns|Raises \(while iterating\)):$")
_ENTRY = re.compile(r"^ {4}(\w+): ")
_NAMED = re.compile(r"\w+: ")
_TIMEOUT_ERROR = "`timeout` is not a positive, finite number."


@dataclass(slots=True)
class _Text:
    """A paragraph or an entry: its lines in the source, until it is changed."""

    text: str
    lines: list[str] | None = None


@dataclass(slots=True)
class _Block:
    """A paragraph, or a section with its entries; a paragraph has no title."""

    title: str
    texts: list[_Text] = field(default_factory=list)

    def lines(self, indent: str) -> Iterator[str]:
        """Write the block; what is as in the source keeps its line breaks."""
        if self.title:
            yield f"{indent}{self.title}:"
        entry = indent + " " * 4 if self.title else indent
        for one in self.texts:
            hanging = " " * 4 if self.title and _NAMED.match(one.text) else ""
            if one.lines is None:
                yield from _wrapped(one.text, entry, entry + hanging)
            else:
                yield from (indent + line for line in one.lines)

    def names(self) -> list[str]:
        """Return the name that each entry begins with."""
        return [one.text.partition(":")[0] for one in self.texts]


def _wrapped(text: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )


def adapt(
    doc: str,
    rules: Rules,
    indent: str,
    *,
    timed: TimedMethod | None = None,
    raises: Mapping[str, str] | None = None,
) -> str:
    """Return a docstring as the face has it, with its quotes.

    Args:
        doc: the docstring of the source, cleaned.
        rules: the rules of the face.
        indent: what each of its lines begins with.
        timed: the method's `timeout=`, if it has one.
        raises: errors that only the face has.

    Raises:
        SchemaError: A word is left that the face must not have.
    """
    blocks = [_adapted(block, rules, timed is not None) for block in _blocks(doc)]
    if timed is not None:
        _add_timeout(blocks, timed)
    for name, line in (raises or {}).items():
        _section(blocks, "Raises").texts.insert(0, _Text(f"{name}: {line}"))
    parts = ["\n".join(block.lines(indent)) for block in blocks]
    text = "\n\n".join(parts).strip()
    found = re.search(rules.forbidden, text)
    if found is not None:
        raise SchemaError(f"no rule of faces.toml replaces {found[0]!r} in:\n{text}")
    return f'{indent}"""{text}"""' if len(parts) == 1 else f'{indent}"""{text}\n{indent}"""'


def adapt_comment(text: str, rules: Rules) -> str:
    """Return a comment of a copied body as the face has it."""
    return _replaced(text, rules, timed=False)


def _blocks(doc: str) -> Iterator[_Block]:
    for paragraph in doc.split("\n\n"):
        lines = paragraph.split("\n")
        section = _SECTION.match(lines[0])
        if section is None:
            yield _Block("", [_Text(" ".join(line.strip() for line in lines), lines)])
            continue
        entries: list[list[str]] = []
        for line in lines[1:]:
            if entries and not _ENTRY.match(line) and line.startswith(" " * 4):
                entries[-1].append(line)
            else:
                entries.append([line])
        texts = [_Text(" ".join(line.strip() for line in entry), entry) for entry in entries]
        yield _Block(section[1], texts)


def _adapted(block: _Block, rules: Rules, timed: bool) -> _Block:
    texts: list[_Text] = []
    for one in block.texts:
        replaced = _replaced(one.text, rules, timed=timed)
        texts.append(one if replaced == one.text else _Text(replaced))
    return _Block(block.title, texts)


def _replaced(text: str, rules: Rules, *, timed: bool) -> str:
    for pattern, replacement in rules.phrases:
        if pattern.startswith("(?#timed)") <= timed:
            text = re.sub(pattern, replacement, text)
    return text


def _section(blocks: list[_Block], title: str) -> _Block:
    for block in blocks:
        if block.title == title:
            return block
    # `Args` goes in front of the errors, and those in front of what cancellation does.
    order = ("Args", "Returns", "Raises", "Raises (while iterating)")
    later = [order.index(block.title) if block.title in order else -1 for block in blocks]
    place = next(
        (number for number, found in enumerate(later) if found > order.index(title)),
        max((n for n, found in enumerate(later) if found >= 0), default=len(blocks) - 1) + 1,
    )
    block = _Block(title)
    blocks.insert(place, block)
    return block


def _add_timeout(blocks: list[_Block], timed: TimedMethod) -> None:
    if timed.doc:
        arguments = _section(blocks, "Args")
        names = arguments.names()
        place = names.index("idle_timeout") + 1 if "idle_timeout" in names else len(names)
        arguments.texts.insert(place, _Text(f"timeout: {timed.doc}"))
    if timed.note:
        first = next(number for number, block in enumerate(blocks) if block.title)
        paragraph = blocks[first - 1]
        paragraph.texts = [_Text(f"{paragraph.texts[0].text} {timed.note}")]
    iterating = "Raises (while iterating)"
    titles = [block.title for block in blocks]
    errors = _section(blocks, iterating if iterating in titles else "Raises")
    earlier = [
        number
        for number, name in enumerate(errors.names())
        if name in ("InvalidArgumentError", "RuntimeVersionError")
    ]
    place = earlier[-1] + 1 if earlier else 0
    errors.texts.insert(place, _Text(f"TimeoutError: {timed.error}"))
    refused = _section(blocks, "Raises")
    if "InvalidArgumentError" not in refused.names():
        refused.texts.insert(0, _Text(f"InvalidArgumentError: {_TIMEOUT_ERROR}"))
