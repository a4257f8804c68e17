"""Faults that every proxy meets: what the application does, and why the visitor got no answer."""

from dataclasses import dataclass, field
from typing import Callable, Optional

import certs
from upstream import OK, answers, answers_bad_request, answers_once_then, closes, closes_at_once, greets, hangs, later, reset, reset_later, resets, says
from upstream import wait_closed

HEAD = OK + b"Content-Length: 1000\r\n\r\n" + b"x" * 300
CHUNKED = OK + b"Transfer-Encoding: chunked\r\n\r\n"
BIG = OK + b"Set-Cookie: cart=" + b"a" * 90000 + b"\r\nContent-Length: 3\r\n\r\nok\n"
MANY = OK + b"".join(b"Set-Cookie: item%d=%s\r\n" % (i, b"b" * 900) for i in range(120)) + b"Content-Length: 3\r\n\r\nok\n"
EARLY = ("upstream-crashed", "upstream-restarting", "upstream-worker-timeout", "keepalive-race", "protocol-mismatch")
CUT = ("upstream-crashed", "upstream-restarting", "upstream-worker-timeout")
NOT_HTTP = ("wrong-upstream-port", "invalid-response-header")
HEADER = ("app-exception", "protocol-mismatch")
FRAMING = ("invalid-response-header", "app-exception")


@dataclass(frozen=True)
class Fault:
    """One of them. Without `play` nothing listens; with `tls` the proxy is to speak TLS to it."""

    name: str
    play: Optional[Callable]
    cause: str
    acceptable: tuple
    said: str
    method: str = "GET"
    tls: Optional[Callable] = None
    speaks_tls: bool = False
    again: bool = field(default=False)  # the second request of a kept connection meets it


def two_requests(name, play, said):
    return Fault(name, play, "keepalive-race", ("upstream-closed-early",) + EARLY[:3], said, "POST", again=True)


# Each entry: name, play, cause, acceptable, what was done.
PLAIN = [
    Fault("closes-before-head", closes, "upstream-closed-early", EARLY, "the application reads the request and closes the connection without a word"),
    Fault("closes-at-once", closes_at_once, "upstream-closed-early", EARLY, "the application accepts and closes without reading", "POST"),
    Fault("resets-before-head", resets, "upstream-closed-early", EARLY, "the application reads the request and resets the connection"),
    Fault("closes-inside-head", says(OK + b"Content-Le"), "upstream-closed-early", EARLY + HEADER, "the application closes in the middle of a header line"),
    Fault("silent", hangs, "upstream-read-timeout", ("upstream-worker-timeout", "origin-overloaded", "db-pool-exhausted"), "the application reads the request and never answers"),
    Fault("stalls-in-body", says(HEAD, wait_closed), "upstream-read-timeout", ("upstream-worker-timeout", "network-unstable", "origin-overloaded"), "the application sends 300 of 1000 octets and then nothing"),
    Fault("body-cut", says(HEAD, later), "upstream-closed-early", CUT + ("invalid-framing",), "Content-Length says 1000, the application closes after 300 octets"),
    Fault("body-reset", says(HEAD, reset_later), "upstream-closed-early", CUT, "the application resets the connection after 300 of 1000 octets"),
    Fault("chunks-cut", says(CHUNKED + b"400\r\nabc", later), "upstream-closed-early", CUT + ("invalid-framing",), "the application closes inside a chunk"),
    Fault("chunk-broken", says(CHUNKED + b"5\r\nhello\r\nzz\r\n"), "invalid-framing", FRAMING, "the second chunk has no hexadecimal size"),
    Fault("length-and-chunks", says(OK + b"Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nok\n\r\n0\r\n\r\n"), "invalid-framing", FRAMING, "the answer has Content-Length and Transfer-Encoding"),
    Fault("two-encodings", says(OK + b"Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nok\n\r\n0\r\n\r\n"), "invalid-framing", FRAMING, "the answer has Transfer-Encoding twice"),
    Fault("two-lengths", says(OK + b"Content-Length: 3\r\nContent-Length: 5\r\n\r\nok\n"), "invalid-framing", FRAMING, "the answer has two Content-Length lines that differ"),
    Fault("length-no-number", says(OK + b"Content-Length: three\r\n\r\nok\n"), "invalid-framing", FRAMING, "Content-Length is no number"),
    Fault("header-too-big", says(BIG), "response-header-too-big", (), "one Set-Cookie line of 90 kB"),
    Fault("headers-too-many", says(MANY), "response-header-too-big", (), "120 Set-Cookie lines, 110 kB together"),
    Fault("header-with-space", says(OK + b"X Debug Level: 3\r\nContent-Length: 3\r\n\r\nok\n"), "invalid-response-header", HEADER, "a header name with spaces"),
    Fault("header-with-nul", says(OK + b"X-Trace: a\x00b\r\nContent-Length: 3\r\n\r\nok\n"), "invalid-response-header", HEADER, "a header value with a NUL octet"),
    Fault("header-without-colon", says(OK + b"this is a debug line\r\nContent-Length: 3\r\n\r\nok\n"), "invalid-response-header", HEADER, "a debug line among the headers"),
    Fault("status-no-number", says(b"HTTP/1.1 OK fine\r\nContent-Length: 3\r\n\r\nok\n"), "invalid-response-header", HEADER, "the status line has no number"),
    Fault("prints-before-head", says(b"connected to database\nHTTP/1.1 200 OK\r\n\r\n"), "invalid-response-header", HEADER, "the application prints a line before its status line"),
    Fault("ssh", greets(b"SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n"), "protocol-mismatch", NOT_HTTP, "an SSH server is at that port"),
    Fault("http2-only", greets(b"\x00\x00\x12\x04\x00\x00\x00\x00\x00" + b"\x00\x03\x00\x00\x00\x64" * 3), "protocol-mismatch", NOT_HTTP, "the application speaks HTTP/2 only"),
    two_requests("kept-closed", answers_once_then(closes_at_once), "the application closes a kept connection as the second request arrives"),
    two_requests("kept-reset", answers_once_then(reset), "the application resets a kept connection as the second request arrives"),
]

VERIFY = ("tls-handshake-failed",)
TLS = [
    Fault("tls-expired", answers(), "tls-certificate-invalid", VERIFY, "the application's certificate expired", tls=lambda: certs.context("expired"), speaks_tls=True),
    Fault("tls-future", answers(), "tls-certificate-invalid", VERIFY, "the application's certificate is not valid yet", tls=lambda: certs.context("future"), speaks_tls=True),
    Fault("tls-self-signed", answers(), "tls-certificate-invalid", VERIFY, "the application's certificate is signed by itself", tls=lambda: certs.context("self"), speaks_tls=True),
    Fault("tls-wrong-name", answers(), "tls-certificate-invalid", VERIFY + ("tls-sni-missing",), "the certificate is for another name", tls=lambda: certs.context("wrong"), speaks_tls=True),
    Fault("tls-plain", answers_bad_request, "protocol-mismatch", ("tls-handshake-failed", "wrong-upstream-port"), "the proxy speaks TLS, the port plain HTTP", speaks_tls=True),
    Fault("tls-refused", None, "upstream-not-listening", ("upstream-restarting", "upstream-crashed", "wrong-upstream-port"), "nothing listens at the TLS port", speaks_tls=True),
    Fault("tls-silent", hangs, "tls-handshake-failed", ("upstream-read-timeout", "protocol-mismatch", "network-unstable"), "the port accepts and never answers the TLS greeting", speaks_tls=True),
    Fault("tls-wants-client", answers(), "tls-handshake-failed", ("tls-certificate-invalid",), "the application requires a client certificate", tls=certs.wants_client, speaks_tls=True),
    Fault("tls-version", answers(), "tls-handshake-failed", (), "the application speaks TLS 1.3 only, the proxy 1.2 only", tls=certs.newest_only, speaks_tls=True),
]

DOWN = ("upstream-restarting", "upstream-crashed", "upstream-startup-failed", "wrong-upstream-port", "upstream-not-ready", "wrong-upstream-host")
ABSENT = [
    Fault("refused", None, "upstream-not-listening", DOWN, "nothing listens at that port"),
]


def address(lab, fault):
    """Makes the application that fails so; host:port."""
    if fault.play is None:
        return f"10.0.0.20:{lab.port()}"
    return lab.upstream(fault.play, fault.tls() if fault.tls else None)
