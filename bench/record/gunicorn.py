"""gunicorn from Debian behind nginx: workers that time out, die, or never come up."""

import os
import threading

import nginx
from client import ask
from lab import APP, is_open, until

LOG = "/srv/log/gunicorn.log"
WEB = [nginx.ERROR, nginx.ACCESS[0]]
LOGS = [*WEB, LOG]
HOME = "/srv/shop"
GOOD = """import os, signal, socket, sys, time
def app(environ, start):
    path = environ["PATH_INFO"]
    if path == "/report": time.sleep(6)
    if path == "/nap": time.sleep(0.8)
    if path == "/image": os.kill(os.getpid(), signal.SIGSEGV)
    if path == "/thumbnail": os.kill(os.getpid(), signal.SIGKILL)
    if path == "/export": os.abort()
    if path == "/cart": return cart_of({})["items"]
    if path == "/products": import psycopg2; psycopg2.connect(host="10.0.0.20", dbname="shop")
    if path == "/session": import redis; redis.Redis("10.0.0.20", 6379).ping()
    if path == "/search": all = ["x" * 4000000 for _ in range(400)]
    if path == "/login": start("200 OK", [("Set-Cookie", "s=" + "a" * 9000)]); return [b"ok"]
    if path == "/offers": start("200 OK", [("Content-Length", "100")]); return [b"ok"]
    if path == "/account": start("200 fine", [("X Debug", "1")]); return [b"ok"]
    start("200 OK", [("Content-Type", "text/plain")])
    return [b"ok"]
def cart_of(session):
    return session["cart"]
"""
APPS = {
    "shop": GOOD,
    "missing": "import stripe_client\ndef app(environ, start): pass\n",
    "syntax": "def app(environ, start)\n    return []\n",
    "setting": "import os\nSECRET = os.environ['SHOP_SECRET_KEY']\ndef app(environ, start): pass\n",
    "nothing": "application = None\n",
    "migrates": "import time\nprint('Running migrations...', flush=True)\ntime.sleep(4)\n" + GOOD,
    "database": "import psycopg2\npsycopg2.connect(host='10.0.0.20', dbname='shop')\ndef app(environ, start): pass\n",
}


def begin(lab, app="shop:app", bind=f"{APP}:8000", ready=True, **options):
    """Starts it as www-data; without `ready` it is not waited for."""
    words = ["--access-logfile", "-", "--timeout", "30", "--graceful-timeout", "1", *options.pop("words", ())]
    command = ["gunicorn", "--bind", bind, "--user", "www-data", *words, app]
    up = None
    if ready:
        host, _, port = bind.rpartition(":")
        start = os.path.getsize(LOG) if os.path.exists(LOG) else 0
        booted = lambda: "Booting worker" in open(LOG, "rb").read()[start:].decode("utf-8", "replace")
        up = lambda: booted() and (host == "unix" or is_open(int(port), host))
    environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1", PYTHONUNBUFFERED="1")
    return lab.start(*command, ready=up, log=LOG, cwd=HOME, env=environment, **options)


def web(lab):
    """nginx before it."""
    pass_to = "proxy_read_timeout 3s; proxy_pass http://{}; proxy_set_header X-Forwarded-For $remote_addr;".format
    places = f"location / {{ {pass_to(f'{APP}:8000')} }} location /socket/ {{ {pass_to('unix:/run/shop/gunicorn.sock')} }}"
    return nginx.begin(lab, f"server {{ listen 80; server_name shop.example; {places} }}", home="/srv/nginx-gunicorn")


def requests(lab):
    """One request fails, the server stays."""
    rows = [
        ("exception", "app-exception", (), "a view raises KeyError", "/cart", None),
        ("database-down", "database-down", ("app-exception",), "a view cannot reach PostgreSQL at its port", "/products", None),
        ("redis-down", "cache-service-down", ("app-exception",), "a view cannot reach Redis at its port", "/session", None),
        ("header-too-big", "response-header-too-big", (), "a view sets a cookie of 9 kB", "/login", None),
        ("short-body", "upstream-closed-early", ("app-exception", "invalid-framing"), "a view promises 100 octets and sends two", "/offers", None),
        ("header-invalid", "invalid-response-header", ("app-exception",), "a view sets a header name with a space", "/account", None),
        ("worker-segv", "upstream-crashed", (), "the worker gets a SIGSEGV in the middle of a request", "/image", "Booting"),
        ("worker-abort", "upstream-crashed", (), "the worker aborts in the middle of a request", "/export", "Booting"),
        ("worker-kill", "upstream-crashed", ("upstream-oom-killed",), "the worker gets a SIGKILL in the middle of a request", "/thumbnail", "Booting"),
        ("slow-view", "upstream-read-timeout", ("upstream-worker-timeout",), "a view takes longer than proxy_read_timeout", "/report", None),
    ]
    process = begin(lab)
    for name, cause, others, said, path, need in rows:
        lab.case(name, cause, said + ".", lambda path=path: ask(80, path), LOGS, acceptable=others, need=need, keep="ends")
    lab.end(process)


def limits(lab):
    """Time, memory, restarts."""
    others = ("upstream-closed-early",)
    process = begin(lab, words=["--timeout", "1"])
    lab.case("worker-timeout", "upstream-worker-timeout", "--timeout is 1 s, a view sleeps.", lambda: ask(80, "/report"), LOGS, acceptable=others, need="Booting", settle=4.0)
    lab.end(process)

    act = lambda: ask(80, "/search")
    limited = "import resource\nresource.setrlimit(resource.RLIMIT_AS, (700000000, 700000000))\n" + GOOD
    lab.file(f"{HOME}/limited.py", limited)
    process = begin(lab, app="limited:app")
    lab.case("memory-error", "app-memory-exhausted", "the worker's address space is limited to 700 MB, a view needs more.", act, LOGS, acceptable=("app-exception",), keep="ends")
    lab.end(process)

    process = begin(lab)

    def stopped():
        answer = []
        visitor = threading.Thread(target=lambda: answer.append(ask(80, "/report")))
        visitor.start()
        until(lambda: False, 0.3)
        lab.end(process)
        visitor.join()
        return answer[0]

    lab.case("stopped", "upstream-restarting", "gunicorn is stopped in the middle of a request.", stopped, LOGS, acceptable=("upstream-closed-early", "upstream-crashed"))
    act = lambda: ask(80, "/")
    lab.case("stopped-after", "upstream-not-listening", "gunicorn was stopped and stays so.", act, WEB, acceptable=("upstream-restarting", "upstream-crashed", "wrong-upstream-port", "upstream-startup-failed", "upstream-not-ready", "wrong-upstream-host"))

    def restarts():
        first = ask(80, "/")
        process = begin(lab)
        lab.running = process
        return first

    lab.case("comes-back", "upstream-not-ready", "a request comes before gunicorn listens; a moment later it is up.", restarts, LOGS, acceptable=("upstream-restarting", "upstream-not-listening"))
    lab.end(lab.running)


def sockets(lab):
    """It listens where nginx does not look."""
    not_there = ("upstream-not-listening", "wrong-upstream-host")
    own = ("Handling signal: term", "Worker exiting", "Shutting down: Master")

    def elsewhere(bind, path="/"):
        def play():
            process = begin(lab, bind=bind)
            status = ask(80, path)
            lab.end(process)
            return status

        return play

    lab.folder("/run/shop", "www-data")
    lab.case("other-port", "wrong-upstream-port", "gunicorn listens at 8080, nginx dials 8000.", elsewhere(f"{APP}:8080"), LOGS, acceptable=not_there, drop=own)
    lab.case("loopback-only", "wrong-upstream-host", "gunicorn listens at 127.0.0.1:8000, nginx dials the machine's address.", elsewhere("127.0.0.1:8000"), LOGS, acceptable=("upstream-not-listening", "wrong-upstream-port"), drop=own)
    lab.case("other-socket", "unix-socket-missing", "gunicorn listens at another socket than nginx dials.", elsewhere("unix:/run/shop/app.sock", "/socket/"), LOGS, acceptable=("proxy-misconfig", "wrong-upstream-port", "upstream-not-listening"), drop=own)
    lab.case("private-socket", "unix-socket-permission", "gunicorn's umask leaves the socket to root alone.", private(lab), LOGS, drop=own)


def private(lab):
    def play():
        process = begin(lab, bind="unix:/run/shop/gunicorn.sock", words=["--umask", "0o177", "--user", "root"])
        status = ask(80, "/socket/")
        lab.end(process)
        return status

    return play


def starting(lab):
    """It does not come up; nginx gets a request."""
    rows = [
        ("start-import-error", "upstream-startup-failed", ("app-exception",), "a package of the application is not installed", "missing:app", {}),
        ("start-syntax-error", "upstream-startup-failed", ("app-exception",), "the application's file has a syntax error", "syntax:app", {}),
        ("start-setting-missing", "upstream-startup-failed", ("app-exception",), "an environment variable of the application is not set", "setting:app", {}),
        ("start-module-missing", "upstream-startup-failed", (), "the module named on the command line does not exist", "wsgi:app", {}),
        ("start-name-missing", "upstream-startup-failed", (), "the module has no such application object", "shop:application", {}),
        ("start-database-down", "database-down", ("upstream-startup-failed",), "the application needs PostgreSQL to start, which does not listen", "database:app", {}),
        ("start-port-taken", "port-conflict", ("upstream-startup-failed",), "another program listens at gunicorn's port", "shop:app", {"bind": f"{APP}:9300"}),
        ("start-user-missing", "upstream-startup-failed", (), "the user of the command line does not exist", "shop:app", {"words": ["--user", "shopper"]}),
    ]
    lab.upstream(lambda conn: None, port=9300)
    for name, cause, others, said, app, more in rows:

        def act(app=app, more=more):
            process = begin(lab, app=app, ready=False, **more)
            until(lambda: process.poll() is not None, 8)
            lab.end(process)
            return ask(80, "/")

        lab.case(name, cause, said + "; nginx gets a request.", act, LOGS, acceptable=others, keep="ends")

    def early():
        process = begin(lab, app="migrates:app", ready=False)
        until(lambda: is_open(8000, APP), 5)
        status = ask(80, "/")
        lab.end(process)
        return status

    lab.case("start-slow", "upstream-not-ready", "the application runs its migrations while requests come.", early, LOGS, acceptable=("upstream-read-timeout", "upstream-startup-failed"), drop=("Handling signal: term", "Worker exiting", "Shutting down: Master"))


def record(lab):
    lab.version_of("gunicorn", "gunicorn", "--version")
    lab.drop = ("client: 10.0.0.2, server: 0.0.0.0:",)
    for name, text in APPS.items():
        lab.file(f"{HOME}/{name}.py", text)
    front = web(lab)
    requests(lab)
    limits(lab)
    sockets(lab)
    starting(lab)
    lab.end(front)
