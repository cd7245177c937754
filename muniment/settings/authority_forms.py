"""Turns the tables of `people.toml`, `organisations.toml` and `places.toml` into typed forms; knows no document."""

from pydantic import Field

from muniment.settings.typed import Basis, Form, Id, Words


class DescriptionForm(Form):
    """`[[person.description]]`: what is said of an authority, with the words that say it or the source."""

    text: str = ""
    """For readers; for `attested` it stands in the quotation as it is. May be left out beside `relation`."""
    relation: str = ""
    """Id of a `[[relation]]` of archive.toml: the role that is meant."""
    basis: Basis
    """`attested` (printed), `inferred` (from what is printed) or `supplied` (known from elsewhere)."""
    document: str = ""
    """Id of the document; left out for `supplied`."""
    quote: str = ""
    """Exact words of one paragraph of it that name the authority; left out for `supplied`."""
    at: str = ""
    """Anchor (`p1`), needed only where the words occur more than once."""
    source: str = ""
    """Where a supplied description comes from."""


class LocalForm(Form):
    """`[[person.local]]`: a form that means the authority in one document only."""

    form: Words
    """As printed: `the Minister`."""
    document: Words
    """Id of the document."""
    at: str = ""
    """Anchor (`p3`), where the form means the authority in one paragraph only."""


class AuthorityForm(Form):
    """`[[person]]`, `[[organisation]]`, `[[place]]`: an authority with its names."""

    id: Id
    """Its address on the page, as in people.html#marie-curie; never changed once published."""
    name: Words
    """Preferred label; it is looked for in the documents like a variant."""
    variants: list[Words] = Field(default=[])
    """Further forms, exactly as printed."""
    sort_by: str = ""
    """The part of the name it is filed under; left out: the name as it stands."""
    text: str = ""
    """What the editor has to say about the entry, such as why two forms are taken to be one."""
    description: list[DescriptionForm] = Field(default=[])
    """What is said of the authority, in order."""
    local: list[LocalForm] = Field(default=[])
    """Forms that mean the authority in one document only."""


class OtherNameForm(Form):
    """`[[not_a_person]]`, …: a name that holds an authority's name and means something else."""

    name: Words
    """As printed: `Ghent altarpiece`."""
    reason: Words
    """What it is, for readers: `the name of a painting`."""


class PeopleForm(Form):
    """`authorities/people.toml` as a whole."""

    person: list[AuthorityForm] = Field(default=[])
    """A person whom the documents name."""
    not_a_person: list[OtherNameForm] = Field(default=[])
    """A name that holds a person's name and means something else."""


class OrganisationsForm(Form):
    """`authorities/organisations.toml` as a whole."""

    organisation: list[AuthorityForm] = Field(default=[])
    """An organisation that the documents name."""
    not_an_organisation: list[OtherNameForm] = Field(default=[])
    """A name that holds an organisation's name and means something else."""


class PlacesForm(Form):
    """`authorities/places.toml` as a whole."""

    place: list[AuthorityForm] = Field(default=[])
    """A place that the documents name."""
    not_a_place: list[OtherNameForm] = Field(default=[])
    """A name that holds a place's name and means something else."""
