"""The words on access, and the signs and short forms explained, in English; knows nothing of where they stand."""

WORDS: dict[str, str] = {
    "colophon.access.tested": (
        "Whenever the generator is changed, pages of every kind of a whole archive are tested in a browser:"
    ),
    "tested.rules": (
        "against the rules of WCAG 2.2, levels A and AA, that a program can check (axe-core: light, dark,"
        " 320 pixels wide), and as valid HTML (Nu Html Checker)"
    ),
    "tested.keyboard": (
        "with the keyboard alone: every link and control is reached and left, none is covered while it has the focus"
    ),
    "tested.zoom": "at 320 pixels, as wide as a page enlarged to 400 %: nothing scrolls sideways",
    "tested.spacing": "with the text spacing of WCAG 1.4.12: no word is cut off",
    "tested.contrast": "in forced colours: text, links and the stages of the process line stay visible",
    "tested.scripts": "without scripts: all is there but the search and the filters, which name other ways",
    "tested.paper": "on paper: black on white, numbers, notes and the address kept",
    "colophon.access.limits": (
        "No one who depends on a screen reader has tested these pages yet."
        " If something keeps you out, please report it."
    ),
    "colophon.abbreviations": "Signs and abbreviations",
}
"""Key → words."""

ABBREVIATIONS: tuple[tuple[str, str], ...] = (
    ("¶", "paragraph; the number is its address"),
    ("sic", "“so”: the seed really reads thus"),
    ("⁐", "joined: one sentence that was split in the seed"),
    ("−", "words of the seed that the edition leaves out"),
    ("[ … ]", "lacuna: words that are missing from the seed"),
    ("SHA-256", "Secure Hash Algorithm, 256 bits: a fingerprint of a file; other bytes have another"),
    ("TEI", "Text Encoding Initiative: a form of XML for editions"),
    ("XML", "Extensible Markup Language"),
    ("JSON", "JavaScript Object Notation: data for programs"),
    ("CSV", "comma-separated values: a table as plain text"),
    ("BibTeX, RIS, CSL", "forms in which reference managers exchange citations"),
    (
        "APA, MLA, OSCOLA",
        (
            "American Psychological Association, Modern Language Association, Oxford University Standard for the"
            " Citation of Legal Authorities: styles of citing"
        ),
    ),
)
"""(sign or short form, its meaning) for the colophon."""
