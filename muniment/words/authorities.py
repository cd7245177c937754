"""The words of the indexes of people, organisations and places in English; knows nothing of where they stand."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "people.title": "People",
    "scope.people": (
        "Every person whom a document names, with each sentence in which the name stands. Being named says nothing"
        " more than that; what is said of a person is quoted, or marked as inferred or supplied."
    ),
    "people.one": "{n} person",
    "people.other": "{n} people",
    "organisations.title": "Organisations",
    "scope.organisations": (
        "Every organisation that a document names, with each sentence in which the name stands. Being named says"
        " nothing more than that; what is said of an organisation is quoted, or marked as inferred or supplied."
    ),
    "organisations.one": "{n} organisation",
    "organisations.other": "{n} organisations",
    "places.title": "Places",
    "scope.places": (
        "Every place that a document names, with each sentence in which the name stands. Being named says nothing more"
        " than that; what is said of a place is quoted, or marked as inferred or supplied."
    ),
    "scope.places.states": "States have an index of their own.",
    "places.one": "{n} place",
    "places.other": "{n} places",
    "roster.summary": "{entries}, named in {documents}",
    "roster.documents.one": "{n} document",
    "roster.documents.other": "{n} documents",
    "roster.letter": "{title}: {letter}",
    "roster.elsewhere": "other",
    "roster.letters": "Letters",
    "roster.also": "also printed as {forms}",
    "roster.as": "printed as {forms}",
    "roster.supplied": "supplied by the editor; source: {source}",
    "roster.not-counted": "Names that are not counted",
    "roster.not-counted.text": "They hold a name, and stand for something else.",
    "roster.further": "Other indexes",
    "passages.one": "{n} passage",
    "passages.other": "{n} passages",
    "filter.people": "{n} of {all} people",
    "filter.organisations": "{n} of {all} organisations",
    "filter.places": "{n} of {all} places",
    "document.people": "People named",
    "document.organisations": "Organisations named",
    "document.places": "Places named",
    "home.people": "who is named, where, and what is said of them",
    "home.organisations": "under every name they are printed with",
    "home.places": "under every name they are printed with, and what is said of them",
}
