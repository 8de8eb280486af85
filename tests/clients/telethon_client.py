"""Telethon against the mock: connect, log in, write, receive, obey a pause, be refused, come back with the old key."""
import asyncio
import time

from mock import Mock
from telethon import TelegramClient, events
from telethon.client import telegrambaseclient
from telethon.crypto import AuthKey, rsa
from telethon.errors import InputLayerInvalidError
from telethon.errors.common import AuthKeyNotFound, TypeNotFoundError
from telethon.sessions import MemorySession
from telethon.network import ConnectionTcpAbridged, ConnectionTcpFull, ConnectionTcpIntermediate
from telethon.network import ConnectionTcpObfuscated
from telethon.tl.functions.help import GetConfigRequest, GetSupportRequest

PHONE = "+9996620001"


def client_of(mock, session, connection=ConnectionTcpFull):
    session.set_dc(2, mock.host, mock.port)
    return TelegramClient(
        session, 1, "0", connection=connection, device_model="Telethon's device", system_version="7",
        app_version="1.0", lang_code="nl", system_lang_code="nl-NL", connection_retries=1, timeout=10,
    )


async def log_in(mock):
    session = MemorySession()
    client = client_of(mock, session)
    await client.connect()
    config = await client(GetConfigRequest())
    assert config.this_dc == 2 and config.dc_options[0].port == mock.port, config
    seen = mock.calls("help.getConfig")[0]
    assert seen["layer"] > 200 and seen["client"]["device_model"] == "Telethon's device", seen
    assert seen["client"]["lang_code"] == "nl" and seen["client"]["api_id"] == 1, seen

    assert not await client.is_user_authorized()
    await client.send_code_request(PHONE)
    me = await client.sign_in(PHONE, "12345")
    assert (me.id, me.first_name) == (1001, "Ann"), me
    assert await client.is_user_authorized()
    return client, session


async def write(client):
    echoed = asyncio.get_running_loop().create_future()

    @client.on(events.NewMessage(incoming=True))
    async def _(event):
        if not echoed.done():
            echoed.set_result((event.chat_id, event.raw_text))

    ben = await client.get_entity("ben_example")
    sent = await client.send_message(ben, "hello")
    assert sent.id > 0 and sent.out, sent
    assert await asyncio.wait_for(echoed, 10) == (1002, "hello")

    start = time.monotonic()
    await client.send_message(ben, "wait")
    assert time.monotonic() - start >= 2, "the pause was not obeyed"


async def come_back(mock, session):
    key = session.auth_key.key_id
    client = client_of(mock, session, ConnectionTcpObfuscated)
    await client.connect()
    assert (await client.get_me()).id == 1001
    assert session.auth_key.key_id == key
    await client.disconnect()


async def refusal(call):
    """The error that a call raises."""
    try:
        await call
    except Exception as error:  # The clients' errors have no base in common.
        return error
    raise AssertionError("no error")


async def refused(mock, client):
    # A value that no layer has.
    error = await refusal(client(GetSupportRequest()))
    assert isinstance(error, TypeNotFoundError) and error.invalid_constructor_id == 0xDEADBEEF, error

    # A key that the server does not have.
    session = MemorySession()
    session.auth_key = AuthKey(bytes(range(256)))
    stranger = client_of(mock, session)
    error = await refusal(stranger.connect())
    assert isinstance(error, AuthKeyNotFound), error
    assert isinstance(await refusal(stranger.disconnected), AuthKeyNotFound)

    # A layer that the server does not have.
    known, telegrambaseclient.LAYER = telegrambaseclient.LAYER, 300
    newer = client_of(mock, MemorySession())
    error = await refusal(newer.connect())
    assert isinstance(error, InputLayerInvalidError), error
    await newer.disconnect()
    telegrambaseclient.LAYER = known


async def main():
    with Mock("--strict-layers") as mock:
        rsa.add_key(mock.pem, old=False)
        client, session = await log_in(mock)
        await write(client)
        await refused(mock, client)
        await client.disconnect()
        await come_back(mock, session)
        for connection in (ConnectionTcpAbridged, ConnectionTcpIntermediate):
            other = client_of(mock, MemorySession(), connection)
            await other.connect()
            assert (await other(GetConfigRequest())).this_dc == 2
            await other.disconnect()


asyncio.run(asyncio.wait_for(main(), 60))
print("telethon: all well")
