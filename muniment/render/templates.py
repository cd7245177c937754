"""Templates by name → an environment that prints them, with everything worked out beforehand that no page changes.

Knows no page. What Jinja writes for a template is right for any caller and any value; ours are few. So constant words
are put in once, blocks and loops fill a list instead of handing on each piece, and functions are called as they are.
The tests hold all of it against Jinja as it comes.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import lru_cache
from keyword import iskeyword
from typing import Any

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined, Template, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Macro
from markupsafe import Markup

from muniment.typeset import escape
from muniment.views.timeline import Reference

NO_NAMES: Mapping[str, object] = {}
_SAID = re.compile(r"""\bsay\(\s*(["'])(.*?)\1\s*\)""")
"""Words of the interface that a template may hold once it is compiled."""
_LASTING = frozenset((int, Reference))
"""Sorts of values of which a macro remembers its text, since many pages have the same ones."""
_MOST = 4000
"""Values of which a macro remembers its text."""
_SHORT = 160
"""Characters of the longest text whose escaped form is remembered."""


def environment(
    templates: Mapping[str, str],
    say: Callable[[str], str],
    names: Mapping[str, object] = NO_NAMES,
    compiled: dict[str, bytes] | None = None,
) -> Environment:
    """Make the environment of some templates, in which `say` and other names are known everywhere.

    `compiled` remembers what the templates became, for the next environment.
    """
    made = _Environment(
        say,
        loader=FunctionLoader(_named(templates)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=printed,
        auto_reload=False,
        bytecode_cache=None if compiled is None else _Compiled(compiled, say),
    )
    made.filters["whole"] = _whole
    made.globals.update({"say": say, **names})
    return made


def printed(value: object) -> str:
    """Make text of any origin fit for HTML: escaped once, and free of characters that HTML forbids."""
    kind = type(value)
    if kind is str:
        return _escaped(value) if len(value) < _SHORT else escape(value)  # type: ignore[arg-type] # it is a str
    if kind is Markup:
        return value  # type: ignore[return-value] # Markup is a str
    if kind is int:
        return str(value)
    return value.__html__() if hasattr(value, "__html__") else escape(str(value))


_escaped = lru_cache(maxsize=4096)(escape)


def _named(templates: Mapping[str, str]) -> Callable[[str], tuple[str, str, Callable[[], bool]] | None]:
    """Make the lookup of templates; each is known to tracebacks by its path, so that a fault in it can be placed."""

    def look_up(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        """Give a template's source and path, or nothing if there is none of this name."""
        return (templates[name], f"templates/{name}", lambda: True) if name in templates else None

    return look_up


def _whole(text: str) -> str:
    """Give a block's text as it is."""
    return text


class _Compiled(BytecodeCache):
    """Compiled templates, held in a dictionary by a name that changes with their source and with the words in them."""

    def __init__(self, held: dict[str, bytes], say: Callable[[str], str]) -> None:
        self._held = held
        self._say = say

    def get_source_checksum(self, source: str) -> str:
        """Digest a template and the words that are put into it."""
        words = [source]
        for _, key in _SAID.findall(source):
            with suppress(KeyError):  # a fault of the template, to be met where it is printed
                words.append(self._say(key))
        return super().get_source_checksum("\0".join(words))

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template's code if its source is the one that was compiled."""
        if bucket.key in self._held:
            bucket.bytecode_from_string(self._held[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Hold a template's code."""
        self._held[bucket.key] = bucket.bytecode_to_string()


class _Macro(Macro):
    """A macro that is called without ceremony where all its arguments are given in order."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self._is_plain = not (self.catch_kwargs or self.catch_varargs or self.caller or self.explicit_caller)
        self._made: dict[object, Markup] = {}

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        """Give the macro's text; what it makes of a number is remembered, and of a document that lists name."""
        if not self._is_plain or kwargs or len(args) != self._argument_count:
            return super().__call__(*args, **kwargs)
        if len(args) == 1 and type(args[0]) in _LASTING:
            known = self._made.get(args[0])
            if known is None:
                known = str.__new__(Markup, self._func(*args))  # what it holds is escaped
                if len(self._made) >= _MOST:
                    self._made.clear()
                self._made[args[0]] = known
            return known
        return str.__new__(Markup, self._func(*args))  # as above


class _Writer(CodeGenerator):
    """Writes templates as Python."""

    environment: "_Environment"

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        if frame.eval_ctx.volatile or finalize.src is None or isinstance(node, nodes.TemplateData):
            return super()._output_child_to_const(node, frame, finalize)
        words = self._said(node)
        return printed(node.as_const(frame.eval_ctx) if words is None else words)

    def _said(self, node: nodes.Expr) -> str | None:
        """Give the words of the interface that an expression always gives; nothing for other expressions."""
        if not (isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name == "say"):
            return None
        if node.kwargs or node.dyn_args or node.dyn_kwargs or len(node.args) != 1:
            return None
        (key,) = node.args
        try:
            return self.environment.say(key.value) if isinstance(key, nodes.Const) else None
        except KeyError:  # a fault of the template, to be met where it is printed
            return None

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or finalize.src is None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or finalize.src is None:
            super()._output_child_post(node, frame, finalize)
        else:
            self.write(")")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802 -- as above
        """Write a call, or the words that it always gives; nothing that templates call asks for their context."""
        words = self._said(node)
        if words is not None:
            self.write(repr(words))
            return
        if forward_caller or node.dyn_args or node.dyn_kwargs or any(iskeyword(each.key) for each in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for each in (*node.args, *node.kwargs):
            self.visit(each, frame)
            self.write(", ")
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 -- as above
        """Write the way to an attribute: the short one, and for what is no attribute Jinja's own."""
        self.write("(found_ if (found_ := getattr((of_ := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing else environment.getattr(of_, {node.attr!r}))")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:  # noqa: ARG002 -- Jinja hands it on
        """Write what becomes of a macro."""
        names = tuple(each.name for each in macro_ref.node.args)
        self.write(
            f"environment.macro_class(environment, macro, {getattr(macro_ref.node, 'name', None)!r}, {names!r},"
            f" {macro_ref.accesses_kwargs!r}, {macro_ref.accesses_varargs!r}, {macro_ref.accesses_caller!r},"
            " context.eval_ctx.autoescape)"
        )


class _Environment(Environment):
    """Jinja's environment, with our way of writing templates as Python."""

    code_generator_class = _Writer
    macro_class = _Macro

    def __init__(self, say: Callable[[str], str], **given: Any) -> None:
        super().__init__(**given)
        self.say = say
        self._made: dict[str, Template] = {}

    def get_template(self, name: str | Template, parent: str | None = None, globals: Any = None) -> Template:
        """Give a template, each made ready once."""
        if not isinstance(name, str) or globals:
            return super().get_template(name, parent, globals)
        made = self._made.get(name)
        if made is None:
            made = self._made[name] = super().get_template(name, parent)
            made.globals = dict(made.globals)
        return made

    def _generate(self, source: nodes.Template, *given: Any, **named: Any) -> str:
        for block in source.find_all(nodes.Block):  # handed on as a whole, not piece by piece
            whole = nodes.Filter(None, "whole", [], [], None, None, lineno=block.lineno)
            block.body = [nodes.FilterBlock(block.body, whole, lineno=block.lineno)]
        return super()._generate(source, *given, **named)
