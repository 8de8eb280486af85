"""Known differences of Telethon; rows that show them are skipped by these rules, not by name."""

LONG = 1 << 24


class Skip(Exception):
    """A row, or a part of it, that Telethon cannot judge; the message is the rule."""


def refuse_long_text(value):
    """Telethon truncates lengths from 2^24 on, and cannot read their longer form."""
    if isinstance(value, dict):
        if value.get("$fill", 0) >= LONG:
            raise Skip("Telethon truncates lengths from 2^24 on")
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            refuse_long_text(item)
    elif isinstance(value, str) and len(value) >= LONG and len(value.encode()) >= LONG:
        raise Skip("Telethon truncates lengths from 2^24 on")
