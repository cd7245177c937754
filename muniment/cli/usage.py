"""What click refuses of a command line → our words: what was typed, the nearest that would do, what to type instead.

Knows no command. What it has no words for is told in click's.
"""

import difflib
import re
from collections.abc import Iterable
from pathlib import Path

import click

_VALUE = re.compile(r"'?(.*?)'? is not ", re.DOTALL)
_NOWHERE = re.compile(r"\w+ '(.*)' does not exist\.", re.DOTALL)
_TOO_MUCH = re.compile(r"Got unexpected extra arguments? \((.*)\)", re.DOTALL)


def worded(refusal: click.ClickException) -> str:
    """Say why a command line is refused."""
    if isinstance(refusal, click.NoSuchOption):
        return f'there is no option "{refusal.option_name}".{_meant(refusal.option_name, refusal.possibilities or ())}'
    if isinstance(refusal, click.MissingParameter) and refusal.param:
        return _missing(refusal, refusal.param)
    if isinstance(refusal, click.BadParameter) and refusal.param:
        return _bad(refusal.message, refusal.param) or refusal.format_message()
    if isinstance(refusal, click.BadOptionUsage):
        return f"{refusal.option_name} needs a value behind it."
    if found := _TOO_MUCH.fullmatch(refusal.message):
        return _too_much(found[1], refusal.ctx if isinstance(refusal, click.UsageError) else None)
    return refusal.format_message()


def near(path: Path, *, is_folder: bool = False) -> str:
    """Ask whether another file, or folder, beside one that is not there was meant; empty where nothing is near."""
    try:
        beside = sorted(each.name for each in path.parent.iterdir() if each.is_dir() or not is_folder)
    except OSError:
        return ""
    return _meant(str(path), [str(path.parent / name) for name in _nearest(path.name, beside)])


def _missing(refusal: click.MissingParameter, param: click.Parameter) -> str:
    """Say what is missing, and what it can be."""
    if isinstance(param.type, click.Choice):
        return f"{param.opts[0]} is missing: {' or '.join(map(str, param.type.choices))}."
    name = param.human_readable_name if isinstance(param, click.Argument) else param.opts[0]
    path = refusal.ctx.command_path if refusal.ctx else ""
    return f"{name} is missing: {path} {name}"


def _too_much(typed: str, context: click.Context | None) -> str:
    """Say why a command takes no more words; one that takes none at all is about the whole archive."""
    if context is None or any(isinstance(each, click.Argument) for each in context.command.params):
        return f'there is more than the command takes: "{typed}". Put what belongs together into quotation marks.'
    if Path(typed).is_dir():
        return f'{context.command.name} takes no folder behind it; for the archive in "{typed}" add --root {typed}.'
    return (
        f'{context.command.name} takes no "{typed}": it is about the whole archive. One document: show, diff, explain.'
    )


def _bad(message: str, param: click.Parameter) -> str:
    """Say what a value can be; empty where that is not known."""
    if found := _NOWHERE.fullmatch(message):
        return f"there is no file {found[1]}.{near(Path(found[1]))}"
    typed = _VALUE.match(message)
    if typed and isinstance(param.type, click.Choice):
        known = [str(each) for each in param.type.choices]
        meant = _meant(typed[1], _nearest(typed[1].lower(), known))
        return f'{param.opts[0]} cannot be "{typed[1]}".{meant} It is one of: {", ".join(known)}.'
    if typed and isinstance(param.type, click.IntRange):
        least, most = param.type.min, param.type.max
        span = f" from {least} to {most}" if most is not None else f", at least {least}"
        return f'{param.opts[0]} cannot be "{typed[1]}": it is a whole number{span}.'
    return ""


def _meant(typed: str, possible: Iterable[str]) -> str:
    """Ask whether the nearest of what is possible was meant."""
    nearest = difflib.get_close_matches(typed, list(possible), 1, 0.0)
    return f' Did you mean "{nearest[0]}"?' if nearest else ""


def _nearest(typed: str, known: Iterable[str]) -> list[str]:
    """Give the nearest of the words that are known, if one is near."""
    return difflib.get_close_matches(typed, list(known), 1, 0.6)
