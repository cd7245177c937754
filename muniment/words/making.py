"""A catalogue as it stands, or none → the same brought up to date, for a person to fill; written by Babel.

It refuses to lose what a person translated: words whose English has changed are marked fuzzy, and words that are gone
stand at the end as comments. Knows no file.
"""

import re
from typing import TYPE_CHECKING

from muniment.words import names, po
from muniment.words.catalogue import REASON, Message, messages

if TYPE_CHECKING:
    from babel import Locale
    from babel.messages.catalog import Catalog

WIDTH = 100
"""Characters of a line, roughly."""

_FIELD = re.compile(r"'([^']*)'|(d\.|[A-Za-z]+)|([^A-Za-z']+)")
NOTES = {
    "sort.letters": "The letters of the language's own, each behind the one it follows: z<æ=ä<ø=ö<å=aa; else a-z",
    "number.mark": "Stands between thousands",
    "number.least": "The smallest number that has a mark between thousands: 1000, or 10000",
    "quoted": "The language's own quotation marks",
    "quoted.within": "The language's own quotation marks inside others",
    "date.month_year": "Also for seasons",
    "date.range.wide": "Between dates of several words",
    "date.no_year": "What is known of a date without a year; may be empty",
}
"""What a translator has to know of a key."""


def made(language: str, standing: str = "") -> str:
    """Bring a catalogue up to date, or begin one with what Unicode's CLDR knows of the language.

    Form and unknown keys of a standing catalogue have been checked before.
    """
    from babel.core import Locale, UnknownLocaleError

    try:
        locale: Locale | None = Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        locale = None
    written = _by_key(po.read(standing)[0])
    known = {} if standing else _known(locale)
    catalogue = _catalogue(written, known, 2 if locale is None else _plural(locale)[0], standing)
    return (_header_of(standing) or _header(language, locale)) + "\n" + _written(catalogue)


def _by_key(entries: tuple[po.Entry, ...]) -> dict[tuple[str, str], po.Entry]:
    """Find entries by key; those of `REASON` by their words too."""
    return {_key(each.context or "", each.message): each for each in entries if each.message}


def _key(context: str, message: str) -> tuple[str, str]:
    return context, message if context == REASON else ""


def _catalogue(
    written: dict[tuple[str, str], po.Entry], known: dict[str, str], number: int, standing: str
) -> "Catalog":
    """Gather every message with its translation, if it has one, and what is translated and no longer asked for."""
    from babel.messages.catalog import Catalog
    from babel.messages.catalog import Message as Gone
    from babel.messages.pofile import read_po

    before = read_po(standing.splitlines(keepends=True))
    comments = {
        _key(str(each.context or ""), each.id if isinstance(each.id, str) else each.id[0]): list(each.user_comments)
        for each in before
    }
    catalogue = Catalog(fuzzy=False)
    catalogue.obsolete.update(before.obsolete)
    for message in messages():
        key = _key(message.key, message.english[0])
        old = written.pop(key, None)
        forms = old.forms if old else (known.get(message.key, ""),) if len(message.english) == 1 else ("",) * number
        english = _english(old) if old else message.english
        is_changed = any(forms) and english != message.english
        own = comments.get(key, [])
        catalogue.add(
            message.english if len(message.english) > 1 else message.english[0],
            forms if len(message.english) > 1 else forms[0],
            context=message.key,
            flags=["fuzzy"] if any(forms) and (is_changed or (old and old.is_fuzzy)) else [],
            previous_id=list(english) if is_changed else _previous(own),
            auto_comments=_note(message),
            user_comments=[line for line in own if not line.startswith("|")],
        )
    for (context, _), old in written.items():
        given = (old.message, old.plural) if old.plural else old.message
        forms = old.forms if old.plural else old.forms[:1]
        gone = Gone(given, forms if old.plural else forms[0], context=context or None)
        catalogue.obsolete[f"{context} {old.message}"] = gone
    return catalogue


def _english(entry: po.Entry) -> tuple[str, ...]:
    return (entry.message, entry.plural) if entry.plural else (entry.message,)


def _previous(comments: list[str]) -> list[str]:
    """Read the English words of before, which stand as comments over an entry marked fuzzy."""
    lines = [line.removeprefix("|").strip() for line in comments if line.startswith("|")]
    is_counted = any(line.startswith("msgid_plural") for line in lines)
    entries, _ = po.read("\n".join([*lines, 'msgstr[0] ""' if is_counted else 'msgstr ""']))
    return list(_english(entries[0])) if entries else []


def _note(message: Message) -> list[str]:
    return [NOTES[message.key]] if message.key in NOTES else []


def _written(catalogue: "Catalog") -> str:
    """Write a catalogue without its header."""
    from babel.messages.pofile import generate_po

    return "".join(generate_po(catalogue, omit_header=True, include_previous=True, width=WIDTH)).rstrip("\n") + "\n"


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
