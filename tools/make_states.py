"""Make muniment/data/states.json from public name lists and the curated facts beside this file; says what is wrong.

It refuses to decide: what the lists of others lack or word otherwise stands in states_curated.toml, for people to read.

Usage: npm install cldr-core cldr-localenames-full i18n-iso-countries (in a folder of its own), then
`python tools/make_states.py FOLDER/node_modules`. The same inputs give the same bytes.
"""

import json
import re
import sys
import tomllib
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "muniment" / "data" / "states.json"
LANGUAGES = ("en", "fr", "es")
# Names in these count only in a text of the language.
OWN_LANGUAGES = ("de", "nb", "da", "sv")
FLAGS = ("combining", "defined", "family_names", "given_names", "guarded", "languages")
KIND_ORDER = {"name": 0, "alias": 1, "demonym": 2}

# UN M49 codes of the subregions, in the wording of the United Nations Statistics Division.
SUBREGIONS = {
    "011": ("Africa", "Western Africa"),
    "014": ("Africa", "Eastern Africa"),
    "015": ("Africa", "Northern Africa"),
    "017": ("Africa", "Middle Africa"),
    "018": ("Africa", "Southern Africa"),
    "005": ("Americas", "South America"),
    "013": ("Americas", "Central America"),
    "021": ("Americas", "Northern America"),
    "029": ("Americas", "Caribbean"),
    "030": ("Asia", "Eastern Asia"),
    "034": ("Asia", "Southern Asia"),
    "035": ("Asia", "South-eastern Asia"),
    "143": ("Asia", "Central Asia"),
    "145": ("Asia", "Western Asia"),
    "039": ("Europe", "Southern Europe"),
    "151": ("Europe", "Eastern Europe"),
    "154": ("Europe", "Northern Europe"),
    "155": ("Europe", "Western Europe"),
    "053": ("Oceania", "Australia and New Zealand"),
    "054": ("Oceania", "Melanesia"),
    "057": ("Oceania", "Micronesia"),
    "061": ("Oceania", "Polynesia"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lists:
    """The name lists of others, as read."""

    territories: dict[str, dict[str, str]]
    """CLDR: language → code with or without `-alt-…` → name."""
    countries: dict[str, dict[str, Any]]
    """i18n-iso-countries: language → alpha-2 → name or list of names."""
    codes: dict[str, dict[str, str]]
    """CLDR: alpha-2 → its other codes."""
    containment: dict[str, dict[str, Any]]
    """CLDR: M49 code → what it contains."""


def read_lists(modules: Path) -> Lists:
    """Read the installed packages."""

    def load(path: str) -> Any:
        return json.loads((modules / path).read_text(encoding="utf-8"))

    return Lists(
        territories={
            language: load(f"cldr-localenames-full/main/{language}/territories.json")["main"][language][
                "localeDisplayNames"
            ]["territories"]
            for language in (*LANGUAGES, *OWN_LANGUAGES)
        },
        countries={language: load(f"i18n-iso-countries/langs/{language}.json")["countries"] for language in LANGUAGES},
        codes=load("cldr-core/supplemental/codeMappings.json")["supplemental"]["codeMappings"],
        containment=load("cldr-core/supplemental/territoryContainment.json")["supplemental"]["territoryContainment"],
    )


def place_of(alpha2: str, lists: Lists) -> tuple[str, str]:
    """Give the UN M49 region and subregion of a state, or two empty strings."""
    for code, place in SUBREGIONS.items():
        if alpha2 in lists.containment[code]["_contains"]:
            return place
    return ("", "")


def bare(form: str) -> str:
    """Leave out the article: a name is found with and without it."""
    return re.sub(r"^The (?=[A-Z])", "", form)


def names_of(alpha2: str, lists: Lists, exclude: list[str]) -> list[list[str]]:
    """Collect what the lists of others call a state; forms with an editor's aside in them are not names."""
    found: list[list[str]] = []
    ands = {"en": "and", "fr": "et", "es": "y", "de": "und", "nb": "og", "da": "og", "sv": "och"}
    for language in (*LANGUAGES, *OWN_LANGUAGES):
        territories = lists.territories[language]
        for key in [alpha2, *(key for key in sorted(territories) if key.startswith(f"{alpha2}-alt-"))]:
            form = territories.get(key, "")
            if form and "(" not in form and " - " not in form:
                found.append([form.replace("&", ands[language]), language, "cldr"])
        entry = lists.countries.get(language, {}).get(alpha2, [])
        found += [[form, language, "iso-countries"] for form in ([entry] if isinstance(entry, str) else entry)]
    return [[bare(clean(form)), language, source] for form, language, source in found if clean(form) not in exclude]


def clean(form: str) -> str:
    """Bring a form to one spelling of apostrophes and spaces."""
    return unicodedata.normalize("NFC", re.sub(r"\s+", " ", form.replace("’", "'"))).strip()


def curated_names(facts: dict[str, Any]) -> list[list[str]]:
    """Read the curated forms of a state as rows (form, kind, language, source, note)."""
    rows = []
    for written in facts.get("aliases", []):
        form, _, note = written.partition(" | ")
        language, colon, rest = form.partition(":")
        if not colon:
            language, rest = "en", form
        rows.append([clean(rest), "alias", language, "curated", *([note] if note else [])])
    for written in facts.get("demonyms", []):
        single = written.removesuffix("(s)")
        rows += [[form, "demonym", "en", "curated"] for form in dict.fromkeys((single, written.replace("(s)", "s")))]
    return rows


def entry_of(identifier: str, facts: dict[str, Any], lists: Lists, curated: dict[str, Any]) -> dict[str, Any]:
    """Make one entry of the gazetteer."""
    alpha2 = facts.get("alpha2") or alpha2_of(identifier, lists)
    others = names_of(alpha2, lists, curated["exclude"]) if alpha2 else []
    name = facts.get("name") or clean(lists.territories["en"][alpha2])
    region, subregion = place_of(alpha2, lists) if alpha2 else ("", "")
    rows = [[name, "name", "en", "curated" if "name" in facts else "cldr"]]
    rows += [[facts["official"], "name", "en", "curated"]]
    rows += [[form, "alias", language, source] for form, language, source in others] + curated_names(facts)
    rows += [shared_name(shared) for shared in curated["shared"] if identifier in shared["states"]]
    kept: dict[str, list[str]] = {}
    for row in sorted(rows, key=lambda row: (KIND_ORDER[row[1]], row[2] in OWN_LANGUAGES)):
        known = kept.setdefault(row[0], [*row])
        if known[2].split()[0] in OWN_LANGUAGES and row[2] not in known[2].split():
            known[2] += f" {row[2]}"
    return {
        "id": identifier,
        "alpha2": alpha2 if not identifier.startswith("x-") else "",
        "numeric": lists.codes[alpha2]["_numeric"] if alpha2 and not identifier.startswith("x-") else "",
        "name": name,
        "official": facts["official"],
        "region": facts.get("region", region),
        "subregion": facts.get("subregion", subregion),
        "standing": facts.get("standing", "member"),
        "names": list(kept.values()),
    }


def shared_name(shared: dict[str, Any]) -> list[str]:
    """Make the row of a form that more than one state bears."""
    kind = "demonym" if shared["form"].endswith(("an", "ans", "ese")) else "alias"
    return [shared["form"], kind, shared.get("language", "en"), "curated"]


def alpha2_of(identifier: str, lists: Lists) -> str:
    """Find the alpha-2 code for an alpha-3 code among today's states; former states have none."""
    codes = (code for code, others in sorted(lists.codes.items()) if others.get("_alpha3") == identifier)
    return next((code for code in codes if len(code) == 2 and code in lists.territories["en"]), "")


def check(states: list[dict[str, Any]], curated: dict[str, Any], lists: Lists) -> list[str]:
    """List what is wrong: members missing, forms that two states bear undeclared, names that concern no state."""
    wrong = []
    entered = sorted(entry["alpha2"] for entry in states if entry["standing"] == "member")
    members = lists.containment["UN"]["_contains"]
    wrong += [f"{code} is a member without an entry" for code in members if code not in entered]
    wrong += [f"{code} is no member" for code in entered if code not in members]
    declared = {shared["form"]: shared["states"] for shared in curated["shared"]}
    bearers: dict[str, list[str]] = {}
    for entry in states:
        for row in entry["names"]:
            bearers.setdefault(row[0], []).append(entry["id"])
    for form, ids in bearers.items():
        if len(ids) > 1 and sorted(declared.get(form, [])) != sorted(ids):
            wrong.append(f"{form} is borne by {', '.join(ids)}, which is not declared")
    for reason, forms in curated["not_a_state"].items():
        for form in forms:
            parts = form.casefold()
            if not any(re.search(rf"(?<!\w){re.escape(bearer.casefold())}(?!\w)", parts) for bearer in bearers):
                wrong.append(f"{form} ({reason}) contains no state's name")
    for key in FLAGS:
        wrong += [f"{form} in {key} is no form of a state" for form in curated[key] if form not in bearers]
    return wrong


def printed(states: list[dict[str, Any]], curated: dict[str, Any]) -> str:
    """Print the file: one state a line, so that a change of one state is a change of one line."""

    def compact(part: Any) -> str:
        return json.dumps(part, ensure_ascii=False, separators=(",", ":"))

    others = [{"name": form, "reason": reason} for reason, forms in curated["not_a_state"].items() for form in forms]
    shared = [{key: entry[key] for key in ("form", "states", "when")} for entry in curated["shared"]]
    sections = [("states", states), ("shared", shared), ("not_states", others)]
    lists = [f'"{key}":[\n' + ",\n".join(compact(entry) for entry in entries) + "\n]" for key, entries in sections]
    flags = [f'"{key}":{compact(sorted(curated[key]))}' for key in FLAGS]
    return "{\n" + ",\n".join(lists + flags) + "\n}\n"


def main(modules: Path) -> int:
    """Write the data file, or say what is wrong and write nothing."""
    lists = read_lists(modules)
    curated = tomllib.loads((HERE / "states_curated.toml").read_text(encoding="utf-8"))
    states = [entry_of(identifier, facts, lists, curated) for identifier, facts in sorted(curated["state"].items())]
    wrong = check(states, curated, lists)
    for line in wrong:
        print(line, file=sys.stderr)
    if wrong:
        return 1
    TARGET.write_text(printed(states, curated), encoding="utf-8", newline="\n")
    print(f"{len(states)} states, {sum(len(entry['names']) for entry in states)} names")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
