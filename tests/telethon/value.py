"""Converts TL-JSON to Telethon's objects and back."""

import inspect
from datetime import datetime
from functools import cache

from telethon.tl.alltlobjects import tlobjects

from oddities import Skip
from schema import VECTOR

SCALARS = {"int", "long", "double", "string", "bytes", "Bool", "true", "int128", "int256"}


def class_of(identifier):
    """Returns the class for an id."""
    found = tlobjects.get(identifier)
    if found is None:
        raise Skip("Telethon has no class for this id")
    return found


def as_generated(cls):
    """Returns the generated class: Telethon replaces three classes by others that change their values."""
    return next(base for base in cls.__mro__ if "from_reader" in vars(base))


tlobjects.update({identifier: as_generated(cls) for identifier, cls in tlobjects.items()})


@cache
def argument(cls, name):
    """Returns Telethon's name for a field."""
    names = list(inspect.signature(cls.__init__).parameters)[1:]
    return next((other for other in (name, f"is_{name}", f"{name}_") if other in names), None)


def build(schema, value, of=None):
    """Returns Telethon's object for the TL-JSON of a combinator; `of` is its id if the name is ambiguous."""
    combinator = schema.by_id[of] if of is not None else schema.by_name[value["_"]]
    cls = class_of(combinator.id)
    if any(value.get(word) for word in combinator.free_words):
        raise Skip("Telethon writes 0 for a `#` that no field depends on")
    given = {}
    for field in combinator.fields:
        if field.name in value:
            refuse_unsigned(cls, field, value[field.name])
            given[argument(cls, field.name)] = build_value(schema, field, field.type, value[field.name])
    return cls(**given)


def refuse_unsigned(cls, field, value):
    """Skips methods in whose fields Telethon's own schema has a `#` instead of an `int`."""
    if field.type == "int" and value < 0 and is_unsigned(cls, argument(cls, field.name)):
        raise Skip("Telethon has a number without a sign for an `int`")


@cache
def is_unsigned(cls, name):
    """Returns whether the class writes a field as an unsigned number."""
    return f"struct.pack('<I', self.{name})" in inspect.getsource(cls._bytes)


def build_value(schema, field, ty, value):
    """The value of one field."""
    vector = VECTOR.match(ty)
    if vector:
        return [build_value(schema, field, vector["element"], item) for item in value]
    if ty == "long":
        return int(value)
    if ty == "double":
        return float(value)
    if ty == "bytes":
        return filled(value["$fill"]) if isinstance(value, dict) else bytes.fromhex(value)
    if ty in ("int128", "int256"):
        return int.from_bytes(bytes.fromhex(value), "little", signed=True)
    if ty == "Bool" and value is False and field.mask:
        raise Skip("Telethon treats an optional Bool that is false as absent")
    return value if ty in SCALARS else build(schema, value)


def filled(length):
    """Expands bytes for which a vector gives a repeating rule."""
    period = bytes((index * 31 + 7) & 255 for index in range(256))
    return (period * (length // 256 + 1))[:length]


def dump(schema, value):
    """Returns the TL-JSON of Telethon's object."""
    combinator = schema.by_id[value.CONSTRUCTOR_ID]
    cls = class_of(combinator.id)
    shown = {"_": combinator.name}
    for field in combinator.fields:
        item = getattr(value, argument(cls, field.name))
        if field.type == "int" and isinstance(item, int) and item >= 1 << 31:
            raise Skip("Telethon has a number without a sign for an `int`")
        # A flag is true or absent.
        if item is None or (field.mask and field.type == "true" and item is False):
            continue
        shown[field.name] = dump_value(schema, field.type, item)
    return shown


def dump_value(schema, ty, value):
    """The value of one field."""
    vector = VECTOR.match(ty)
    if vector:
        return [dump_value(schema, vector["element"], item) for item in value]
    if isinstance(value, datetime):
        return int(value.timestamp())
    if ty == "long":
        return str(value)
    if ty == "bytes" and isinstance(value, str):
        if "\ufffd" in value:
            raise Skip("Telethon decodes text where the schema has bytes that are not text")
        return value.encode().hex()
    if ty == "bytes":
        return value.hex()
    if ty in ("int128", "int256"):
        return value.to_bytes(int(ty[3:]) // 8, "little", signed=True).hex()
    return value if ty in SCALARS else dump(schema, value)


def plain(schema, value, ty=None):
    """Returns TL-JSON as `dump` writes it: without words for numbers, rules for bytes, and values that Telethon drops."""
    if isinstance(value, list):
        return [plain(schema, item, ty) for item in value]
    if ty == "double":
        return float(value)
    if isinstance(value, dict) and "$fill" in value:
        return filled(value["$fill"]).hex()
    if not isinstance(value, dict):
        return value
    combinator = schema.by_name[value["_"]]
    types = {field.name: VECTOR.sub(r"\g<element>", field.type) for field in combinator.fields}
    return {name: plain(schema, item, types.get(name)) for name, item in value.items() if name not in combinator.free_words}
