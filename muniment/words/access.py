"""The words on access, and the signs and short forms explained, in English; knows nothing of where they stand."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
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
    "abbreviation.paragraph": "paragraph; the number is its address",
    "abbreviation.sic": "“so”: the seed really reads thus",
    "abbreviation.joined": "joined: one sentence that was split in the seed",
    "abbreviation.omitted": "words of the seed that the edition leaves out",
    "abbreviation.lacuna": "lacuna: words that are missing from the seed",
    "abbreviation.sha-256": "Secure Hash Algorithm, 256 bits: a fingerprint of a file; other bytes have another",
    "abbreviation.tei": "Text Encoding Initiative: a form of XML for editions",
    "abbreviation.xml": "Extensible Markup Language",
    "abbreviation.json": "JavaScript Object Notation: data for programs",
    "abbreviation.csv": "comma-separated values: a table as plain text",
    "abbreviation.references": "forms in which reference managers exchange citations",
    "abbreviation.styles": (
        "American Psychological Association, Modern Language Association, Oxford University Standard for the"
        " Citation of Legal Authorities: styles of citing"
    ),
}
"""Key → words."""

ABBREVIATED: tuple[tuple[str, str], ...] = (
    ("paragraph", "¶"),
    ("sic", "sic"),
    ("joined", "⁐"),
    ("omitted", "−"),
    ("lacuna", "[ … ]"),
    ("sha-256", "SHA-256"),
    ("tei", "TEI"),
    ("xml", "XML"),
    ("json", "JSON"),
    ("csv", "CSV"),
    ("references", "BibTeX, RIS, CSL"),
    ("styles", "APA, MLA, OSCOLA"),
)
"""(name of its key, sign or short form) for the colophon, in order; each is the same in every language."""
