"""Runs `tl mock` for a test, and reads its record."""
import json
import os
import subprocess
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))


class Mock:
    """A server with the preset for logging in and the script beside this file."""

    def __init__(self, *args):
        descriptor, self._record = tempfile.mkstemp(suffix=".jsonl")
        os.close(descriptor)
        script = os.path.join(HERE, "script.jsonl")
        command = [
            os.environ["TL"], "mock", "--json", "--stop-after", "120",
            "--script", script, "--record", self._record, *args,
        ]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        facts = json.loads(self._process.stdout.readline())
        self.host, self.port, self.pem = facts["host"], facts["port"], facts["pem"]
        self.fingerprint = int(facts["fingerprint"])
        self.modulus, self.exponent = int(facts["modulus"], 16), facts["exponent"]

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        if kind:
            for call in self.calls():
                print(call["method"], call["layer"], call["answered_by"], call["error"] or "")
        self._process.terminate()
        self._process.wait(10)
        os.unlink(self._record)

    @staticmethod
    def wait(is_so, seconds=10):
        """Waits until something is so, since the record may be behind the answers."""
        end = time.monotonic() + seconds
        while not is_so():
            assert time.monotonic() < end, "the record lacks a call"
            time.sleep(0.1)

    def calls(self, method=None):
        """The calls so far, all or those of a method."""
        with open(self._record) as file:
            calls = [json.loads(line) for line in file]
        return [call for call in calls if method in (None, call["method"])]
