"""Stretches of lines that differ → operations, each with the rule and the reason that account for it.

Knows nothing of how differences were found.
"""

from bisect import bisect_right
from collections.abc import Iterator

from muniment.collate import forms
from muniment.collate.compare import Comparison
from muniment.collate.hunks import Hunk, hunks
from muniment.collate.ledger import Account, Ledger
from muniment.collate.words import EditionWords, SeedWords
from muniment.model import Operation

JOIN = "join-"
"""How the name of a rule begins that sets together what was apart."""
_NEAREST = 50
"""Interventions about form that are looked through for one that is about some lines."""


def operations(
    seed: SeedWords, edition: EditionWords, body: tuple[str, ...], comparison: Comparison, book: Ledger
) -> tuple[Operation, ...]:
    """Give every operation, in order and disjoint; lines that are the same in both are none, however they are read."""
    found = (
        _operation(seed.lines, body, part, book)
        for hunk, is_whole in hunks(seed, edition, body, comparison, book)
        for part in ((hunk,) if is_whole else _parts(hunk, book, seed, body))
    )
    return tuple(operation for operation in found if operation.before != operation.after)


def _parts(hunk: Hunk, book: Ledger, seed: SeedWords, body: tuple[str, ...]) -> Iterator[Hunk]:
    """Divide a stretch by what accounts for the seed's lines, so that each line left out has its own reason."""
    first, last, start, stop = hunk
    groups: list[tuple[list[Account], int, int]] = []
    for line in range(first, last):
        accounts = book.by_seed_line.get(line, [])
        if groups and groups[-1][0] == accounts:
            groups[-1] = (accounts, groups[-1][1], line + 1)
        else:
            groups.append((accounts, line, line + 1))
    is_kept = any(line in book.by_body_line or body[line].strip() for line in range(start, stop))
    counterpart = _counterpart(groups, is_kept=is_kept, seed=seed)
    if counterpart == len(groups):
        groups.append(([], last, last))
    for number, (_, low, high) in enumerate(groups):
        here = (start, stop) if number == counterpart else (start, start) if number < counterpart else (stop, stop)
        if low < high or here[0] < here[1]:
            yield low, high, *here


def _counterpart(groups: list[tuple[list[Account], int, int]], *, is_kept: bool, seed: SeedWords) -> int:
    """Give the group that the body's lines stand for: words for words, blank for blank lines; else a further one."""
    for number, (accounts, low, high) in enumerate(groups):
        has_words = any(seed.lines[line].strip() for line in range(low, high))
        is_changed = any(account < 0 for _, _, account in accounts)
        if (is_changed and has_words) if is_kept else not accounts:
            return number
    return len(groups)


def _operation(before: tuple[str, ...], after: tuple[str, ...], hunk: Hunk, book: Ledger) -> Operation:
    """Word one operation."""
    first, last, start, stop = hunk
    old, new = "".join(before[first:last]), "".join(after[start:stop])
    accounts = [account for line in range(first, last) for account in book.by_seed_line.get(line, ())]
    accounts += [account for line in range(start, stop) for account in book.by_body_line.get(line, ())]
    rule, reason = _joined(accounts) if accounts else _form(old, new, hunk, book)
    return Operation(
        rule=rule,
        reason=reason,
        seed_lines=(first + 1, last),
        edition_lines=(start + 1, stop),
        before=old,
        after=new,
        is_wording=bool(accounts),
    )


def _joined(accounts: list[Account]) -> tuple[str, str]:
    """Put several accounts into one: the first rule, and every reason once."""
    reasons = dict.fromkeys(reason for _, reason, _ in accounts)
    return accounts[0][0], " ".join(reason for reason in reasons if reason)


def _form(before: str, after: str, hunk: Hunk, book: Ledger) -> tuple[str, str]:
    """Account for a change of form: by the intervention that made it, else by what it is.

    What nobody sees, like a blank line, is what it is; but a blank line inside a join was taken out by the join.
    """
    rule, reason = forms.name(before, after)
    is_plain = forms.is_plain(rule)
    first, last = hunk[0] + 1, max(hunk[1], hunk[0] + 1)
    behind = bisect_right(book.forms, last, key=lambda intervention: intervention.lines[0])
    for intervention in reversed(book.forms[max(behind - _NEAREST, 0) : behind]):
        is_join = intervention.rule.startswith(JOIN) and intervention.lines[0] < first < intervention.lines[1]
        if intervention.lines[1] >= first and (is_join or not is_plain):
            return intervention.rule, intervention.reason
    return rule, reason
