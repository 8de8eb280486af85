"""Parses TL schemas, as far as Telegram's and MTProto's need."""

import re
import zlib
from dataclasses import dataclass

DECLARATION = re.compile(r"^(?P<name>[a-z][\w.]*)(?:#(?P<id>[0-9a-f]{1,8}))? (?P<rest>[^=]*)= ?(?P<result>[^=]+)$")
FIELD = re.compile(r"^(?P<name>\w+):(?:(?P<mask>\w+)\.(?P<bit>\d+)\?)?(?P<type>!?[\w.<>%#]+)$")
VECTOR = re.compile(r"^(?P<kind>[Vv])ector<(?P<element>.+)>$")


@dataclass(frozen=True)
class Field:
    """A field that holds a value; flag words are computed and excluded."""

    name: str
    type: str
    mask: str | None
    bit: int | None


@dataclass(frozen=True)
class Combinator:
    """A constructor or a method."""

    name: str
    id: int
    fields: tuple[Field, ...]
    free_words: tuple[str, ...]


class Schema:
    """Combinators by name and by id."""

    def __init__(self, texts):
        self.by_name = {}
        self.by_id = {}
        for text in texts:
            for combinator in declarations(text):
                # A few names are in both schemas; the id decides.
                self.by_name.setdefault(combinator.name, combinator)
                self.by_id[combinator.id] = combinator


def declarations(text):
    """Yields the declarations of a schema, except those of predefined types."""
    text = re.sub(r"//[^\n]*|---\w+---", "", text)
    for declaration in text.split(";"):
        found = DECLARATION.match(" ".join(declaration.split()))
        if found and not any(word == "?" or word.endswith("[") for word in found["rest"].split()):
            yield combinator(found)


def combinator(found):
    """Parses one declaration."""
    words = [word for word in found["rest"].split() if not word.startswith("{")]
    fields = [FIELD.match(word) for word in words]
    if None in fields:
        raise ValueError(f"{found['name']}: unknown form of a field")
    masks = {field["mask"] for field in fields}
    values = [
        Field(field["name"], field["type"], field["mask"], field["bit"] and int(field["bit"]))
        for field in fields
        if field["type"] != "#"
    ]
    free = [field["name"] for field in fields if field["type"] == "#" and field["name"] not in masks]
    return Combinator(found["name"], identifier(found), tuple(values), tuple(free))


def identifier(found):
    """Returns the written id, or the id that Telegram's rule computes for a declaration without flags."""
    if found["id"]:
        return int(found["id"], 16)
    line = found.string.replace(":bytes ", ":string ").replace("<", " ").replace(">", "")
    return zlib.crc32(line.encode())
