"""Text of any origin → text that is safe to print; knows nothing of problems."""


def printable(text: str) -> str:
    """Make text from a document safe to print: control, bidi and other invisible characters become escapes."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
