"""A problem of a finished page → the line of the page's own text where a person can mend it; knows nothing of files."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from muniment.model import Problem
from muniment.problems import excerpts


def origin(problem: Problem, lines: Callable[[str], Iterable[str]]) -> Problem:
    """Give a problem of a finished page the place of its words in the text the page is made of.

    `lines` gives those of a path; none where there is no such file. A page whose text does not hold the words, such as
    one with a mistake of its template, keeps its place.
    """
    stem, is_page = problem.path.removesuffix(".html"), problem.code.startswith("L") and problem.path.endswith(".html")
    for path in (f"site_src/pages/{stem}.md", f"site_src/{stem}.md") if is_page else ():
        for number, line in enumerate(lines(path), 1):
            if excerpts.rank(problem, line) == 0 and excerpts.place(problem, line) != (0, 0):
                return replace(problem, path=path, line=number, column=0)
    return problem
