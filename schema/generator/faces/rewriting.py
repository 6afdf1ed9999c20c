"""Copying parts of the source into a face: without `await`, with the face's names."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from ..ir import SchemaError
from .docstrings import adapt_comment
from .rules import Rules
from .source import Edits, Function, Source, relative_import

__all__ = ["Rewriter", "check_replaced", "is_checkpoint"]

_CHECKPOINTS = re.compile(r"(trio\.lowlevel\.)?checkpoint\w*$")
_NOQA = re.compile(r"# noqa: ASYNC\d+( - .*)?$")


class Rewriter:
    """The replacements in one module of the source.

    Args:
        rules: the rules of the face.
        source: the module.
    """

    def __init__(self, rules: Rules, source: Source) -> None:
        self._rules = rules
        self._source = source
        self._comments = [
            token
            for token in tokenize.generate_tokens(io.StringIO(source.text).readline)
            if token.type == tokenize.COMMENT
        ]

    def signature(self, function: Function, *, timed: bool, deadline: bool) -> str:
        """Return the `def` of a method up to its colon.

        Args:
            function: the method.
            timed: whether it takes `timeout=` in the face.
            deadline: whether it is a constructor that takes a deadline.
        """
        edits = Edits(self._source)
        first = function.body[0]
        for part in (function.args, *([function.returns] if function.returns else ())):
            for node, awaited in _annotations(part):
                if awaited:
                    self._name_held(node, edits)
                    continue
                self._rename(node, edits)
                if self._rules.blocking:
                    self._unwrap(node, edits)
        start = self._source.start(function)
        self._head(function, edits)
        if timed:
            self._add_timeout(function, edits)
        if deadline:
            end = self._source.end(function.args.args[-1])
            edits.replace(end, end, ", deadline: Deadline")
        self._adapt_comments(start, self._source.start(first), edits)
        return edits.applied(start, self._source.start(first)).rstrip()

    def copied(
        self,
        function: Function,
        *,
        own: AbstractSet[str] | None,
        replace: dict[str, str],
        deadline: str,
    ) -> str:
        """Return the body of a method behind its docstring.

        Args:
            function: the method.
            own: the private names that an object of the face has itself; `None`: all of them.
            replace: texts of the source and what stands for them.
            deadline: the deadline that constructors in it are given; without one they get none.
        """
        edits = Edits(self._source)
        documented = ast.get_docstring(function) is not None
        statements = function.body[1:] if documented else function.body
        start, end = self._lines(function.body[0], statements[-1], documented=documented)
        for text, other in replace.items():
            place = self._source.text.find(text, start, end)
            while place >= 0:
                edits.replace(place, place + len(text), other)
                place = self._source.text.find(text, place + len(text), end)
        for statement in statements:
            for node in ast.walk(statement):
                self._rename(node, edits)
                self._own(node, own, edits)
                self._import(node, edits)
                self._deadline(node, deadline, edits)
                self._drop_checkpoint(node, edits)
                if self._rules.blocking:
                    self._unawait(node, edits)
        self._adapt_comments(start, end, edits)
        return edits.applied(start, end)

    def _lines(self, first: ast.stmt, last: ast.stmt, *, documented: bool) -> tuple[int, int]:
        text = self._source.text
        begin = self._source.end(first) if documented else self._source.start(first)
        start = text.index("\n", begin) + 1 if documented else text.rindex("\n", 0, begin) + 1
        return start, text.index("\n", self._source.end(last))

    # -- single nodes --------------------------------------------------------------------------

    def _rename(self, node: ast.AST, edits: Edits) -> None:
        rules, source = self._rules, self._source
        if isinstance(node, ast.Name) and rules.name(node.id) != node.id:
            edits.replace(source.start(node), source.end(node), rules.name(node.id))
        elif isinstance(node, ast.Attribute) and node.attr in rules.names:
            end = source.end(node)
            edits.replace(end - len(node.attr), end, rules.names[node.attr])

    def _name_held(self, node: ast.AST, edits: Edits) -> None:
        """Names a class of the source: its object is awaited in the Trio thread."""
        if isinstance(node, ast.Name) and node.id in self._rules.classes:
            alias = self._rules.alias(node.id)
            edits.replace(self._source.start(node), self._source.end(node), alias)

    def _own(self, node: ast.AST, own: AbstractSet[str] | None, edits: Edits) -> None:
        if own is None or not isinstance(node, ast.Attribute):
            return
        if not isinstance(node.value, ast.Name) or node.value.id != "self":
            return
        if node.attr.startswith("_") and self._rules.name(node.attr) not in own:
            edits.replace(
                self._source.start(node.value), self._source.end(node.value), "self._async"
            )

    def _import(self, node: ast.AST, edits: Edits) -> None:
        if isinstance(node, ast.ImportFrom):
            lines = [
                relative_import(
                    self._source.resolve(node, alias.name), alias.name, alias.asname or alias.name
                )
                for alias in node.names
            ]
            indent = "\n" + " " * node.col_offset
            edits.replace(self._source.start(node), self._source.end(node), indent.join(lines))

    def _deadline(self, node: ast.AST, deadline: str, edits: Edits) -> None:
        """Hands the deadline to what waits, and keeps it out of the options."""
        if not deadline or not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            return
        source, rules = self._source, self._rules.classes.get(node.func.id)
        if rules is not None and rules.deadline:
            end = source.end(node) - 1
            edits.replace(end, end, f", {deadline}")
        elif node.args and ast.unparse(node.args[0]) == "locals()":
            end = source.end(node.args[0])
            edits.replace(end, end, ', "timeout"')

    def _unwrap(self, node: ast.AST, edits: Edits) -> None:
        if not isinstance(node, ast.Subscript) or not isinstance(node.value, ast.Name):
            return
        if node.value.id == "AwaitableScope":
            source = self._source
            edits.replace(source.start(node), source.start(node.slice), "")
            edits.replace(source.end(node.slice), source.end(node), "")

    def _drop_checkpoint(self, node: ast.AST, edits: Edits) -> None:
        if not isinstance(node, ast.Expr) or not isinstance(node.value, ast.Await):
            return
        if is_checkpoint(node.value.value):
            text = self._source.text
            start = text.rindex("\n", 0, self._source.start(node)) + 1
            edits.drop(start, text.index("\n", self._source.end(node)) + 1)

    def _unawait(self, node: ast.AST, edits: Edits) -> None:
        source, text = self._source, self._source.text
        if isinstance(node, ast.Await):
            start, end = source.start(node), source.end(node)
            edits.replace(start, source.start(node.value), "")
            bare = isinstance(node.value, ast.Call | ast.Attribute | ast.Name)
            if bare and text[start - 1] == "(" and text[end : end + 2] == ").":
                edits.replace(start - 1, start, "")
                edits.replace(end, end + 1, "")
        elif isinstance(node, ast.AsyncFor | ast.AsyncWith | ast.AsyncFunctionDef):
            start = source.start(node)
            edits.replace(start, start + len("async "), "")

    def _head(self, function: Function, edits: Edits) -> None:
        start = self._source.start(function)
        if self._rules.blocking and isinstance(function, ast.AsyncFunctionDef):
            edits.replace(start, start + len("async "), "")
        name = self._rules.names.get(function.name)
        if name is not None:
            place = self._source.text.index(function.name, start)
            edits.replace(place, place + len(function.name), name)

    def _add_timeout(self, function: Function, edits: Edits) -> None:
        parameter = "timeout: float | None = None"
        arguments = function.args
        if not arguments.kwonlyargs:
            end = self._source.end(arguments.args[-1])
            edits.replace(end, end, f", *, {parameter}")
            return
        pairs = list(zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True))
        named = [pair for pair in pairs if pair[0].arg == "idle_timeout"]
        argument, default = (named or pairs)[-1]
        end = self._source.end(argument if default is None else default)
        edits.replace(end, end, f", {parameter}")

    def _adapt_comments(self, start: int, end: int, edits: Edits) -> None:
        for token in self._comments:
            place = self._source.offset(token.start[0], 0) + token.start[1]
            if not start <= place < end:
                continue
            if _NOQA.match(token.string):
                before = self._source.text[:place].rstrip(" ")
                edits.replace(len(before), place + len(token.string), "")
            else:
                adapted = adapt_comment(token.string, self._rules)
                if adapted != token.string:
                    edits.replace(place, place + len(token.string), adapted)


def _annotations(part: ast.AST, awaited: bool = False) -> Iterator[tuple[ast.AST, bool]]:
    """Walk through annotations, and say of each node whether it is inside of `Awaitable[...]`."""
    for node in ast.iter_child_nodes(part) if isinstance(part, ast.arguments) else (part,):
        inside = awaited or (
            isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Awaitable"
        )
        yield node, inside
        for child in ast.iter_child_nodes(node):
            yield from _annotations(child, inside)


def is_checkpoint(awaited: ast.expr) -> bool:
    """Say whether an awaited call only lets other tasks run."""
    return isinstance(awaited, ast.Call) and bool(_CHECKPOINTS.match(ast.unparse(awaited.func)))


def check_replaced(replace: dict[str, str], copies: str, name: str) -> None:
    """Refuse replacements that nothing was found for.

    Raises:
        SchemaError: The source has changed.
    """
    for text in replace:
        if text not in copies:
            raise SchemaError(f"faces.toml: {name} has no {text!r}")
