"""TDLib judges random values: whole ones it reads to the end, and cut ones it refuses.

Values have four bytes too many behind them, so that TDLib reads them, says so, and does not act on them.
"""
import json
import os
import shutil
import tempfile

from mock import Mock
from tdlib_library import ADDRESS, TdLib, close, log_in, redirected, start

BATCH = 100
VALUES, CUT = int(os.environ.get("VALUES", "3000")), 300
# What it says of values with bytes behind them, and of those that end too early.
TOO_MUCH, TOO_LITTLE = "Too much data to fetch", "Not enough data to read"
NEAREST = {"_": "nearestDc", "country": "NL", "this_dc": 2, "nearest_dc": 2}


def script():
    def updates(count, **how):
        push = [{"$random": "Updates", "count": BATCH, **how}]
        return {"method": "help.getNearestDc", "result": NEAREST, "push": push, "times": count // BATCH}

    def messages(count, **how):
        return {"method": "messages.search", "result": {"$random": "messages.Messages", **how}, "times": count}

    # The first call is TDLib's own.
    own = {"method": "help.getNearestDc", "result": NEAREST, "times": 1}
    lines = [own, updates(VALUES, tail=4), updates(CUT, cut=4), messages(VALUES, tail=4), messages(CUT, cut=4)]
    return "\n".join(json.dumps(line) for line in lines)


def main():
    folder = tempfile.mkdtemp()
    path, log = os.path.join(folder, "script.jsonl"), os.path.join(folder, "log.txt")
    with open(path, "w") as file:
        file.write(script())
    try:
        with Mock("--address", ADDRESS, "--port", "443", "--script", path) as mock:
            tdlib = TdLib(redirected(mock.pem, folder), log)
            start(tdlib, folder)
            log_in(tdlib)
            for _ in range((VALUES + CUT) // BATCH):
                tdlib.call({"@type": "getCountryCode"})
            search = {"@type": "searchCallMessages", "offset": "", "limit": 100}
            answers = [tdlib.ask(search).get("message") for _ in range(VALUES + CUT)]
            close(tdlib)
        with open(log, errors="replace") as file:
            said = file.read()
        pushed = [said.count(f"Failed to fetch update: {text}") for text in (TOO_MUCH, TOO_LITTLE)]
        assert pushed == [VALUES, CUT], pushed
        answered = [answers.count(text) for text in (TOO_MUCH, TOO_LITTLE)]
        assert answered == [VALUES, CUT], (answered, set(answers))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"tdlib: read {VALUES} updates and {VALUES} messages to the end, and refused {2 * CUT} cut ones")


main()
