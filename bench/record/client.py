"""The visitor: one request over a plain socket, anything may be sent."""

import itertools
import socket
import time

from upstream import reset

PORTS = itertools.count(20001)
VISITOR = "192.0.2.10"
# Paths say nothing of the fault behind them.
PLACES = "orders cart account search products invoices reports users media basket api checkout".split()


def path_of(number):
    """The path of the case with this number: no two the same."""
    return f"/{PLACES[number % len(PLACES)]}/{100 + number}/"


def connect(port, host="10.0.0.2", timeout=8.0, visitor=VISITOR):
    """A connection from the visitor's address, by a port that no server here uses."""
    conn = socket.socket()
    conn.settimeout(timeout)
    conn.bind((visitor, next(PORTS)))
    try:
        conn.connect((host, port))
    except OSError:
        conn.close()
        raise
    return conn


def head(method, path, headers=(), host="shop.example"):
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host}", "User-Agent: curl/7.88.1", *headers]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def status_of(answer):
    words = answer.split(b" ", 2)
    return int(words[1]) if answer.startswith(b"HTTP/") and len(words) > 1 and words[1][:3].isdigit() else None


def read_all(conn):
    """Everything until the other side ends it, or says nothing for the timeout."""
    answer = b""
    try:
        while chunk := conn.recv(65536):
            answer += chunk
    except OSError:
        pass
    return answer


def raw(port, octets, timeout=8.0):
    """Sends these octets; the status that came back, None without one."""
    with connect(port, timeout=timeout) as conn:
        try:
            conn.sendall(octets)
        except OSError:
            pass
        return status_of(read_all(conn))


def ask(port, path="/", method="GET", headers=(), body=b"", host="shop.example"):
    """One request on its own connection; the status, None without one."""
    extra = [*headers, "Connection: close"]
    if body:
        extra.append(f"Content-Length: {len(body)}")
    return raw(port, head(method, path, extra, host) + body)


def sip(port, path, pause=0.4):
    """Asks, reads a little, and leaves the rest where it is."""
    with connect(port) as conn:
        conn.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        conn.sendall(head("GET", path))
        start = conn.recv(100)
        time.sleep(pause)
        return status_of(start)


def leave(port, path="/", after=0.4, method="GET", rst=False):
    """Asks and goes away before the answer, by a RST if so wanted."""
    with connect(port) as conn:
        conn.sendall(head(method, path))
        time.sleep(after)
        if rst:
            reset(conn)


def kept(port, path, method):
    """Two requests of one visitor; the upstream's connection stays open between them."""
    with connect(port) as conn:
        conn.sendall(head("GET", path))
        answer = b""
        while b"ok\n" not in answer and (chunk := conn.recv(65536)):
            answer += chunk
        conn.sendall(head(method, path, ["Connection: close", "Content-Length: 4"]) + b"a=1\n")
        return status_of(read_all(conn))


def visit(port, fault, path):
    """The visitor's part of a shared fault."""
    if fault.again:
        return lambda: kept(port, path, fault.method)
    body = b"name=value" if fault.method == "POST" else b""
    return lambda: ask(port, f"{path}?page=2", fault.method, body=body)
