"""The words in which dates are said to readers, one table a language.

Refuses to know how dates are read; a further language is one more row.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """How one language says dates; the fields with braces are templates."""

    months: tuple[str, ...]
    """January to December."""
    seasons: tuple[str, ...]
    """Spring, summer, autumn, winter."""
    day: str
    """`{day}`: the number of a day, as it stands before its month."""
    full: str
    """`{day}`, `{month}`, `{year}`."""
    day_month: str
    """`{day}`, `{month}`: a day whose year is said later, or not known."""
    month_year: str
    """`{month}`, `{year}`; also for seasons."""
    decade: str
    """`{decade}`: its first year."""
    no_year: str
    """`{date}`: what is known of a date without a year; may be empty."""
    until: str
    """`{date}`: the end of an interval whose beginning is open."""
    since: str
    """`{date}`: the beginning of an interval whose end is open."""
    about: str
    """Before an approximate date."""
    possibly: str
    """Before an uncertain date."""
    either: str
    """Between dates of which one is meant."""
    both: str
    """Between dates that are all meant."""


_ENGLISH = Language(
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    seasons=("spring", "summer", "autumn", "winter"),
    day="{day}",
    full="{day} {month} {year}",
    day_month="{day} {month}",
    month_year="{month} {year}",
    decade="{decade}s",
    no_year="{date} (year not known)",
    until="until {date}",
    since="from {date}",
    about="about",
    possibly="possibly",
    either="or",
    both="and",
)  # fmt: skip

_NORWEGIAN = Language(
    months=(
        "januar", "februar", "mars", "april", "mai", "juni",
        "juli", "august", "september", "oktober", "november", "desember",
    ),
    seasons=("våren", "sommeren", "høsten", "vinteren"),
    day="{day}.",
    full="{day} {month} {year}",
    day_month="{day} {month}",
    month_year="{month} {year}",
    decade="{decade}-årene",
    no_year="{date} (ukjent år)",
    until="til {date}",
    since="fra {date}",
    about="omkring",
    possibly="muligens",
    either="eller",
    both="og",
)  # fmt: skip

LANGUAGES = {"en": _ENGLISH, "nb": _NORWEGIAN, "nn": _NORWEGIAN, "no": _NORWEGIAN}
"""The tables by language code (BCP 47, first part)."""
