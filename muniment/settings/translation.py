"""Turns one catalogue of an archive into what it translates, with every entry that cannot stand named by its line.

It refuses an entry whose blanks are not those of the English words: it would fail, or drop a fact, on a page.
"""

from collections.abc import Iterator, Mapping

from muniment import problems
from muniment.frozen import dataclass
from muniment.model import Problem
from muniment.settings.nearest import nearest
from muniment.words import ENGLISH, Words, po
from muniment.words.alphabet import alphabet
from muniment.words.catalogue import REASON, TWO, blanks, messages, plurals
from muniment.words.words import SAMPLES, plural_rule

FOLDER = "site_src/words/"
NAMED = 24
"""Missing words that a message names; a longer list is cut."""

_KEYS = tuple(dict.fromkeys(each.key for each in messages()))
_SENTENCES = {each.english[0]: each for each in messages() if each.key == REASON}


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """What one catalogue translates."""

    path: str
    plural: tuple[int, str]
    """(number of forms, expression of gettext)."""
    says_plural: bool
    """Whether its header gives them."""
    entries: Mapping[str, tuple[str, ...]]
    """By key."""
    reasons: Mapping[str, str]
    """English sentence → the same in the other language."""
    problems: tuple[Problem, ...]

    @property
    def language(self) -> str:
        """The language by the file's name."""
        return self.path.removeprefix(FOLDER).removesuffix(".po")


def path_of(language: str) -> str:
    """Give the path of an archive's catalogue of a language."""
    return f"{FOLDER}{language}.po"


def translation(path: str, content: bytes) -> Translation:
    """Read a catalogue; what is empty or marked fuzzy does not count."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as refusal:
        line = content.count(b"\n", 0, refusal.start) + 1
        return _nothing(path, problems.report("A-002", path, line))
    written, faults = po.read(text)
    field = po.header(written).get("plural-forms", "")
    try:
        plural = plurals(field) if field else TWO
    except ValueError:
        what = f'"{field}" is no rule of plurals'
        return _nothing(path, problems.report("T-157", path, 1, what=what, known=_near(path)))
    entries: dict[str, tuple[str, ...]] = {}
    reasons: dict[str, str] = {}
    found = [problems.report("T-150", path, fault.line, reason=fault.reason) for fault in faults]
    lines: dict[str, int] = {}
    for each in written:
        if each.context is None and not each.message:
            continue
        name = _name(each)
        if name in lines:
            found.append(problems.report("T-159", path, each.line, key=name, first=lines[name]))
            continue
        lines[name] = each.line
        troubles = list(_wrong(path, each, plural[0]))
        found += troubles
        if all(each.forms) and not each.is_fuzzy and all(problem.code == "T-154" for problem in troubles):
            if each.context == REASON:
                reasons[each.message] = each.forms[0]
            else:
                entries[name] = each.forms
    return Translation(
        path=path, plural=plural, says_plural=bool(field), entries=entries, reasons=reasons, problems=tuple(found)
    )


def lacking(own: Translation) -> tuple[str, ...]:
    """Name everything that a catalogue does not translate."""
    keys = (each.key for each in messages() if each.key != REASON and each.key not in own.entries)
    return (*keys, *(f'"{sentence}"' for sentence in _SENTENCES if sentence not in own.reasons))


def missing(own: Translation) -> list[Problem]:
    """Report in one problem everything that a catalogue does not translate."""
    names = lacking(own)
    if not names:
        return []
    shown = ", ".join(names[:NAMED]) + (f" and {len(names) - NAMED} more" if len(names) > NAMED else "")
    return [problems.report("T-152", own.path, number=len(names), names=shown, language=own.language)]


def uneven(own: Translation, over: Words | None) -> list[Problem]:
    """Report a catalogue that counts in another way than the words it stands over, or does not say how it counts."""
    if over is None:
        is_even, what = own.says_plural, "the header of the file does not say how it counts"
    else:
        table = "".join(str(plural_rule(own.plural[1])(n)) for n in range(SAMPLES))
        is_even = not own.says_plural or table == over.plural_table
        what = f"the file counts in another way than the words of {over.language} that it adds to"
    return [] if is_even else [problems.report("T-157", own.path, 1, what=what, known=_near(own.path))]


def _nothing(path: str, problem: Problem) -> Translation:
    return Translation(path=path, plural=TWO, says_plural=True, entries={}, reasons={}, problems=(problem,))


def _name(entry: po.Entry) -> str:
    """Name an entry: by its key, or by the English sentence."""
    return entry.message if entry.context == REASON else entry.context or entry.message


def _wrong(path: str, entry: po.Entry, number: int) -> Iterator[Problem]:
    """Report what is wrong with one entry."""
    name = _name(entry)
    known = (name,) if entry.context == REASON and name in _SENTENCES else ENGLISH.entries.get(name)
    if known is None:
        near = nearest(name, _SENTENCES if entry.context == REASON else _KEYS)
        hint = f'Did you mean "{near}"?' if near else "It may be of another version; the entry can be taken out."
        yield problems.report("T-151", path, entry.line, key=name, near=hint)
        return
    if not any(entry.forms) or entry.is_fuzzy:
        return
    expected = number if len(known) > 1 else 1
    if len(entry.forms) != expected:
        what = f'"{name}" has {len(entry.forms)} forms where {expected} are needed'
        yield problems.report("T-157", path, entry.line, what=what, known=f"{number}")
    yield from _misfilled(path, entry, known)
    if name in ("sort.letters", "number.least"):
        yield from _misread(path, entry)
    if (entry.message, entry.plural) != (known[0], known[-1] if len(known) > 1 else ""):
        language = path.removeprefix(FOLDER).removesuffix(".po")
        yield problems.report(
            "T-154", path, entry.line, key=name, before=entry.message, now=known[0], language=language
        )


def _misfilled(path: str, entry: po.Entry, known: tuple[str, ...]) -> Iterator[Problem]:
    """Report blanks that the English words do not have, and those that are lost; a form for one may do without."""
    expected = frozenset[str]().union(*(blanks(words) or () for words in known))
    needed = blanks(known[-1]) or frozenset()
    for position, form in enumerate(entry.forms):
        given = blanks(form)
        is_last = position == len(entry.forms) - 1
        if given is None or not given <= expected or (is_last and not needed <= given):
            yield problems.report(
                "T-153", path, entry.line, key=_name(entry), given=_shown(given), known=_shown(expected)
            )
            return


def _shown(names: frozenset[str] | None) -> str:
    if names is None:
        return "braces that are no blank"
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "no blank"


def _misread(path: str, entry: po.Entry) -> Iterator[Problem]:
    """Report words that the program itself reads and cannot."""
    name, given = _name(entry), entry.forms[0]
    try:
        if name == "sort.letters":
            alphabet(given)
        elif not given.isascii() or not 4 <= len(given) <= 7 or int(given) < 1:
            raise ValueError(given)
    except ValueError:
        form = {
            "sort.letters": "It is a-z, or the letters of its own behind the letter they follow, like z<æ=ä<ø=ö<å=aa.",
            "number.least": "It is the smallest number that has a mark between thousands: 1000, or 10000.",
        }
        yield problems.report("T-158", path, entry.line, key=name, given=given, form=form[name])


def _near(path: str) -> str:
    """Give the rule of plurals of the file's language, where it is known."""
    from babel.messages.plurals import get_plural  # only a mistake needs it

    found = get_plural(path.removeprefix(FOLDER).removesuffix(".po").replace("-", "_"))
    return f"for this language probably {found}"
