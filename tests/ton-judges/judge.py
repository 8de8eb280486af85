"""pytoniq-core writes the same values: `judge.py GENERATOR SAMPLE`, the path of its generator.py and of our values.

Differences whose cause is known are counted by cause; any other fails.
"""
import collections
import importlib.util
import json
import pathlib
import re
import sys
import tempfile

NUMBERS = {"int": int, "#": int, "long": int}


def load(path):
    spec = importlib.util.spec_from_file_location("generator", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def plain(text):
    """The schema in the spelling whose ids pytoniq-core computes: no comments, single blanks, `(vector T)`."""
    declarations = " ".join(re.sub(r"//.*", "", text).split()).replace("; ", ";\n")
    declarations = re.sub(r"vector<(\S+?)>", r"(vector \1)", declarations)
    return re.sub(r"\((\S+)\)", r"\1", declarations).replace("---functions--- ", "").replace("---types--- ", "")


def generate(pytoniq, text):
    with tempfile.NamedTemporaryFile("w", suffix=".tl") as file:
        file.write(text)
        file.flush()
        return pytoniq.TlGenerator(file.name).generate()


class Unwritable(Exception):
    """pytoniq-core has no way to write the value; the message is the cause."""


def convert(schemas, type_, value):
    """Turns a value of ours into what pytoniq-core's `serialize_field` takes."""
    if type_ in NUMBERS:
        number = int(value)
        # It writes all numbers with a sign.
        return number - (1 << 32) if type_ == "#" and number >> 31 else number
    if type_ in ("int128", "int256"):
        return value
    if type_ == "bytes":
        return bytes.fromhex(value)
    if type_ == "Bool":
        return value
    if type_ == "string":
        raise Unwritable("pytoniq-core: a string is written as nothing")
    if type_.lower() in ("object", "function"):
        raise Unwritable("pytoniq-core: an object of any type is written as nothing")
    if type_.startswith("("):
        item = type_.split()[1].rstrip(")")
        if not type_.startswith("(vector ") or "(" in type_[1:]:
            raise Unwritable("pytoniq-core: of types with arguments only `(vector T)` is written")
        return [convert(schemas, item, one) for one in value]
    if not isinstance(value, dict) or "_" not in value:
        raise Unwritable(f"pytoniq-core: the type `{type_}` is unknown")
    return convert_object(schemas, value["_"], value)


def convert_object(schemas, name, value):
    schema = schemas.get_by_name(name)
    if schema is None:
        raise Unwritable("pytoniq-core: a constructor is missing")
    if sum(one.name == name for one in schemas.list) > 1:
        raise Unwritable("pytoniq-core: of two constructors of one name only the last is known")
    result = {"@type": name}
    for field, type_ in schema.args.items():
        if "?" in type_:
            condition, type_ = type_.split("?")
            if condition.split(".")[0] not in ("mode", "flags"):
                raise Unwritable("pytoniq-core: only bits of `mode` and `flags` are known")
            if field not in value:
                continue
            if type_ in ("true", "True"):
                raise Unwritable("pytoniq-core: a flag `true` is unknown")
        elif "mode" in type_ or "flags" in type_:
            raise Unwritable("pytoniq-core: a type whose name has `mode` or `flags` is taken for a condition")
        if field not in value:
            raise Unwritable("pytoniq-core: a field without a name is not read")
        result[field] = convert(schemas, type_, value[field])
    missing = set(value) - set(result) - {"_"}
    if missing:
        raise Unwritable("pytoniq-core: a declaration is read without some of its fields")
    return result


def main(generator, sample):
    pytoniq = load(generator)
    folder = pathlib.Path(generator).parent / "schemas"
    schemas, published = {}, {}
    same, ids, wrong = collections.Counter(), set(), []
    causes = collections.defaultdict(set)
    for line in open(sample, encoding="utf-8"):
        row = json.loads(line)
        file, place = row["file"], (row["file"], row["name"])
        if file not in schemas:
            text = (folder / file).read_text(encoding="utf-8")
            schemas[file], published[file] = generate(pytoniq, plain(text)), generate(pytoniq, text)
        known = schemas[file]
        if place not in ids:
            ids.add(place)
            theirs, written = ids_of(known, row), ids_of(published[file], row)
            if row["id"] not in theirs:
                wrong.append(f"{place}: the id is {row['id']} here and {theirs} there")
            elif row["id"] not in written:
                causes["pytoniq-core: the id comes from the text with `<`, two blanks or a comment"].add(place)
        try:
            data = convert_object(known, row["name"], row["json"])
            theirs = known.serialize(row["name"], data).hex()
        except Unwritable as cause:
            causes[str(cause)].add(place)
            continue
        except Exception as error:  # what it raises is a difference too
            wrong.append(f"{place}: {error!r} for {row['json']}")
            continue
        if theirs == row["bytes"]:
            same[place] += 1
        else:
            wrong.append(f"{place}: {theirs} there, {row['bytes']} here, for {row['json']}")
    print(f"pytoniq-core: {len(ids)} ids; {sum(same.values())} values of {len(same)} combinators have the same bytes")
    for cause, places in sorted(causes.items()):
        print(f"  {cause}: {len(places)} combinators")
    for line in wrong[:20]:
        print("WRONG", line[:600])
    return 1 if wrong else 0


def ids_of(schemas, row):
    return [schema.id.hex() for schema in schemas.list if schema.name == row["name"]]


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
