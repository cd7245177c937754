"""Family P: what is wrong with planned pages and paths."""

from muniment.problems.rule import Rule

RULES: tuple[Rule, ...] = (
    Rule(
        code="P-001",
        severity="error",
        title="page name that cannot be an address",
        message='the name "{name}" cannot be an address.',
        hint="Use small letters a-z, digits and single hyphens, like about-us.md.",
    ),
    Rule(
        code="P-002",
        severity="error",
        title="front matter without an end",
        message="the front matter has no closing ---.",
        hint="Put --- on a line of its own behind the title.",
    ),
    Rule(
        code="P-003",
        severity="error",
        title="page without a title",
        message="the page has no title.",
        hint="Begin it with a heading, like # About this archive.",
    ),
    Rule(
        code="P-004",
        severity="info",
        title="page that nobody has written yet",
        message='this page is published with what it was begun with: "{words}"',
        hint="Write there what readers should know, or take the line out.",
    ),
    Rule(
        code="P-010",
        severity="error",
        title="addresses that differ in case only",
        message='the address differs from "{other}" only in case or composed characters.',
        hint="Rename one of them; some file systems hold only one of the two.",
    ),
    Rule(
        code="P-011",
        severity="error",
        title="address that some systems cannot hold",
        message='the part "{part}" of the address cannot be a file name everywhere.',
        hint="Use letters, digits, hyphens and dots, at most 120 characters, no dot at the end and no name of a device.",
    ),
    Rule(
        code="P-070",
        severity="error",
        title="Two files with one address",
        message="this address would hold two files.",
        hint="Rename the file in static/ or site_src/ that stands in the way of a page.",
    ),
    Rule(
        code="P-090",
        severity="warning",
        title="more text than a page can search",
        message='the documents hold {size} MB of text; search = "text" carries at most {most} MB to the search page.',
        hint=(
            'Write search = "pagefind" in site_src/archive.toml and make its index when you publish (docs/search.md).'
            " Until then the search page leads to the full text by year."
        ),
    ),
    Rule(
        code="P-091",
        severity="error",
        title="search index that nothing asks for",
        message='the archive is searched by "{search}", not by an index.',
        hint='Write search = "pagefind" here, or publish with: python build.py',
    ),
    Rule(
        code="P-092",
        severity="error",
        title="search index that cannot be made",
        message="Pagefind could not make the search index: {reason}.",
        hint='Install it with: pip install "pagefind[bin]", or write search = "text" here.',
    ),
)
