"""Words what was measured: figures for people, a list of failures for those who tune; knows no file."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from judging import Counts, Verdict
    from measure import Result

FIELDS = ("title", "date", "kind", "place", "creator", "publisher", "language")
COVERED = (None, "en", "fr", "es")
"""Languages whose names of states the generator claims to know."""
RIGHT = ("right", "unsure")
"""Verdicts that count as right where rules are compared; a date may be right and marked as unsure."""
OPEN = ("right", "empty")
"""Verdicts that do no harm where a field may stay empty."""


def figures(results: Sequence["Result"]) -> dict[str, object]:
    """Sum a set up."""
    told: dict[str, object] = {"texts": len(results)}
    for name in FIELDS:
        verdicts = Counter(each.verdict for result in results for each in result.verdicts if each.field == name)
        total = verdicts.total()
        if not total:
            continue
        told[name] = {"of": total, **dict(sorted(verdicts.items())), "share right": _share(verdicts["right"], total)}
        if name == "date":
            unsure = verdicts["right"] + verdicts["unsure"]
            told[name] |= {
                "share right or unsure": _share(unsure, total),
                "share wrong as certain": _share(verdicts["wrong"], total),
            }
        if name in ("place", "creator", "publisher"):
            given = [each for result in results for each in result.verdicts if each.field == name and each.found]
            right = sum(each.verdict == "right" for each in given)
            told[name] |= {
                "given": len(given),
                "share right of given": _share(right, len(given)),
                "share right or empty": _share(sum(verdicts[each] for each in OPEN), total),
            }
    covered = [each for each in results if each.annotation.language in COVERED]
    others = [each for each in results if each.annotation.language not in COVERED]
    told["states by document"] = _found([each.documents for each in covered])
    told["states by mention"] = _found([each.mentions for each in covered])
    told["states by mention, other languages"] = _found([each.mentions for each in others])
    bare = [each for each in results if each.annotation.states == ()]
    named = sum(bool(each.mentions and each.mentions.extra) for each in bare)
    told["texts without a state"] = {"of": len(bare), "given none": len(bare) - named}
    outcomes = [each.outcome for each in results]
    told["line"] = {
        "crashed": sum(bool(each.crash) for each in outcomes),
        "refused": sum(bool(each.refused) for each in outcomes),
        "not undone": sum(each.front is not None and not each.undone for each in outcomes),
        "lost words": sum(bool(each.lost) for each in outcomes),
        "new words": sum(bool(each.invented) for each in outcomes),
        "with errors": sum(bool(each.errors) for each in outcomes),
        "seconds": round(sum(each.seconds for each in outcomes), 1),
        "slowest": round(max((each.seconds for each in outcomes), default=0), 1),
    }
    return told


def table(figures: dict[str, dict[str, object]]) -> str:
    """Word the figures of every set."""
    lines = []
    for name, told in figures.items():
        lines.append(f"## {name}: {told['texts']} texts")
        for key, value in told.items():
            if isinstance(value, dict):
                lines.append(f"- {key}: " + ", ".join(f"{word} {number}" for word, number in value.items()))
        lines.append("")
    return "\n".join(lines)


def rules(results: Sequence["Result"]) -> str:
    """Say for every field how often each rule's reading was chosen and how often it was right."""
    lines = ["## Rules, by how often their reading was chosen", ""]
    for name in FIELDS:
        won, right = Counter[str](), Counter[str]()
        for result in results:
            verdict = next((each.verdict for each in result.verdicts if each.field == name), "")
            reason = next((words for field, words in result.outcome.reasons if field.removesuffix("s") == name), "")
            if verdict and reason:
                won[reason] += 1
                right[reason] += verdict in RIGHT
        lines += [f"- {name}: {reason}: {right[reason]} of {count}" for reason, count in won.most_common()]
    return "\n".join(lines) + "\n"


def failures(results: Sequence["Result"]) -> str:
    """List everything that is not right, by field, with what was expected, what was found and on what evidence."""
    lines = ["# What fails on the texts for tuning", "", "A damaged text is listed only where the text was right.", ""]
    fine = {(one.annotation.name, each.field) for one in results for each in one.verdicts if each.verdict == "right"}
    broken = [each for each in results if each.outcome.crash or each.outcome.refused]
    lines += [f"## Crashes and refusals: {len(broken)}", ""]
    lines += [f"- {each.annotation.name}: {each.outcome.crash or each.outcome.refused}" for each in broken]
    for name in FIELDS:
        failed = [
            (result, each)
            for result in results
            for each in result.verdicts
            if each.field == name and each.verdict != "right"
            if not result.annotation.origin or (result.annotation.origin, name) in fine
        ]
        ordered = sorted(failed, key=_gravity)
        lines += ["", f"## {name}: {len(failed)} not right", ""]
        for result, each in ordered:
            evidence = "; ".join(words for field, words in result.outcome.evidence if field.rstrip("s") == name)
            told = f"expected `{each.expected[:160]}`, found `{each.found[:160]}`"
            lines.append(f"- {each.verdict}: {result.annotation.name}: {told}")
            if evidence:
                lines.append(f"  evidence {evidence[:200]}")
    lines += ["", "## states", ""]
    for result in results:
        if result.mentions and result.mentions.details:
            lines.append(f"- {result.annotation.name}: " + "; ".join(result.mentions.details))
            lines += _forms(result)
    lines += ["", "## words, undo and errors", ""]
    for result in results:
        outcome = result.outcome
        if outcome.front is None:
            continue
        told = [
            f"lost {outcome.lost[:8]}" if outcome.lost else "",
            f"new {outcome.invented[:8]}" if outcome.invented else "",
            "" if outcome.undone else "not undone",
            f"errors {sorted(set(outcome.errors))}" if outcome.errors else "",
        ]
        if any(told):
            lines.append(f"- {result.annotation.name}: " + "; ".join(each for each in told if each))
    return "\n".join(lines) + "\n"


def _forms(result: "Result") -> list[str]:
    """Say under which words those states were found whose count is not right."""
    wanted = {each.split()[0] for each in result.mentions.details} if result.mentions else set()
    counted = Counter((each.state, each.form) for each in result.outcome.mentions if each.state in wanted)
    shown = ", ".join(
        f"{state} {form}" + (f" ({count})" if count > 1 else "") for (state, form), count in counted.items()
    )
    return [f"  found as {shown[:300]}"] if shown else []


def _gravity(failed: "tuple[Result, Verdict]") -> tuple[bool, str, bool, str]:
    """Put what is wrong before what is empty, and texts as they came before damaged ones."""
    result, verdict = failed
    return verdict.verdict != "wrong", verdict.verdict, bool(result.annotation.origin), result.annotation.name


def _found(counts: Sequence["Counts | None"]) -> dict[str, object]:
    """Give precision and recall over all."""
    known = [each for each in counts if each is not None]
    right, extra, missed = (sum(getattr(each, key) for each in known) for key in ("right", "extra", "missed"))
    return {
        "right": right,
        "extra": extra,
        "missed": missed,
        "precision": _share(right, right + extra),
        "recall": _share(right, right + missed),
    }


def _share(part: int, whole: int) -> float | None:
    """Give a share to three places, or nothing of nothing."""
    return round(part / whole, 3) if whole else None
