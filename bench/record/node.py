"""Node.js behind nginx: a process that dies of an exception, of its heap, or never starts."""


import nginx
from client import ask
from lab import APP, is_open, until

LOG = "/srv/log/node.log"
LOGS = [nginx.ERROR, nginx.ACCESS[2], LOG]
HOME = "/srv/node"
SERVER = """const http = require('node:http');
const net = require('node:net');
const pages = {
  '/cart': () => { const user = null; return user.cart.items; },
  '/orders': (res) => { setTimeout(() => { throw new Error('order 7 is gone'); }, 10); },
  '/account': () => { Promise.reject(new Error('no session for user 7')); },
  '/products': () => { net.connect(5432, '10.0.0.20'); },
  '/session': () => { net.connect(6379, '10.0.0.20'); },
  '/search': () => { const all = []; for (;;) all.push(new Array(10000).fill({})); },
  '/report': () => {},
  '/image': () => { process.kill(process.pid, 'SIGSEGV'); },
  '/thumbnail': () => { process.kill(process.pid, 'SIGKILL'); },
  '/export': () => { process.exit(1); },
  '/login': (res) => { res.setHeader('Set-Cookie', 's=' + 'a'.repeat(9000)); res.end('ok'); },
  '/offers': (res) => { res.setHeader('X-Note', 'caf\\u00e9\\u4e2d'); res.end('ok'); },
  '/media': (res) => { res.end('ok'); res.setHeader('X-Late', '1'); },
};
const server = http.createServer((req, res) => (pages[req.url] || ((r) => r.end('ok')))(res));
server.listen(PORT, 'HOST', () => console.log('Listening on HOST:PORT'));
"""
APPS = {
    "server.js": SERVER.replace("PORT", "3000").replace("HOST", APP),
    "taken.js": SERVER.replace("PORT", "9500").replace("HOST", APP),
    "other.js": SERVER.replace("PORT", "3001").replace("HOST", APP),
    "low.js": SERVER.replace("PORT", "80").replace("HOST", APP),
    "missing.js": "const express = require('express');\nexpress().listen(3000);\n",
    "syntax.js": "const app = {;\n",
    "slow.js": "console.log('Running migrations...');\nsetTimeout(() => { require('./server.js'); }, 1500);\n",
}
CRASH = ("upstream-crashed",)


def begin(lab, file="server.js", port=3000, ready=True, words=(), **options):
    up = (lambda: is_open(port, APP)) if ready else None
    return lab.start("node", *words, f"{HOME}/{file}", ready=up, log=LOG, cwd=HOME, **options)


def web(lab):
    place = f"location / {{ proxy_read_timeout 2s; proxy_pass http://{APP}:3000; }}"
    server = f"server {{ listen 80; server_name shop.example; access_log {nginx.ACCESS[2]} json; {place} }}"
    return nginx.begin(lab, server, home="/srv/nginx-node")


def requests(lab):
    """One request ends the process, or not."""
    rows = [
        ("exception", "app-exception", CRASH, "a handler reads a property of null; nobody catches it", "/cart"),
        ("exception-later", "app-exception", CRASH, "a timer of a handler throws", "/orders"),
        ("rejection", "app-exception", CRASH, "a promise of a handler is rejected and nobody handles it", "/account"),
        ("database-down", "database-down", ("app-exception", "upstream-crashed"), "a handler cannot reach PostgreSQL at its port", "/products"),
        ("redis-down", "cache-service-down", ("app-exception", "upstream-crashed"), "a handler cannot reach Redis at its port", "/session"),
        ("heap-limit", "app-memory-exhausted", CRASH, "a handler needs more than --max-old-space-size", "/search"),
        ("header-invalid", "invalid-response-header", (*CRASH, "app-exception"), "a handler sets a header with characters that are not allowed", "/offers"),
        ("headers-sent", "app-exception", CRASH, "a handler sets a header after the answer", "/media"),
        ("header-too-big", "response-header-too-big", (), "a handler sets a cookie of 9 kB", "/login"),
        ("silent", "upstream-read-timeout", ("app-exception",), "a handler never answers", "/report"),
    ]
    for name, cause, others, said, path in rows:
        if not lab.wanted(name):
            continue
        process = begin(lab, words=["--max-old-space-size=20"] if name == "heap-limit" else ())

        def act(path=path, process=process):
            status = ask(80, path)
            until(lambda: process.poll() is not None, 0.5)
            return status

        lab.case(name, cause, said + ".", act, LOGS, acceptable=others)
        lab.end(process)


def others(lab):
    """Elsewhere, later, or not at all."""
    absent = ("upstream-not-listening", "wrong-upstream-host")

    def elsewhere():
        process = begin(lab, "other.js", port=3001)
        status = ask(80, "/")
        lab.end(process)
        return status

    lab.case("other-port", "wrong-upstream-port", "Node listens at 3001, nginx dials 3000.", elsewhere, LOGS, acceptable=absent)

    def early():
        process = begin(lab, "slow.js", ready=False)
        until(lambda: "migrations" in open(LOG).read(), 3)
        status = ask(80, "/")
        until(lambda: is_open(3000, APP), 5)
        lab.end(process)
        return status

    lab.case("start-slow", "upstream-not-ready", "a request comes while the application runs its migrations.", early, LOGS, acceptable=("upstream-not-listening", "upstream-restarting"))
    rows = [
        ("start-module-missing", "upstream-startup-failed", (), "a package of the application is not installed", "missing.js", {}),
        ("start-syntax-error", "upstream-startup-failed", ("app-exception",), "the application's file has a syntax error", "syntax.js", {}),
        ("start-file-missing", "upstream-startup-failed", (), "the file of the command line does not exist", "app.js", {}),
        ("start-port-taken", "port-conflict", ("upstream-startup-failed",), "another program listens at the application's port", "taken.js", {}),
        ("start-port-low", "upstream-startup-failed", ("port-conflict",), "the application may not bind port 80 as www-data", "low.js", {"user": "www-data"}),
    ]
    lab.upstream(lambda conn: None, port=9500)
    # Ports below 1024 are only for root in this namespace too.
    for name, cause, more, said, file, options in rows:

        def act(file=file, options=options):
            process = begin(lab, file, ready=False, **options)
            until(lambda: process.poll() is not None, 5)
            lab.end(process)
            return ask(80, "/")

        lab.case(name, cause, said + "; nginx gets a request.", act, LOGS, acceptable=more, keep="first")


def record(lab):
    lab.version_of("Node.js", "node", "--version")
    lab.drop = ("client: 10.0.0.2, server: 0.0.0.0:",)
    lab.folder("/srv/log")
    for name, text in APPS.items():
        lab.file(f"{HOME}/{name}", text)
    front = web(lab)
    requests(lab)
    others(lab)
    lab.end(front)
