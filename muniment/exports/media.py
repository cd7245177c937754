"""The path of a file → its media type; knows only the types that the exports make."""

_TYPES = (
    (".csl.json", "application/vnd.citationstyles.csl+json"),
    (".json", "application/json"),
    (".bib", "application/x-bibtex"),
    (".ris", "application/x-research-info-systems"),
    (".csv", "text/csv"),
    (".md", "text/markdown"),
    (".txt", "text/plain"),
    (".pdf", "application/pdf"),
    (".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("feed.xml", "application/atom+xml"),
    (".xml", "application/tei+xml"),
)


def media_type(path: str) -> str:
    """Give the media type of a file by the end of its path."""
    for end, media in _TYPES:
        if path.endswith(end):
            return media
    return "application/octet-stream"
