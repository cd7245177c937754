"""Templates print the same as with Jinja as it comes, and what is wrong in one is met at the same place."""

from dataclasses import dataclass

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from muniment.render.templates import environment, printed
from muniment.typeset import escape

MACROS = """
{% macro plain(x) -%}<b>{{ x }}</b>{%- endmacro %}
{% macro with_default(x, y="<y>", z=false) -%}{{ x }}{{ y }}{% if z %}{{ plain(z) }}{% endif %}{%- endmacro %}
{% macro wrapped(x) %}[{{ caller(x) }}]{% endmacro %}
{% macro any() %}{{ varargs|join("+") }}{{ kwargs.k }}{% endmacro %}
"""
BASE = """{% import "macros" as m %}<{% block title %}{{ say("words") }}{% endblock %}>{{ self.title() }}
{% block main %}{% endblock %}{{ say("quoted") }}
"""


@dataclass(frozen=True, slots=True)
class Thing:
    """Something a template shows."""

    name: str
    parts: tuple[object, ...] = ()
    values: str = "an attribute"


def say(key: str, **blanks: object) -> str:
    """Give words that need escaping."""
    return {"words": "Words & <signs>", "quoted": '"it\'s"', "blank": "{x}"}[key].format(**blanks)


CONTEXT = {
    "thing": Thing(name="<i>", parts=(Thing(name="a", parts=(1, 2)), Thing(name='"'))),
    "row": {"name": "of a dict", "values": "an item"},
    "safe": Markup("<i>"),
    "words": 'it\'s \x01 "x" & <y>',
    "long": "<" * 500,
    "none": None,
    "number": 7,
    "pair": ("a", "b"),
}
TEMPLATES = (
    "{{ words }}{{ long }}{{ safe }}{{ none }}{{ number }}{{ 1.5 }}{{ true }}{{ pair }}",
    "{{ say('words') }}{{ say('quoted')|upper }}{{ say('blank', x=words) }}{{ say('wo' ~ 'rds') }}",
    "{% set w = say('words') %}{{ w }}{{ say(w|length > 3 and 'words' or 'quoted') }}{{ [say('words')]|join }}",
    "{{ thing.name }}{{ thing['name'] }}{{ row.name }}{{ row['name'] }}{{ row.values }}{{ thing.parts[0].name }}",
    "{% for each in thing.parts %}{{ loop.index }}{{ each.name }}{% if not loop.last %}, {% endif %}{% endfor %}",
    "{% for each in thing.parts if each.parts %}{% for n in each.parts %}{{ n }}{% endfor %}{% endfor %}",
    "{% for each in [] %}x{% else %}{{ words }}{% endfor %}",
    "{{ 'x' if thing.nothing is defined else 'y' }}{{ row.nothing is defined }}",
    "{% import 'macros' as m %}{{ m.plain(words) }}{{ m.plain(x=safe) }}{{ m.plain(m.plain(words)) }}",
    "{% import 'macros' as m %}{{ m.with_default(1) }}{{ m.with_default(1, z=words) }}{{ m.with_default(1, 2, 3) }}",
    "{% from 'macros' import wrapped %}{% call(x) wrapped(words) %}<u>{{ x }}</u>{% endcall %}",
    "{% import 'macros' as m %}{{ m.any(1, words, k=safe) }}",
    "{% filter upper %}{{ words }}<u>{% endfilter %}{% set x %}<u>{{ words }}{% endset %}{{ x }}",
    "{{ words.upper() }}{{ thing.name.replace('i', words) }}{{ words ~ safe }}{{ 'a' ~ number }}",
    "{% extends 'base' %}{% block main %}{% set a = words %}{{ a }}{{ self.title() }}{{ m is defined }}{% endblock %}",
    "{% extends 'base' %}{% block title %}{{ super() }}{{ words }}{% endblock %}",
    "{% include 'macros' %}{{ words|e }}{{ words|safe }}{{ dict(a=1).a }}{{ range(3)|list }}",
)
WRONG = (
    "{{ nothing }}",
    "{{ thing.nothing }}",
    "{{ thing.nothing.more }}",
    "{% if row.nothing %}{% endif %}",
    "{% for x in nothing %}{% endfor %}",
    "{{ nothing() }}",
    "{{ say('no such words') }}",
    "{{ thing.name() }}",
    "{% import 'macros' as m %}{{ m.plain(1, 2) }}",
    "{% import 'macros' as m %}{{ m.plain() }}",
    "{% import 'macros' as m %}{{ m.plain(nothing=1) }}",
)


def _stock() -> Environment:
    """Make the same environment with nothing of ours but how text is escaped."""
    made = Environment(
        loader=DictLoader({"macros": MACROS, "base": BASE}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=lambda value: Markup(escape(value)) if type(value) is str else value,  # noqa: S704 -- escaped
    )
    made.globals["say"] = say
    return made


@pytest.mark.parametrize("source", TEMPLATES)
def test_a_template_prints_what_jinja_prints(source: str) -> None:
    """Blocks, macros, loops, attributes and items, filters, constant words."""
    ours = environment({"macros": MACROS, "base": BASE, "x": source}, say)

    assert ours.get_template("x").render(CONTEXT) == _stock().from_string(source).render(CONTEXT)


@pytest.mark.parametrize("source", WRONG)
def test_what_is_wrong_in_a_template_is_met_where_jinja_meets_it(source: str) -> None:
    """A name, attribute or key that does not exist, and wrong arguments, raise the same error."""
    with pytest.raises((UndefinedError, KeyError, TypeError)) as stock:
        _stock().from_string(source).render(CONTEXT)
    ours = environment({"macros": MACROS, "base": BASE, "x": source}, say).get_template("x")

    with pytest.raises(stock.type) as found:
        ours.render(CONTEXT)

    assert str(found.value) == str(stock.value)


def test_printed_text_is_escaped_once() -> None:
    """Text becomes HTML, HTML stays, numbers are numbers."""

    class Own:
        def __html__(self) -> str:
            return "<own>"

    assert [printed(each) for each in ("<", Markup("<"), 7, None, Own(), ("<",))] == [
        "&lt;",
        "<",
        "7",
        "None",
        "<own>",
        "(&#39;&lt;&#39;,)",
    ]


def test_a_compiled_template_is_used_again_only_with_the_same_words() -> None:
    """What a template became holds words, so other words make it anew."""
    source, held = {"x": "{{ say('words') }}{{ thing }}"}, dict[str, bytes]()
    first = environment(source, say, compiled=held).get_template("x").render(thing=1)
    kept = dict(held)
    again = environment(source, say, compiled=held).get_template("x").render(thing=1)

    assert (again, held) == (first, kept)
    assert environment(source, lambda _: "Ord", compiled=held).get_template("x").render(thing=1) == "Ord1"
    assert held != kept
