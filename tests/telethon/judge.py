"""Lets Telethon encode and decode rows of TL-JSON, and reports where its bytes or values differ.

A row is a line of JSON: {"name": …, "value": TL-JSON, "hex": the boxed bytes}; "id", if there, is the combinator's.
A large row has "len" and "sha256" of the bytes instead. For each row Telethon's bytes for the value must be those of the row, and what it reads from those must be the value
and encode to them again. Rows that Telethon is known to treat otherwise are counted by rule (`oddities.py`).
"""

import argparse
import hashlib
import json
import math
import sys
from collections import Counter
from pathlib import Path

from telethon.extensions import BinaryReader
from telethon.tl.alltlobjects import LAYER

from oddities import Skip, refuse_long_text
from schema import Schema
from value import build, class_of, dump, plain

# A judge that skips nearly everything would find no fault either.
LEAST_JUDGED = 0.9


def main():
    """Judges all rows; exits with 1 if one differs."""
    options = arguments()
    texts = [Path(path).read_text(encoding="utf-8") for path in options.schema]
    if f"// LAYER {LAYER}" not in texts[0]:
        sys.exit(f"error: Telethon speaks layer {LAYER}, and {options.schema[0]} is another")
    schema, done, skipped, faults = Schema(texts), 0, Counter(), []
    for path, number, row in rows(options.rows):
        differences, reasons = judge(schema, row)
        done += not reasons
        skipped.update(reasons)
        faults.extend(f"{path}:{number}: {row['name']}: {what}" for what in differences)
    report(options, done, skipped, faults)


def arguments():
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rows", nargs="+", help="files of rows")
    parser.add_argument("--schema", action="append", required=True, help="the layer's schema, then further ones")
    parser.add_argument("--seed", help="the seed of the rows, for the report")
    return parser.parse_args()


def rows(paths):
    """Returns all rows, each with its place."""
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                yield path, number, json.loads(line)


def judge(schema, row):
    """Returns the differences in a row, and the rules by which Telethon cannot judge it, or not in both directions."""
    own = int(row["id"], 16) if "id" in row else schema.by_name[row["name"]].id
    differences, reasons = [], []
    for look in (encode, decode, encode_decoded):
        try:
            refuse_long_text(row["value"])
            class_of(own)
            differences.extend(look(schema, row["value"], data_of(schema, row, own), own))
        except Skip as skip:
            reasons.append(str(skip))
        except Exception as error:  # Any exception of Telethon's is a difference too.
            differences.append(f"Telethon fails to {look.__name__} with {error!r}")
    return differences, sorted(set(reasons))


def data_of(schema, row, own):
    """Returns the row's bytes; those of a large row are Telethon's, if they match the row's summary."""
    if row["hex"] is not None:
        return bytes.fromhex(row["hex"])
    data = build(schema, row["value"], own)._bytes()
    if (len(data), hashlib.sha256(data).hexdigest()) != (row["len"], row["sha256"]):
        raise ValueError(f"{len(data)} bytes that begin with {data[:32].hex()}")
    return data


def encode(schema, value, data, own):
    """Checks that Telethon's bytes for the value are the row's."""
    encoded = build(schema, value, own)._bytes()
    if encoded != data:
        yield f"Telethon encodes it as {cut(encoded)}, not as {cut(data)}"


def decode(schema, value, data, _):
    """Checks that Telethon decodes the bytes to the value."""
    found, length = read(data)
    if length != len(data):
        yield f"Telethon reads {length} bytes of {len(data)}"
    shown, expected = dump(schema, found), plain(schema, value)
    if not same(shown, expected):
        yield f"Telethon reads {cut(shown)}, not {cut(expected)}"


def encode_decoded(schema, value, data, own):
    """Checks that Telethon encodes what it decoded to the same bytes."""
    build(schema, value, own)  # Raises if the value cannot be encoded.
    found, _ = read(data)
    dump(schema, found)  # Raises if the value was not decoded completely.
    if found._bytes() != data:
        yield f"Telethon decodes and encodes it as {cut(found._bytes())}, not as {cut(data)}"


def read(data):
    """Returns Telethon's object for the bytes, and the number of bytes it took."""
    reader = BinaryReader(data)
    return reader.tgread_object(), reader.tell_position()


def same(one, other):
    """Returns whether two values are equal; NaN equals itself, and 0.0 differs from -0.0."""
    if isinstance(one, float) and isinstance(other, float):
        if math.isnan(one) or math.isnan(other):
            return math.isnan(one) and math.isnan(other)
        return (one, math.copysign(1, one)) == (other, math.copysign(1, other))
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return type(one) is type(other) and one == other


def cut(value):
    """Shortens the text of a value."""
    text = value.hex() if isinstance(value, bytes) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 400 else f"{text[:200]} … {text[-200:]}"


def report(options, done, skipped, faults):
    """Prints the result."""
    seed = f"seed {options.seed}: " if options.seed else ""
    print(f"{seed}Telethon judged {done} rows; {len(faults)} differences")
    for rule, count in sorted(skipped.items()):
        print(f"  {count} skipped: {rule}")
    for fault in faults[:50]:
        print(f"{seed}{fault}")
    if faults:
        sys.exit(1)
    if done < LEAST_JUDGED * (done + sum(skipped.values())):
        sys.exit(f"error: {seed}too few rows were judged")


if __name__ == "__main__":
    main()
