"""Days of months in the Gregorian calendar, turned into ISO days.

Refuses to know eras, time zones and the time of day.
"""

FIRST_DAY = "0000-01-01"
"""Stands for the first day of a date whose beginning is open; sorts before every real day."""
LAST_DAY = "9999-12-31"
"""Stands for the last day of a date whose end is open; sorts after every real day."""

_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def days_in(year: int, month: int) -> int:
    """Count the days of a month."""
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and is_leap else _LENGTHS[month - 1]


def iso_day(year: int, month: int, day: int) -> str:
    """Write a day as YYYY-MM-DD."""
    return f"{year:04d}-{month:02d}-{day:02d}"


def split_day(iso: str) -> tuple[int, int, int]:
    """Take YYYY-MM-DD apart."""
    return int(iso[:4]), int(iso[5:7]), int(iso[8:10])
