"""A copy of TDLib that connects to the mock."""
import ctypes
import glob
import json
import os
import time

PHONE = "+9996620001"
# How the servers' addresses in the library begin, and how addresses of the loopback network may, in as many bytes.
REAL, OURS = b"149.154.", b"127.100."
# IPv6 is left without a way: the prefix is the one for packets to discard.
REAL_6, NOWHERE = [b"2001:b28:", b"2001:67c:"], b"0100:0:0:"
# The test server that the library asks first, then.
ADDRESS = "127.100.175.10"
BEGIN, END = b"-----BEGIN RSA PUBLIC KEY-----", b"-----END RSA PUBLIC KEY-----"


def redirected(pem, folder):
    """A copy of the library with our addresses and key instead of Telegram's, byte for byte."""
    import tdjson
    [source] = glob.glob(os.path.join(os.path.dirname(tdjson.__file__), "..", "tdjson.libs", "libtdjson*"))
    with open(source, "rb") as file:
        library = bytearray(file.read())
    pem = pem.strip().encode()
    assert library.count(b"149.154.175.10\0") == 1
    library[:] = library.replace(REAL, OURS)
    for prefix in REAL_6:
        library[:] = library.replace(prefix, NOWHERE)
    replaced, at = 0, library.find(BEGIN)
    while at >= 0:
        end = library.index(END, at) + len(END)
        if end - at == len(pem):
            library[at:end] = pem
            replaced += 1
        at = library.find(BEGIN, end)
    assert replaced == 2, replaced
    path = os.path.join(folder, "libtdjson.so")
    with open(path, "wb") as file:
        file.write(library)
    return path


class TdLib:
    """The library through its JSON interface."""

    def __init__(self, path, log=None):
        self._lib = ctypes.CDLL(path)
        self._lib.td_create_client_id.restype = ctypes.c_int
        self._lib.td_send.argtypes = [ctypes.c_int, ctypes.c_char_p]
        self._lib.td_receive.argtypes = [ctypes.c_double]
        self._lib.td_receive.restype = ctypes.c_char_p
        self._lib.td_execute.argtypes = [ctypes.c_char_p]
        self._lib.td_execute.restype = ctypes.c_char_p
        level = int(os.environ.get("TDLIB_LOG", "1"))
        self._execute({"@type": "setLogVerbosityLevel", "new_verbosity_level": level})
        if log:
            stream = {"@type": "logStreamFile", "path": log, "max_file_size": 1 << 30}
            self._execute({"@type": "setLogStream", "log_stream": stream})
        self._client = None

    def _execute(self, request):
        self._lib.td_execute(json.dumps(request).encode())

    def open(self):
        self._client = self._lib.td_create_client_id()
        self.send({"@type": "getOption", "name": "version"})

    def send(self, request):
        self._lib.td_send(self._client, json.dumps(request).encode())

    def wait(self, fits, seconds=20):
        """The next event that fits."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            received = self._lib.td_receive(0.5)
            event = json.loads(received) if received else None
            if event and event["@type"] == "error" and "@extra" not in event:
                raise AssertionError(event)
            if event and fits(event):
                return event
        raise AssertionError("nothing came in time")

    def call(self, request):
        answer = self.ask(request)
        assert answer["@type"] != "error", answer
        return answer

    def ask(self, request):
        """The answer to a request, which may be an error."""
        self.send({**request, "@extra": "ask"})
        return self.wait(lambda event: event.get("@extra") == "ask")

    def state(self, wanted):
        def fits(event):
            return event["@type"] == "updateAuthorizationState" and event["authorization_state"]["@type"] == wanted
        return self.wait(fits)


def start(tdlib, folder, pfs=False):
    tdlib.open()
    tdlib.state("authorizationStateWaitTdlibParameters")
    tdlib.send({
        "@type": "setTdlibParameters", "use_test_dc": True, "database_directory": folder, "api_id": 1, "api_hash": "0",
        "system_language_code": "nl", "device_model": "TDLib's device", "application_version": "1.0",
        "use_message_database": True,
    })
    # Whether calls are made under temporary keys, which have to be bound to a permanent one.
    tdlib.send({"@type": "setOption", "name": "use_pfs", "value": {"@type": "optionValueBoolean", "value": pfs}})


def log_in(tdlib):
    tdlib.state("authorizationStateWaitPhoneNumber")
    tdlib.send({"@type": "setAuthenticationPhoneNumber", "phone_number": PHONE})
    tdlib.state("authorizationStateWaitCode")
    tdlib.send({"@type": "checkAuthenticationCode", "code": "12345"})
    tdlib.state("authorizationStateReady")


def close(tdlib):
    tdlib.send({"@type": "close"})
    tdlib.state("authorizationStateClosed")
