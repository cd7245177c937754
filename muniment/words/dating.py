"""The words in which dates are said, in English; knows nothing of how dates are read.

`{…}` are blanks that `dates.words` fills.
"""

from collections.abc import Mapping

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

WORDS: Mapping[str, str] = {
    **{f"date.month.{number}": month for number, month in enumerate(_MONTHS, start=1)},
    "date.season.1": "spring",
    "date.season.2": "summer",
    "date.season.3": "autumn",
    "date.season.4": "winter",
    # The number of a day, as it stands before its month
    "date.day": "{day}",
    "date.full": "{day} {month} {year}",
    # A day whose year is said later, or not known
    "date.day_month": "{day} {month}",
    "date.month_year": "{month} {year}",
    "date.decade": "{decade}s",
    "date.no_year": "{date} (year not known)",
    "date.range": "{first}–{last}",
    "date.range.wide": "{first} – {last}",
    "date.until": "until {date}",
    "date.since": "from {date}",
    "date.about": "about {date}",
    "date.possibly": "possibly {date}",
    "date.either": "{first} or {last}",
    "date.both": "{first} and {last}",
}
"""Key → words."""
