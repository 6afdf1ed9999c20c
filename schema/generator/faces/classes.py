"""The classes of a face: which methods they have, and how each is written."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterator

from .docstrings import adapt
from .rewriting import Rewriter, check_replaced, is_checkpoint
from .rules import Rules, TimedMethod
from .source import Function, Source

__all__ = ["ClassWriter"]

_LEAVING = ("__aexit__", "aclose")
_SECTION = re.compile(r"^ {4}# -- .* -+$", re.MULTILINE)


class ClassWriter:
    """Writes one class of a face.

    Args:
        rules: the rules of the face.
        source: the module of the class.
        node: the class.
        by_hand: the methods that its base in the face has by hand.
    """

    def __init__(
        self, rules: Rules, source: Source, node: ast.ClassDef, by_hand: frozenset[str]
    ) -> None:
        self._rules = rules
        self._source = source
        self._node = node
        self._class = rules.classes[node.name]
        self._by_hand = by_hand
        self._rewriter = Rewriter(rules, source)
        self._methods = {function.name: function for function in _functions(node.body)}
        self._own = frozenset(
            {
                *("_client", "_portal", "_async", "_lock"),
                *by_hand,
                *self._class.also,
                *(rules.name(name) for name in self._needed()),
            }
        )

    def text(self) -> str:
        """Write the class."""
        node, rules = self._node, self._rules
        bases = (
            [self._class.base.rpartition(".")[2]] if self._class.base and not self._inherits else []
        )
        bases += [self._adapted_base(base) for base in node.bases]
        lines = [f"@{ast.unparse(decorator)}\n" for decorator in node.decorator_list]
        lines.append(f"class {self._class.name}{'(' + ', '.join(bases) + ')' if bases else ''}:\n")
        doc = self._class.doc.strip() or ast.get_docstring(node)
        assert doc is not None, node.name
        lines.append(adapt(doc, rules, " " * 4) + "\n\n")
        lines += self._constructor()
        lines += self._members(node.body)
        check_replaced(self._class.replace, self._source.segment(node), node.name)
        return "".join(lines)

    @property
    def _inherits(self) -> bool:
        return any(ast.unparse(base) in self._rules.classes for base in self._node.bases)

    def _adapted_base(self, base: ast.expr) -> str:
        name = ast.unparse(base)
        head, bracket, rest = name.partition("[")
        return self._rules.name(head) + bracket + rest

    def _constructor(self) -> Iterator[str]:
        rules = self._class
        if rules.kind != "held":
            return
        alias = self._rules.alias(self._node.name)
        if self._inherits and not rules.base:
            yield f"    _async: {alias}\n\n"
        elif not rules.base:
            client = self._rules.name("AppServerClient")
            generic = "[OutputT]" if self._is_generic() else ""
            yield f"    def __init__(self, client: {client}, held: {alias}{generic}) -> None:\n"
            for line in (
                *("self._client = client", "self._portal = client.portal", "self._async = held"),
                *rules.init,
            ):
                yield f"        {line}\n"
            yield "\n"

    def _is_generic(self) -> bool:
        return any(ast.unparse(base) == "Generic[OutputT]" for base in self._node.bases)

    # -- which methods -------------------------------------------------------------------------

    def _members(self, body: list[ast.stmt]) -> Iterator[str]:
        section = ""
        position = self._source.start(body[0])
        for member in body:
            found = _SECTION.findall(self._source.text[position : self._source.start(member)])
            section = found[-1] if found else section
            position = self._source.end(member)
            written = "".join(self._member(member))
            if written:
                yield f"{section}\n\n{written}\n" if section else f"{written}\n"
                section = ""

    def _member(self, member: ast.stmt) -> Iterator[str]:
        if isinstance(member, ast.If):
            inner = "".join(self._members(member.body))
            if inner:
                yield f"    if {ast.unparse(member.test)}:\n\n{inner}"
        elif isinstance(member, Function):
            if self._wanted(member):
                yield self._method(member)
        elif self._class.kind == "copied" and not isinstance(member, ast.Expr):
            yield f"    {self._source.segment(member)}\n"

    def _wanted(self, function: Function) -> bool:
        name = self._rules.name(function.name)
        if name in self._by_hand:
            return False
        if function.name in (*self._rules.left_out, *self._class.left_out):
            return False
        if self._class.kind == "copied":
            return True
        if function.name == "__init__":
            return False
        private = name.startswith("_") and not name.endswith("__")
        return not private or name in self._class.also or function.name in self._needed()

    def _needed(self) -> set[str]:
        """Find the private methods that copied bodies call and that the face has itself."""
        needed: set[str] = set()
        if self._class.kind == "copied":
            return needed
        todo = [name for name in self._methods if not name.startswith("_")]
        while todo:
            function = self._methods[todo.pop()]
            if not self._is_copied(function):
                continue
            for node in ast.walk(function):
                if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "self":
                    called = self._methods.get(node.attr)
                    if called is None or not node.attr.startswith("_") or node.attr in needed:
                        continue
                    if self._is_copied(called) and _is_called(function, node):
                        needed.add(node.attr)
                        todo.append(node.attr)
        return needed

    def _is_copied(self, function: Function) -> bool:
        """Whether a method of a held object does what it does itself, and not the async one."""
        if self._class.kind == "copied":
            return True
        if function.name in self._class.bodies or _is_property(function):
            return False
        if self._opened(function) is not None:
            return False
        if isinstance(function, ast.FunctionDef):
            return self._makes_copies(function)
        if _has_async_statement(function):
            return False
        awaits = [node for node in ast.walk(function) if isinstance(node, ast.Await)]
        awaits = [node for node in awaits if not is_checkpoint(node.value)]
        if not awaits:
            return ast.unparse(function.body[-1]) == "return self" and len(function.body) == 2
        return all(self._needs_no_task(node.value) for node in awaits)

    def _needs_no_task(self, awaited: ast.expr) -> bool:
        if not isinstance(awaited, ast.Call):
            return False
        called = ast.unparse(awaited.func)
        if called in self._rules.requests:
            return True
        own = self._methods.get(called.removeprefix("self."))
        return called.startswith("self.") and own is not None and self._is_copied(own)

    def _makes_copies(self, function: ast.FunctionDef) -> bool:
        names = {node.id for node in ast.walk(function) if isinstance(node, ast.Name)}
        classes = self._rules.classes
        return any(name in classes and classes[name].kind == "copied" for name in names)

    def _opened(self, function: Function) -> str | None:
        """Return the class of the held object that a call returns, if it returns one."""
        if function.returns is None:
            return None
        text = ast.unparse(function.returns)
        wrapped = re.match(r"AwaitableScope\[(.*)\]$", text)
        rules = self._rules.classes.get(re.split(r"\W", wrapped[1] if wrapped else text)[0])
        return rules.name if rules is not None and rules.kind == "held" else None

    # -- how they are written ------------------------------------------------------------------

    def _method(self, function: Function) -> str:
        indent = " " * (function.col_offset + 4)
        timed = self._rules.timed.get(f"{self._node.name}.{function.name}")
        signature = self._rewriter.signature(
            function,
            timed=timed is not None,
            deadline=self._class.deadline and function.name == "__init__",
        )
        decorators = "".join(
            f"{' ' * function.col_offset}@{ast.unparse(decorator)}\n"
            for decorator in function.decorator_list
        )
        doc = ast.get_docstring(function)
        raises = self._class.raises.get(function.name)
        parts = [f"{decorators}{' ' * function.col_offset}{signature}\n"]
        if doc is not None:
            parts.append(adapt(doc, self._rules, indent, timed=timed, raises=raises) + "\n")
        before = self._class.before.get(function.name, "")
        parts += [f"{indent}{line}\n" for line in before.splitlines()]
        parts.append(self._body(function, timed, indent))
        return "".join(parts) + "\n"

    def _body(self, function: Function, timed: TimedMethod | None, indent: str) -> str:
        if function.name in self._class.bodies:
            lines = self._class.bodies[function.name].strip().splitlines()
        elif self._is_copied(function):
            return self._copy(function, timed)
        else:
            lines = [line for line in self._handed_on(function, timed) if line]
        return "\n".join(f"{indent}{line}" for line in lines)

    def _copy(self, function: Function, timed: TimedMethod | None) -> str:
        deadline = "" if timed is None else f"Deadline(timeout, {timed.what!r})"
        own = None if self._class.kind == "copied" else self._own
        replace = self._class.replace
        body = self._rewriter.copied(function, own=own, replace=replace, deadline=deadline)
        if function.name in self._class.locked:
            lines = inspect.cleandoc("\n" + body).splitlines()
            body = "\n".join(["with self._lock:", *(f"    {line}" for line in lines)])
            body = "\n".join(
                f"        {line}" if line.strip() else "" for line in body.splitlines()
            )
        if function.name == "__init__":
            init = ["self._deadline = deadline"] * self._class.deadline + self._class.init
            body += "".join(f"\n        {line}" for line in init)
        return body

    def _handed_on(self, function: Function, timed: TimedMethod | None) -> Iterator[str]:
        """Write the body of a method that the async object carries out."""
        name, rules = function.name, self._rules
        target = f"self._async.{name}"
        arguments = ", ".join((target, *self._arguments(function)))
        awaited = "" if rules.blocking else "await "
        opened = self._opened(function)
        if _is_property(function):
            yield f"return {target}"
        elif name == "__repr__":
            renamed = '.replace("<Async", "<", 1)' if rules.without else ""
            yield f"return repr(self._async){renamed}"
        elif opened is not None:
            yield from self._open(function, opened, arguments)
        elif isinstance(function, ast.FunctionDef):
            yield from self._plain(function, arguments)
        elif name in _LEAVING or name in self._class.leaving:
            yield f"{awaited}self._portal.leave({arguments})"
        elif name == "__aenter__":
            yield f"{awaited}self._portal.run({arguments})"
            yield "return self"
        else:
            run = "self._portal.run("
            if timed is not None:
                run = f"self._portal.run_within(timeout, {timed.what!r}, "
            returned = ast.unparse(function.returns) if function.returns else "None"
            yield f"{'return ' * (returned != 'None')}{awaited}{run}{arguments})"

    def _open(self, function: Function, opened: str, arguments: str) -> Iterator[str]:
        client = "self" if self._node.name == "AppServerClient" else "self._client"
        plain = isinstance(function, ast.FunctionDef)
        if plain and not ast.unparse(function.returns or ast.Constant("")).startswith("Awaitable"):
            yield f"return {opened}({client}, self._portal.run_sync({arguments}))"
        else:
            awaited = "" if plain or self._rules.blocking else "await "
            returned = ast.unparse(function.returns or ast.Constant(""))
            opening = "_open_if_any" if returned.endswith("| None") else "_open"
            yield f"return {awaited}{client}.{opening}({opened}, {arguments})"

    def _plain(self, function: ast.FunctionDef, arguments: str) -> Iterator[str]:
        if function.name in self._class.here:
            target, _, rest = arguments.partition(", ")
            yield f"return {target}({rest})"
        else:
            yield f"return self._portal.read({arguments})"

    def _arguments(self, function: Function) -> Iterator[str]:
        arguments = function.args
        for argument in arguments.args[1:]:
            yield self._argument(argument)
        if arguments.vararg is not None:
            yield f"*{arguments.vararg.arg}"
        for argument in arguments.kwonlyargs:
            yield f"{argument.arg}={self._argument(argument)}"

    def _argument(self, argument: ast.arg) -> str:
        annotation = "" if argument.annotation is None else ast.unparse(argument.annotation)
        form = self._rules.arguments.get(annotation, "{}")
        return form.format(argument.arg)


def _functions(body: list[ast.stmt]) -> Iterator[Function]:
    for member in body:
        if isinstance(member, Function):
            yield member
        elif isinstance(member, ast.If):
            yield from _functions(member.body)


def _is_property(function: Function) -> bool:
    return any(ast.unparse(decorator) == "property" for decorator in function.decorator_list)


def _has_async_statement(function: Function) -> bool:
    kinds = (ast.AsyncFor, ast.AsyncWith)
    return any(isinstance(node, kinds) for node in ast.walk(function))


def _is_called(function: Function, attribute: ast.Attribute) -> bool:
    return any(isinstance(node, ast.Call) and node.func is attribute for node in ast.walk(function))
