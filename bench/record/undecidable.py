"""Faults whose lines no reader can tell from another's: not recorded, but counted and named.

Each is the case, what was done to it, and the case whose lines are the same though its cause is another.
"""

from collections import namedtuple

Undecidable = namedtuple("Undecidable", "id cause like why")

ALL = [
    Undecidable("nginx-tls-wants-client", "tls-handshake-failed", "nginx-sni-off", "alert 40 says neither that a certificate nor that a name is missing"),
    Undecidable("apache-unix-closes", "upstream-closed-early", "apache-kept-closed", "AH01102 does not say whether the connection was a kept one"),
    Undecidable("haproxy-header-too-big", "response-header-too-big", "haproxy-header-with-space", "PH stands for any head that HAProxy refuses"),
    Undecidable("haproxy-answer-denied", "waf-or-firewall-block", "haproxy-header-with-space", "PH stands for a rule's refusal as well"),
    Undecidable("haproxy-tls-silent", "tls-handshake-failed", "haproxy-connect-lost", "sC covers the dial and the handshake; the error's texts are empty"),
    Undecidable("caddy-closes-inside-head", "upstream-closed-early", "caddy-header-without-colon", "Go reports the last, cut line as one without a colon"),
    Undecidable("caddy-tls-silent", "tls-handshake-failed", "caddy-silent", "Go reports a read that timed out, not in what"),
    Undecidable("caddy-ssh", "protocol-mismatch", "caddy-status-no-number", "Go names what stood at the place of the status, not the line"),
    Undecidable("squid-closes-inside-head", "upstream-closed-early", "an answer with a broken header", "ERR_INVALID_RESP covers a head that was cut"),
    Undecidable("traffic-closes-before-head", "upstream-closed-early", "traffic-refused", "ERR_CONNECT_FAIL alone, and nothing in error.log"),
    Undecidable("traffic-tls-plain", "protocol-mismatch", "traffic-tls-expired", "ENET_SSL_CONNECT_FAILED is all it says of a handshake"),
    Undecidable("php-worker-kill", "upstream-crashed", "the kernel's out-of-memory killer", "signal 9 does not say who sent it"),
    Undecidable("gunicorn-worker-kill", "upstream-crashed", "the kernel's out-of-memory killer", "signal 9 does not say who sent it"),
    Undecidable("uwsgi-worker-kill", "upstream-crashed", "the kernel's out-of-memory killer", "signal 9 does not say who sent it"),
    Undecidable("gunicorn-header-invalid", "invalid-response-header", "a visitor's wrong request", "both logs say 400 and no word of why"),
]
IDS = {one.id for one in ALL}
