"""Upstreams that fail on purpose: what one does with a connection, and the doors they stand behind."""

import os
import socket
import ssl
import struct
import threading
import time

OK = b"HTTP/1.1 200 OK\r\nServer: app\r\n"


def read_head(conn):
    """Reads up to the end of the request's head (and whatever came with it)."""
    seen = b""
    while b"\r\n\r\n" not in seen:
        chunk = conn.recv(65536)
        if not chunk:
            break
        seen += chunk
    return seen


def wait_closed(conn):
    """Returns when the other side is gone."""
    while conn.recv(65536):
        pass


def reset(conn):
    """Closes with a RST."""
    conn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def later(conn):
    """Gives the other side time to read what was sent."""
    del conn
    time.sleep(0.1)


def reset_later(conn):
    """Resets after that time."""
    later(conn)
    reset(conn)


def hangs(conn):
    read_head(conn)
    wait_closed(conn)


def closes(conn):
    read_head(conn)


def closes_at_once(conn):
    del conn


def resets(conn):
    read_head(conn)
    reset(conn)


def says(octets, then=None):
    """Reads the request, sends these octets, then closes, or does what `then` says."""

    def play(conn):
        read_head(conn)
        conn.sendall(octets)
        if then:
            then(conn)

    return play


def answers_bad_request(conn):
    """What an HTTP server says to octets that are no HTTP."""
    conn.recv(65536)
    conn.sendall(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
    wait_closed(conn)


def greets(octets):
    """Sends these octets first, as SSH or MySQL do."""

    def play(conn):
        conn.sendall(octets)
        read_head(conn)

    return play


def answers(body=b"ok\n", headers=b""):
    """A healthy upstream, connections kept."""
    reply = OK + b"Content-Length: %d\r\n%s\r\n" % (len(body), headers) + body

    def play(conn):
        while read_head(conn):
            conn.sendall(reply)

    return play


def answers_once_then(last):
    """Answers the first request of a connection and keeps it; the second meets `last`."""

    def play(conn):
        read_head(conn)
        conn.sendall(OK + b"Content-Length: 3\r\n\r\nok\n")
        if read_head(conn):
            last(conn)

    return play


class Door:
    """One listening socket; every connection is played on its own thread."""

    def __init__(self, play, address, family=socket.AF_INET, tls=None, backlog=64):
        self.play, self.tls = play, tls
        self.socket = socket.socket(family, socket.SOCK_STREAM)
        if family != socket.AF_UNIX:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            self.socket.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        self.socket.bind(address)
        if family == socket.AF_UNIX:
            os.chmod(address, 0o666)
        self.socket.listen(backlog)
        if play:
            threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                conn, _ = self.socket.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(conn,), daemon=True).start()

    def serve(self, conn):
        try:
            with conn:
                if self.tls:
                    with self.tls.wrap_socket(conn, server_side=True) as inner:
                        self.play(inner)
                else:
                    self.play(conn)
        except (OSError, ssl.SSLError):
            pass

    def close(self):
        # shutdown wakes the thread in accept, so the port is really free afterwards.
        try:
            self.socket.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self.socket.close()
