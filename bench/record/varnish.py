"""Varnish from Debian: what varnishlog says of a fetch that failed, and varnishncsa of the visitor's request."""

import subprocess

import certs
from client import ask, leave, path_of, visit
from faults import ABSENT, DOWN, PLAIN, address
from lab import until
from nginx_own import UNREACHED
from upstream import OK, answers, hangs, says

HOME = "/srv/varnish"
LOG = "/srv/log/varnishlog.log"
ACCESS = "/srv/log/varnishncsa.log"
LOGS = [LOG, ACCESS]
# The records one would ask varnishlog for after a 503.
TAGS = "BereqMethod,BereqURL,FetchError,BackendOpen,BackendClose,Error,VCL_Error,BerespStatus,Debug"
PASSED = {"length-and-chunks", "two-lengths", "http2-only", "headers-too-many", "closes-at-once", "kept-closed", "header-with-space"}
PASSED |= {"two-encodings", "ssh", "closes-inside-head", "prints-before-head", "resets-before-head", "header-with-nul"}


def backend(name, place, more=""):
    host, _, port = place.rpartition(":")
    host = host.strip("[]")
    times = ".connect_timeout = 1s; .first_byte_timeout = 1s; .between_bytes_timeout = 1s;"
    return f'backend {name} {{ .host = "{host}"; .port = "{port}"; {times} {more} }}\n'


def begin(lab, backends, switch, fetch="", port=80):
    """varnishd with these backends; `switch` chooses one by the URL. Its logs are read by varnishlog and varnishncsa."""
    vcl = "vcl 4.1;\nbackend default none;\n" + backends
    vcl += f"sub vcl_recv {{\n{switch}\nreturn (pass);\n}}\n{fetch}"
    file = lab.file(f"{HOME}/shop.vcl", vcl)
    command = ["varnishd", "-j", "none", "-F", "-n", f"{HOME}/run", "-f", file, "-a", f"10.0.0.2:{port}", "-s", "malloc,16m", "-T", "none"]
    server = lab.start(*command, port=port, log=f"{HOME}/out.log")
    reader = lab.start("varnishlog", "-n", f"{HOME}/run", "-g", "vxid", "-b", "-i", TAGS, log=LOG)
    access = lab.start("varnishncsa", "-n", f"{HOME}/run", "-F", '%h %l %u %t "%r" %s %b "%{User-agent}i" %{Varnish:handling}x %{VSL:FetchError[1]}x', log=ACCESS)
    until(lambda: False, 0.5)
    return [server, reader, access]


def end(lab, processes):
    for process in reversed(processes):
        lab.end(process)


def chosen(number, name):
    return f'if (req.url ~ "^{path_of(number)}") {{ set req.backend_hint = {name}; }}\n'


def shared(lab):
    """The faults every proxy meets; Varnish speaks no TLS to backends."""
    faults = [fault for fault in ABSENT + PLAIN if fault.name not in PASSED]
    backends, switch = "", ""
    for number, fault in enumerate(faults):
        backends += backend(f"shop{number}", address(lab, fault))
        switch += chosen(number, f"shop{number}")
    processes = begin(lab, backends, switch)
    for number, fault in enumerate(faults):
        act = visit(80, fault, path_of(number))
        lab.case(fault.name, fault.cause, f"{fault.said}.", act, LOGS, acceptable=fault.acceptable, keep="last")
    end(lab, processes)


def own(lab):
    """Routes, sockets, limits, health."""
    sick = OK.replace(b"200 OK", b"503 Service Unavailable") + b"Content-Length: 0\r\n\r\n"
    probe = '.probe = { .url = "/health"; .interval = 300ms; .timeout = 200ms; .threshold = 2; .window = 2; .initial = 0; }'
    up, gone = lab.upstream, f"10.0.0.20:{lab.port()}"
    rows = [
        ("connect-lost", "connect-timeout-firewall", UNREACHED, "packets to the application are dropped", "10.0.0.66:8080", ""),
        ("connect-rejected", "connect-timeout-firewall", ("no-route-network", "host-down"), "a firewall rejects with host-unreachable", "10.0.0.67:8080", ""),
        ("no-route", "no-route-network", (), "there is no route to that network", "10.9.9.9:8080", ""),
        ("max-connections", "connection-limit", ("origin-overloaded", "no-healthy-upstream"), "max_connections is 1 and one visitor waits", up(hangs), ".max_connections = 1;"),
        ("probe-503", "no-healthy-upstream", ("upstream-not-ready", "origin-maintenance", "app-exception", *DOWN), "the probe's page answers 503", up(says(sick)), probe),
        ("probe-refused", "no-healthy-upstream", DOWN, "the probe finds nothing listening", gone, probe),
        ("vcl-none", "no-healthy-upstream", ("proxy-misconfig",), "the VCL chooses no backend for this path", None, ""),
    ]
    backends, switch = "", ""
    for number, row in enumerate(rows):
        if row[4]:
            backends += backend(f"shop{number}", row[4], row[5])
            switch += chosen(number, f"shop{number}")
    processes = begin(lab, backends, switch)
    for number, (name, cause, others, said, _, _) in enumerate(rows):
        path = path_of(number)

        def act(path=path, name=name):
            if name == "max-connections":
                leave(80, path, 0.2)
            return ask(80, path)

        lab.case(name, cause, said + ".", act, LOGS, acceptable=others, settle=3.0)
    end(lab, processes)


def starting(lab):
    """It refuses to start: what it prints."""
    out = "/srv/log/varnish-start.log"
    lab.upstream(answers(), host="0.0.0.0", port=9090)
    table = [
        ("start-name-unknown", "dns-not-found", ("proxy-misconfig",), "a backend's name does not exist", backend("default", "gone.internal:8080"), "9091"),
        ("start-port-taken", "port-conflict", (), "another program listens at Varnish's port", backend("default", "10.0.0.20:8080"), "9090"),
        ("start-vcl-wrong", "proxy-misconfig", (), "the VCL names a backend that does not exist", backend("default", "10.0.0.20:8080") + "sub vcl_recv { set req.backend_hint = shop; }\n", "9091"),
    ]
    for name, cause, others, said, vcl, port in table:

        def act(vcl=vcl, port=port):
            file = lab.file(f"{HOME}/start.vcl", "vcl 4.1;\n" + vcl)
            command = ["varnishd", "-j", "none", "-F", "-n", f"{HOME}/start", "-f", file, "-a", f":{port}", "-s", "malloc,16m", "-T", "none"]
            with open(out, "ab") as stream:
                subprocess.run(command, stdout=stream, stderr=stream, check=False, timeout=20)

        lab.case(name, cause, said + ".", act, [out], acceptable=others)


def record(lab):
    lab.version_of("Varnish", "varnishd", "-V")
    lab.folder(HOME)
    lab.folder("/srv/log")
    certs.make()
    shared(lab)
    own(lab)
    starting(lab)
