"""What every archive can hold, in English: kinds of documents, languages, regions; knows nothing of where names stand.

An archive's own kinds are named in its settings; a language that has no name here is named by its tag.
"""

from collections.abc import Mapping

KINDS: Mapping[str, str] = {
    "declaration": "Declaration",
    "chairs-summary": "Chair’s summary",
    "news-story": "News story",
    "press-release": "Press release",
    "speech": "Speech",
    "statement": "Statement",
    "report": "Report",
    "status-list": "Status list",
    "cable": "Cable",
    "letter": "Letter",
    "minutes": "Minutes",
    "other": "Other",
}
"""The kinds that every archive has."""

LANGUAGES: Mapping[str, str] = {
    "ar": "Arabic",
    "be": "Belarusian",
    "bg": "Bulgarian",
    "cs": "Czech",
    "da": "Danish",
    "de": "German",
    "el": "Greek",
    "en": "English",
    "es": "Spanish",
    "fa": "Persian",
    "fi": "Finnish",
    "fr": "French",
    "ga": "Irish",
    "he": "Hebrew",
    "hi": "Hindi",
    "hr": "Croatian",
    "hu": "Hungarian",
    "hy": "Armenian",
    "id": "Indonesian",
    "is": "Icelandic",
    "it": "Italian",
    "ja": "Japanese",
    "ka": "Georgian",
    "km": "Khmer",
    "ko": "Korean",
    "la": "Latin",
    "lo": "Lao",
    "nb": "Norwegian (bokmål)",
    "nl": "Dutch",
    "nn": "Norwegian (nynorsk)",
    "no": "Norwegian",
    "pl": "Polish",
    "ps": "Pashto",
    "pt": "Portuguese",
    "ro": "Romanian",
    "ru": "Russian",
    "se": "Northern Sami",
    "sr": "Serbian",
    "sv": "Swedish",
    "th": "Thai",
    "tr": "Turkish",
    "uk": "Ukrainian",
    "ur": "Urdu",
    "vi": "Vietnamese",
    "zh": "Chinese",
}

REGIONS: Mapping[str, str] = {
    "Africa": "002",
    "Americas": "019",
    "Asia": "142",
    "Australia and New Zealand": "053",
    "Caribbean": "029",
    "Central America": "013",
    "Central Asia": "143",
    "Eastern Africa": "014",
    "Eastern Asia": "030",
    "Eastern Europe": "151",
    "Europe": "150",
    "Melanesia": "054",
    "Micronesia": "057",
    "Middle Africa": "017",
    "Northern Africa": "015",
    "Northern America": "021",
    "Northern Europe": "154",
    "Oceania": "009",
    "Polynesia": "061",
    "South America": "005",
    "South-eastern Asia": "035",
    "Southern Africa": "018",
    "Southern Asia": "034",
    "Southern Europe": "039",
    "Western Africa": "011",
    "Western Asia": "145",
    "Western Europe": "155",
}
"""Regions of the gazetteer, by the names of the United Nations’ M49 → their code there; each is its own key."""

WORDS: Mapping[str, str] = {
    **{f"kind.{kind}": label for kind, label in KINDS.items()},
    "language.unknown": "not known",
    **{f"language.{tag}": name for tag, name in LANGUAGES.items()},
    **{f"region.{name}": name for name in REGIONS},
}
"""Key → words."""
