"""The site's name server: a few names exist, one breaks it, one is never answered."""

import socket
import struct
import threading

ADDRESSES = {"app.internal": "10.0.0.20", "shop.internal": "10.0.0.20", "far.internal": "10.0.0.66"}
NO_ERROR, SERVER_FAILURE, NO_SUCH_NAME = 0, 2, 3


def answer(query):
    """The reply to one query, or None where the server stays silent."""
    labels, at = [], 12
    while query[at]:
        labels.append(query[at + 1 : at + 1 + query[at]].decode("latin-1"))
        at += 1 + query[at]
    name, (kind, _) = ".".join(labels).lower(), struct.unpack("!HH", query[at + 1 : at + 5])
    if name.startswith("silent"):
        return None
    known = name in ADDRESSES
    code = SERVER_FAILURE if name.startswith("broken") else NO_ERROR if known else NO_SUCH_NAME
    record = b""
    if known and kind == 1:
        record = b"\xc0\x0c" + struct.pack("!HHIH", 1, 1, 60, 4) + socket.inet_aton(ADDRESSES[name])
    counts = struct.pack("!HHHHH", 0x8180 | code, 1, 1 if record else 0, 0, 0)
    return query[:2] + counts + query[12 : at + 5] + record


def serve(address):
    """Answers on UDP port 53 until the process ends."""
    door = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    door.bind((address, 53))

    def loop():
        while True:
            query, asker = door.recvfrom(4096)
            reply = answer(query)
            if reply:
                door.sendto(reply, asker)

    threading.Thread(target=loop, daemon=True).start()
