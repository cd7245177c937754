"""The names of months, weekdays and seasons in the languages that are read, each form turned into its number.

Refuses to know grammar; a further language is one more row in each table.
"""

from collections.abc import Mapping

from muniment.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One form of a name, as it may stand in a text."""

    number: int
    """1-12 for months, 1-7 from Monday for weekdays, 21-24 from spring for seasons."""
    languages: tuple[str, ...]
    """Languages that use the form, in the order of the tables."""
    is_abbreviation: bool
    """Whether a full stop may belong to it."""


_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "ar": "يناير فبراير|شباط مارس|آذار|اذار أبريل|ابريل|نيسان مايو|أيار|ايار يونيو|حزيران يوليو|تموز"
    " أغسطس|اغسطس|آب سبتمبر|أيلول|ايلول أكتوبر|اكتوبر نوفمبر ديسمبر",
    "he": "בינואר בפברואר במרץ|במרס באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
}
_SHORT_MONTHS = {
    "en": "jan feb mar apr - jun jul aug sep|sept oct nov dec",
    "nb": "jan feb - apr - - - aug sep|sept okt nov des",
    "de": "jan|jän feb mär|mrz apr - - - aug sep|sept okt nov dez",
    "fr": "janv févr|fév|fevr - avr - - juil - sept oct nov déc",
    "es": "ene feb - abr - jun jul - sept oct nov dic",
}
_FURTHER_MONTHS = {
    "de": {"jänner": 1, "maerz": 3},
    "fr": {"fevrier": 2, "aout": 8, "decembre": 12},
    "es": {"setiembre": 9},
}
_WEEKDAYS = {
    "en": "monday tuesday wednesday thursday friday saturday sunday",
    "nb": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "nn": "måndag tysdag onsdag torsdag fredag laurdag sundag",
    "de": "montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles|miercoles jueves viernes sábado|sabado domingo",
    "sv": "måndag tisdag onsdag torsdag fredag lördag söndag",
    "da": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "it": "lunedì martedì mercoledì giovedì venerdì sabato domenica",
}
_SHORT_WEEKDAYS = {"en": "mon tue|tues wed thu|thur|thurs fri sat sun"}
_SEASONS = {
    "en": "spring summer autumn|fall winter",
    "nb": "våren sommeren høsten vinteren",
    "nn": "våren sommaren hausten vinteren",
    "de": "frühling|frühjahr sommer herbst winter",
    "fr": "printemps été automne hiver",
    "es": "primavera verano otoño invierno",
}


def _tabulate(
    full: Mapping[str, str], short: Mapping[str, str], further: Mapping[str, Mapping[str, int]], first: int = 1
) -> dict[str, Name]:
    """Turn the rows of a table into one look-up by lower-case form."""
    found: dict[str, list[tuple[str, int, bool]]] = {}
    for rows, is_abbreviation in ((full, False), (short, True)):
        for language, row in rows.items():
            for number, forms in enumerate(row.split(), first):
                for form in forms.split("|"):
                    found.setdefault(form, []).append((language, number, is_abbreviation))
    for language, forms_of in further.items():
        for form, number in forms_of.items():
            found.setdefault(form, []).append((language, number, False))
    return {
        form: Name(
            number=uses[0][1],
            languages=tuple(dict.fromkeys(language for language, _, _ in uses)),
            is_abbreviation=all(use[2] for use in uses),
        )
        for form, uses in found.items()
        if form != "-"
    }


MONTHS = _tabulate(_MONTHS, _SHORT_MONTHS, _FURTHER_MONTHS)
"""Months by lower-case form; no form means two months."""
WEEKDAYS = _tabulate(_WEEKDAYS, _SHORT_WEEKDAYS, {})
"""Weekdays by lower-case form, Monday is 1."""
SEASONS = _tabulate(_SEASONS, {}, {}, first=21)
"""Seasons by lower-case form, as EDTF numbers them: 21 spring to 24 winter."""
_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
ROMAN = {numeral: number for number, numeral in enumerate(_NUMERALS, 1)}
"""Months as Roman numerals, lower-case."""
