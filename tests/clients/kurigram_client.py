"""kurigram against the mock: connect, log in, write, receive, obey a pause, come back with the old key."""
import asyncio
import time

from mock import Mock
from pyrogram import Client, filters
from pyrogram.connection import Connection
from pyrogram.connection.transport import TCPAbridged, TCPAbridgedO, TCPFull, TCPIntermediate, TCPIntermediateO
from pyrogram.crypto import rsa
from pyrogram.raw.functions.help import GetConfig

PHONE = "+9996620001"


def client_of(mock, transport=TCPAbridged, **fields):
    class Redirected(Connection):
        def __init__(self, *args, **given):
            super().__init__(*args, **{**given, "server_address": mock.host, "port": mock.port})

    return Client(
        "mock", api_id=1, api_hash="0", in_memory=True, connection_factory=Redirected,
        protocol_factory=transport, device_model="kurigram's device", lang_code="nl", sleep_threshold=10, **fields,
    )


async def main():
    with Mock("--strict-layers") as mock:
        rsa.server_public_keys[mock.fingerprint] = rsa.PublicKey(mock.modulus, mock.exponent)
        client = client_of(mock)
        await client.connect()
        code = await client.send_code(PHONE)
        me = await client.sign_in(PHONE, code.phone_code_hash, "12345")
        assert me.id == 1001, me
        seen = mock.calls("help.getConfig")[0]
        assert seen["client"]["device_model"] == "kurigram's device" and seen["client"]["lang_code"] == "nl", seen
        assert (await client.invoke(GetConfig())).this_dc == 2

        await client.initialize()
        echoed = asyncio.get_running_loop().create_future()

        @client.on_message(filters.incoming)
        async def _(_, message):
            if not echoed.done():
                echoed.set_result((message.chat.id, message.text))

        sent = await client.send_message("ben_example", "hello")
        assert sent.id > 0, sent
        assert await asyncio.wait_for(echoed, 10) == (1002, "hello")
        start = time.monotonic()
        await client.send_message("ben_example", "wait")
        assert time.monotonic() - start >= 2, "the pause was not obeyed"
        stored = await client.export_session_string()
        await client.terminate()
        await client.disconnect()

        key = mock.calls()[-1]["auth_key_id"]
        for transport in (TCPFull, TCPIntermediate, TCPAbridgedO, TCPIntermediateO):
            again = client_of(mock, transport, session_string=stored, no_updates=True)
            await again.start()
            assert again.me.id == 1001, again.me
            await again.stop()
            assert mock.calls()[-1]["auth_key_id"] == key


asyncio.run(asyncio.wait_for(main(), 90))
print("kurigram: all well")
