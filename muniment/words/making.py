"""A catalogue as it stands, or none → the same brought up to date, for a person to fill.

It refuses to lose what a person translated: words whose English has changed are marked fuzzy, and words that are gone
stand at the end as comments. Knows no file.
"""

import re
from typing import TYPE_CHECKING

from muniment.words import names, po
from muniment.words.catalogue import REASON, Message, messages, plurals

if TYPE_CHECKING:
    from babel import Locale

WIDTH = 100
"""Characters of a line, roughly."""

_FIELD = re.compile(r"'([^']*)'|(d\.|[A-Za-z]+)|([^A-Za-z']+)")
NOTES = {
    "sort.letters": "The letters of the language's own, each behind the one it follows: z<æ=ä<ø=ö<å=aa; else a-z",
    "number.mark": "Stands between thousands",
    "number.least": "The smallest number that has a mark between thousands: 1000, or 10000",
    "quoted": "The language's own quotation marks",
    "date.month_year": "Also for seasons",
    "date.range.wide": "Between dates of several words",
    "date.no_year": "What is known of a date without a year; may be empty",
}
"""What a translator has to know of a key."""


def made(language: str, standing: str = "") -> str:
    """Bring a catalogue up to date, or begin one with what Unicode's CLDR knows of the language.

    A standing catalogue is one that can be read without a fault.
    """
    from babel.core import Locale, UnknownLocaleError

    try:
        locale: Locale | None = Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        locale = None
    standing_entries = po.read(standing)[0]
    written = {_key(each.context or "", _english(each)): each for each in standing_entries if each.message}
    field = po.header(standing_entries).get("plural-forms", "")
    number = plurals(field)[0] if field else 2 if locale is None else _plural(locale)[0]
    known = {} if standing else _known(locale)
    entries = [
        _entry(each, written.pop(_key(each.key, each.english), None), known.get(each.key, ""), number)
        for each in messages()
    ]
    gone = [_gone(each) for each in written.values()]
    before = [line for line in standing.split("\n") if line.startswith("#~")]
    gone += ["\n".join(before)] if before else []
    return "\n".join([_header_of(standing) or _header(language, locale), *entries, *(f"{each}\n" for each in gone)])


def _key(context: str, english: tuple[str, ...]) -> tuple[str, str, int]:
    """Tell entries apart: by their key, and by whether they are counted."""
    return context, english[0] if context == REASON else "", len(english)


def _entry(message: Message, old: po.Entry | None, known: str, number: int) -> str:
    """Write one entry with its translation, if it has one; one of other English words is marked fuzzy."""
    is_counted = len(message.english) > 1
    forms = old.forms if old else ("",) * number if is_counted else (known,)
    english = _english(old) if old else message.english
    is_fuzzy = any(forms) and (english != message.english or (old is not None and old.is_fuzzy))
    comments = old.comments if old else ()
    flags = (["fuzzy"] if is_fuzzy else []) + (["python-brace-format"] if "{" in message.english[-1] else [])
    lines = [line for line in comments if line[1:2] not in (".", ",", "|", ":")]
    lines += [f"#. {NOTES[message.key]}"] if message.key in NOTES else []
    lines += [f"#, {', '.join(flags)}"] if flags else []
    if is_fuzzy and english != message.english:
        lines += _worded(english, "#| ")
    elif is_fuzzy:
        lines += [line for line in comments if line.startswith("#|")]
    lines += [f"msgctxt {_quoted(message.key)}", *_worded(message.english)]
    lines += [f"msgstr{f'[{index}]' if is_counted else ''} {_quoted(form)}" for index, form in enumerate(forms)]
    return "\n".join(lines) + "\n"


def _gone(old: po.Entry) -> str:
    """Keep an entry that nothing asks for any more as a comment."""
    lines = [f"msgctxt {_quoted(old.context)}"] if old.context else []
    lines += _worded(_english(old))
    lines += [f"msgstr{f'[{index}]' if old.plural else ''} {_quoted(form)}" for index, form in enumerate(old.forms)]
    return "\n".join(f"#~ {line}" for line in "\n".join(lines).split("\n"))


def _english(entry: po.Entry) -> tuple[str, ...]:
    return (entry.message, entry.plural) if entry.plural else (entry.message,)


def _worded(english: tuple[str, ...], prefix: str = "") -> list[str]:
    """Write the English words of an entry."""
    lines = [f"msgid {_quoted(english[0])}", *(f"msgid_plural {_quoted(form)}" for form in english[1:])]
    return [f"{prefix}{line}" for line in "\n".join(lines).split("\n")]


def _quoted(text: str) -> str:
    """Write words in quotation marks, long ones on several lines."""
    from babel.messages.pofile import normalize

    return normalize(text, width=WIDTH)


def _header_of(standing: str) -> str:
    """Give the head of a standing catalogue, comments and all, as it is."""
    entries, _ = po.read(standing)
    first = next((each.line for each in entries if each.message), 0)
    is_headed = any(not each.message and each.context is None for each in entries)
    lines = standing.split("\n")[: first - 1] if is_headed and first else []
    while lines and lines[-1].strip():
        lines.pop()  # comments of the first entry
    return "\n".join(lines).rstrip("\n") + "\n" if lines else ""


def _header(language: str, locale: "Locale | None") -> str:
    """Begin a catalogue."""
    number, rule = (2, "(n != 1)") if locale is None else _plural(locale)
    name = locale.get_display_name("en") if locale else language
    lines = (
        f"# Words of the interface of muniment: {name}.",
        "# Fill what stands in quotation marks behind each msgstr. Braces like {n} are blanks and stay as they are.",
        "# What is left empty stands in English on the pages, and the build names it.",
        'msgid ""',
        'msgstr ""',
        f'"Language: {language}\\n"',
        '"MIME-Version: 1.0\\n"',
        '"Content-Type: text/plain; charset=UTF-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
        f'"Plural-Forms: nplurals={number}; plural={rule};\\n"',
    )
    return "".join(f"{line}\n" for line in lines)


def _plural(locale: "Locale") -> tuple[int, str]:
    from babel.messages.plurals import get_plural

    found = get_plural(locale)
    return found.num_plurals, found.plural_expr


def _known(locale: "Locale | None") -> dict[str, str]:
    """Give what Unicode's CLDR knows of a language: months, the order of a date, numbers, names of languages."""
    if locale is None:
        return {}
    months = locale.months["format"]["wide"]
    found = {f"date.month.{number}": months[number] for number in range(1, 13)}
    patterns = {
        "date.full": locale.date_formats["long"].pattern,
        "date.month_year": str(locale.datetime_skeletons.get("yMMMM", "")),
        "date.day_month": str(locale.datetime_skeletons.get("MMMMd", "")),
    }
    found["date.day"] = "{day}." if "d." in patterns["date.full"] else "{day}"
    found |= {key: said for key, pattern in patterns.items() if (said := _date(pattern))}
    mark = locale.number_symbols.get("latn", locale.number_symbols).get("group", "")
    found |= {"number.mark": mark, "number.least": "10000" if locale.language in ("es", "pt", "it", "pl") else "1000"}
    found |= {f"language.{tag}": str(locale.languages.get(tag, "")) for tag in names.LANGUAGES}
    return found | {f"region.{name}": str(locale.territories.get(code, "")) for name, code in names.REGIONS.items()}


def _date(pattern: str) -> str:
    """Turn a pattern of CLDR into ours; empty where it writes months as numbers."""
    blanks = {"d": "{day}", "d.": "{day}", "MMMM": "{month}", "LLLL": "{month}", "y": "{year}"}
    pieces = [quoted or blanks.get(field) or other for quoted, field, other in _FIELD.findall(pattern)]
    return "".join(pieces) if all(not field or field in blanks for _, field, _ in _FIELD.findall(pattern)) else ""
