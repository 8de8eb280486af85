"""TDLib judges random values: all that it is pushed it reads to the end, and cut ones it refuses.

Values have four bytes too many behind them, so that TDLib reads them, says so, and does not act on them.
"""
import json
import os
import re
import shutil
import tempfile

from mock import Mock
from tdlib_library import ADDRESS, TdLib, close, log_in, redirected, start

BATCH = 100
WHOLE, CUT = int(os.environ.get("VALUES", "3000")), 300
# What it says of values with bytes behind them, and of all that it cannot read.
TOO_MUCH, REFUSED = "Too much data to fetch", re.compile(r"Can't parse|[Ff]ailed to fetch|Too much data to fetch|Not enough data|Wrong constructor")


def line(count, **how):
    nearest = {"_": "nearestDc", "country": "NL", "this_dc": 2, "nearest_dc": 2}
    push = [{"$random": "Updates", "count": BATCH, **how}]
    return json.dumps({"method": "help.getNearestDc", "result": nearest, "push": push, "times": count // BATCH})


def main():
    folder = tempfile.mkdtemp()
    script, log = os.path.join(folder, "script.jsonl"), os.path.join(folder, "log.txt")
    once = json.dumps({"method": "help.getNearestDc", "result": {
        "_": "nearestDc", "country": "NL", "this_dc": 2, "nearest_dc": 2}, "times": 1})
    with open(script, "w") as file:
        # The first call is TDLib's own.
        file.write("\n".join([once, line(WHOLE, tail=4), line(CUT, cut=4)]) + "\n")
    try:
        with Mock("--address", ADDRESS, "--port", "443", "--script", script) as mock:
            tdlib = TdLib(redirected(mock.pem, folder), log)
            start(tdlib, folder)
            log_in(tdlib)
            for _ in range((WHOLE + CUT) // BATCH):
                tdlib.call({"@type": "getCountryCode"})
            close(tdlib)
        with open(log, errors="replace") as file:
            said = file.read()
        print(said.count(TOO_MUCH), len(REFUSED.findall(said)))
        shutil.copy(log, "/tmp/mock/judge.log")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


main()
print("tdlib as a judge: all well")
