"""Turns a document of the invented archive into its seed: plain text, scraped, in five shapes and with their damage.

Knows the damage it does and nothing of how it is undone.
"""

from collections.abc import Callable

from benchmarks.speed.corpus import SUBJECT, Block, Text

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def raw(text: Text) -> str:
    """Give the seed of a document."""
    return _SHAPES[text.shape](text)


def _chairs_summary(text: Text) -> str:
    """Leave blank lines on top, and cut one paragraph in the middle of a sentence as a page break does."""
    head = ["", "", f"{text.stage.event}, {_long(text)}", "", text.title, "", "Chair's summary", "", text.chair, ""]
    body = _apart(text.blocks)
    return "\n".join(head) + "\n" + _cut("\n\n".join(body), text) + "\n"


def _declaration(text: Text) -> str:
    """Write Markdown with bold provisions and a note on who agreed, as converters of PDF do; no line end at the end."""
    head = ["", "", f"# {text.stage.event}", "", _long(text), "", f"## {text.title}", ""]
    body = _apart(text.blocks, heading="## {}")
    tail = ["---", f"**Note:** The following states agreed to the declaration in {text.stage.name}:"]
    return "\n".join(head) + "\n" + "\n\n".join([*body, *tail, ", ".join(text.states) + "."])


def _news_story(text: Text) -> str:
    """Set every paragraph on a line of its own under a site's head lines, and repeat the first one."""
    head = [
        text.title,
        "Historical archive",
        "Publisher: Ministry of Ports",
        f"News story | Date: {text.day:%d/%m/%Y}",
        *text.blocks[0].texts,
    ]
    return "\n".join([*head, *_apart(text.blocks)])


def _statement(text: Text) -> str:
    """Set every heading bold, and the conference and the date under the convention's name."""
    head = [
        "",
        "",
        f"## **Convention on {SUBJECT}.**",
        "",
        f"**{text.stage.event}, {text.stage.name}**",
        "",
        f"**{text.title}, {_long(text)}**",
        "",
        "Thank you, Chair.",
        "",
    ]
    return "\n".join(head) + "\n" + "\n\n".join(_apart(text.blocks, heading="**{}**")) + "\n"


def _speech(text: Text) -> str:
    """Put a line about the site first, and two blank lines between paragraphs."""
    head = [
        "Lights Abroad is a worldwide network that works for safe harbours.",
        "",
        f"{text.title}, {text.stage.name}, {_long(text)}.",
        "",
        "Excellencies, ladies and gentlemen, friends of the convention.",
        "",
    ]
    return "\n".join(head) + "\n" + "\n\n\n".join(_apart(text.blocks)) + "\n"


_SHAPES: dict[str, Callable[[Text], str]] = {
    "chairs-summary": _chairs_summary,
    "declaration": _declaration,
    "news-story": _news_story,
    "statement": _statement,
    "speech": _speech,
}


def _long(text: Text) -> str:
    """Write the day as people do."""
    return f"{text.day.day} {MONTHS[text.day.month - 1]} {text.day.year}"


def _apart(blocks: tuple[Block, ...], heading: str = "{}") -> list[str]:
    """Write each block."""
    return [_written(block, heading) for block in blocks]


def _written(block: Block, heading: str) -> str:
    if block.form == "list":
        return "\n".join(f"- {entry}" for entry in block.texts)
    return heading.format(*block.texts) if block.form == "heading" else block.texts[0]


def _cut(body: str, text: Text) -> str:
    """Cut the longest paragraph between two small words behind its middle."""
    longest = max((each for block in text.blocks if block.form == "paragraph" for each in block.texts), key=len)
    words = longest.split(" ")
    middle = len(words) // 2
    for at in range(middle, len(words) - 1):
        if words[at - 1].isalpha() and words[at - 1].islower() and words[at].isalpha() and words[at].islower():
            return body.replace(longest, f"{' '.join(words[:at])}\n\n{' '.join(words[at:])}")
    return body
