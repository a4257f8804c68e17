"""uWSGI from Debian behind nginx: harakiri, its block size, its queue, and starts that fail."""

import os
import threading

import nginx
from client import ask, leave
from gunicorn import APPS, HOME
from lab import APP, read, until

LOG = "/srv/log/uwsgi.log"
WEB = [nginx.ERROR, nginx.ACCESS[1]]
LOGS = [*WEB, LOG]
SOCKET = "/run/shop/uwsgi.sock"


def begin(lab, ready=True, app="shop", socket=SOCKET, words=()):
    """Starts it as www-data; without `ready` it is not waited for."""
    lab.folder("/run/shop", "www-data")
    command = ["uwsgi-core", "--plugin", "python3", "--master", "--uid", "www-data", "--gid", "www-data"]
    command += ["--socket", socket, "--chmod-socket=666", "--need-app", "--die-on-term", "--pythonpath", HOME]
    command += ["--module", app if ":" in app else f"{app}:app", "--worker-reload-mercy", "1", "--no-orphans", *words]
    start = os.path.getsize(LOG) if os.path.exists(LOG) else 0
    up = (lambda: any("spawned uWSGI worker 1" in line for line in read(LOG, start))) if ready else None
    environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1")
    return lab.start(*command, ready=up, log=LOG, cwd=HOME, env=environment)


def web(lab):
    """nginx before it: by the uwsgi protocol, and by plain HTTP to the uwsgi socket's port."""
    params = "".join(
        f"uwsgi_param {name} {value}; "
        for name, value in {
            "REQUEST_METHOD": "$request_method", "REQUEST_URI": "$request_uri", "PATH_INFO": "$document_uri",
            "QUERY_STRING": "$query_string", "CONTENT_LENGTH": "$content_length", "CONTENT_TYPE": "$content_type",
            "SERVER_PROTOCOL": "$server_protocol", "SERVER_NAME": "$server_name", "SERVER_PORT": "$server_port",
            "REMOTE_ADDR": "$remote_addr",
        }.items()
    )
    places = f"location / {{ {params} uwsgi_read_timeout 3s; uwsgi_pass unix:{SOCKET}; }}\n"
    places += f"location /plain/ {{ proxy_pass http://{APP}:3031; }}\n"
    head = "client_header_buffer_size 16k; large_client_header_buffers 4 32k;"
    server = f"server {{ listen 80; server_name shop.example; {head} access_log {nginx.ACCESS[1]} timed; {places} }}"
    return nginx.begin(lab, server, home="/srv/nginx-uwsgi")


def requests(lab):
    """One request fails, the server stays."""
    long = lambda: ask(80, "/?q=" + "a" * 6000)
    rows = [
        ("exception", "app-exception", (), "a view raises KeyError", lambda: ask(80, "/cart"), None),
        ("database-down", "database-down", ("app-exception",), "a view cannot reach PostgreSQL at its port", lambda: ask(80, "/products"), None),
        ("block-size", "request-header-too-big", (), "the request's head is larger than the buffer of 4096 octets", long, None),
        ("header-too-big", "response-header-too-big", (), "a view sets a cookie of 9 kB", lambda: ask(80, "/login"), None),
        ("worker-segv", "upstream-crashed", (), "the worker gets a SIGSEGV in the middle of a request", lambda: ask(80, "/image"), "Respawned"),
        ("worker-kill", "upstream-crashed", ("upstream-oom-killed",), "the worker gets a SIGKILL in the middle of a request", lambda: ask(80, "/thumbnail"), "Respawned"),
        ("visitor-left", "client-aborted", ("upstream-read-timeout",), "the visitor leaves before the view is done", lambda: leave(80, "/nap", 0.2), "SIGPIPE"),
        ("slow-view", "upstream-read-timeout", ("upstream-worker-timeout",), "a view takes longer than uwsgi_read_timeout", lambda: ask(80, "/report"), None),
    ]
    process = begin(lab)
    for name, cause, others, said, act, need in rows:
        lab.case(name, cause, said + ".", act, LOGS, acceptable=others, need=need, keep="ends", settle=3.0)
    lab.end(process)


def limits(lab):
    """Time and the queue."""
    process = begin(lab, words=["--harakiri", "1"])
    lab.case("harakiri", "upstream-worker-timeout", "harakiri is 1 s, a view sleeps.", lambda: ask(80, "/report"), LOGS, acceptable=("upstream-closed-early",), need="Respawned", settle=4.0)
    lab.end(process)

    process = begin(lab, words=["--harakiri", "1", "--harakiri-verbose"])
    lab.case("harakiri-verbose", "upstream-worker-timeout", "the same with harakiri-verbose.", lambda: ask(80, "/report"), LOGS, acceptable=("upstream-closed-early",), need="Respawned", settle=4.0)
    lab.end(process)

    process = begin(lab, words=["--listen", "3"])

    def crowd():
        for _ in range(8):
            leave(80, "/report", 0.02)
        status = ask(80, "/")
        until(lambda: "queue" in open(LOG).read(), 3)
        return status

    others = ("origin-overloaded", "upstream-read-timeout", "connection-limit")
    lab.case("queue-full", "backlog-full", "--listen is 3, the worker is busy, nine visitors come.", crowd, LOGS, acceptable=others, settle=4.0, drop=("prematurely closed", " 499 ", "closed keepalive", "/report"))
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

    lab.case("stopped", "upstream-restarting", "uWSGI is stopped in the middle of a request.", stopped, LOGS, acceptable=("upstream-closed-early", "upstream-crashed"))


def sockets(lab):
    """Another protocol, another mode."""
    process = begin(lab, socket=f"{APP}:3031")
    act = lambda: ask(80, "/plain/cart")
    lab.case("http-to-uwsgi", "protocol-mismatch", "nginx speaks HTTP to the port of the uwsgi protocol.", act, LOGS, acceptable=("request-header-too-big", "proxy-misconfig"))
    lab.end(process)

    process = begin(lab, words=["--chmod-socket=600", "--uid", "root", "--gid", "root"])
    lab.case("socket-permission", "unix-socket-permission", "the socket is root's, mode 0600.", lambda: ask(80, "/"), WEB)
    lab.end(process)


def starting(lab):
    """It does not come up; nginx gets a request."""
    taken = f"{APP}:{9400}"
    lab.upstream(lambda conn: None, port=9400)
    rows = [
        ("start-import-error", "upstream-startup-failed", ("app-exception",), "a package of the application is not installed", {"app": "missing"}),
        ("start-module-missing", "upstream-startup-failed", (), "the module named on the command line does not exist", {"app": "wsgi"}),
        ("start-name-missing", "upstream-startup-failed", (), "the module has no such application object", {"app": "shop:application"}),
        ("start-port-taken", "port-conflict", ("upstream-startup-failed",), "another program listens at uWSGI's port", {"socket": taken}),
    ]
    for name, cause, others, said, settings in rows:

        def act(settings=settings):
            if os.path.exists(SOCKET):
                os.unlink(SOCKET)
            process = begin(lab, ready=False, **settings)
            until(lambda: process.poll() is not None, 5)
            lab.end(process)
            return ask(80, "/")

        lab.case(name, cause, said + "; nginx gets a request.", act, LOGS, acceptable=(*others, "unix-socket-missing"), keep="last")


def record(lab):
    lab.version_of("uWSGI", "uwsgi-core", "--version")
    lab.drop = ("client: 10.0.0.2, server: 0.0.0.0:",)
    for name, text in APPS.items():
        lab.file(f"{HOME}/{name}.py", text)
    front = web(lab)
    requests(lab)
    limits(lab)
    sockets(lab)
    starting(lab)
    lab.end(front)
