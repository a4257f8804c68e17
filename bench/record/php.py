"""php-fpm behind nginx and Apache: what the pool logs, and what the web server says of it."""

import os
import signal
import threading
from pathlib import Path

import apache
import certs
import nginx
from client import ask, leave
from lab import read, until

FPM = "php-fpm8.2"
HOME = "/srv/php"
SOCKET = "/run/php/shop.sock"
LOG = "/srv/log/php"
POOL = """[global]
error_log = {log}/fpm.log
daemonize = no
emergency_restart_threshold = 0
process_control_timeout = 1
[shop]
user = www-data
group = www-data
listen = {socket}
listen.owner = {owner}
listen.group = {owner}
listen.mode = {mode}
pm = dynamic
pm.start_servers = 1
pm.min_spare_servers = 1
pm.max_spare_servers = 1
pm.max_children = {children}
request_terminate_timeout = {terminate}
request_slowlog_timeout = {slow}
slowlog = {log}/slow.log
catch_workers_output = yes
decorate_workers_output = {decorate}
access.log = {log}/access.log
access.format = "%R - %u %t \\"%m %r\\" %s %{{milliseconds}}d ms"
php_admin_value[error_log] = {log}/php_errors.log
php_admin_flag[log_errors] = on
php_admin_value[memory_limit] = 16M
php_admin_value[max_execution_time] = 1
php_admin_value[display_errors] = 0
{more}
"""
PAGES = {
    "ok": "<?php echo 'ok';",
    "cart": "<?php\nfunction total($cart) { return price_of($cart); }\ntotal([1]);",
    "offers": "<?php\n$cart = [1, 2;\n",
    "order": "<?php\nclass Cart { function load($id) { throw new RuntimeException(\"cart $id is gone\"); } }\n(new Cart)->load(7);",
    "account": "<?php\n$user = null;\necho $user->name();",
    "search": "<?php\nfunction add(int $n) { return $n; }\nadd('seven');",
    "index": "<?php\nrequire_once __DIR__ . '/vendor/autoload.php';",
    "checkout": "<?php\nnew Shop\\Checkout();",
    "report": "<?php\n$all = [];\nwhile (true) { $all[] = str_repeat('x', 100000); }",
    "export": "<?php\nwhile (true) { $n = ($n ?? 0) + 1; }",
    "invoice": "<?php sleep(4); echo 'ok';",
    "basket": "<?php usleep(700000); echo 'ok';",
    "image": "<?php usleep(100000); posix_kill(posix_getpid(), 11); sleep(2);",
    "thumbnail": "<?php usleep(100000); posix_kill(posix_getpid(), 9); sleep(2);",
    "login": "<?php header('X-Debug: ' . str_repeat('d', 20000)); echo 'ok';",
    "session": "<?php\n$s = fsockopen('10.0.0.20', 6379, $code, $text, 1);\nif (!$s) { throw new RuntimeException(\"Connection to Redis 10.0.0.20:6379 failed: $text\"); }",
    "products": "<?php\n$s = @fsockopen('10.0.0.20', 3306, $code, $text, 1);\nif (!$s) { error_log(\"SQLSTATE[HY000] [2002] $text (mysql:host=10.0.0.20)\"); http_response_code(500); }",
    "home": "<?php\nrequire __DIR__ . '/wp-content/plugins/shop-slider/slider.php';",
    "wp-content/plugins/shop-slider/slider.php": "<?php\nfunction slider_init() { wp_enqueue_slider('front'); }\nslider_init();",
}
WEB = [nginx.ERROR, nginx.ACCESS[1]]
OWN = [f"{LOG}/fpm.log", f"{LOG}/php_errors.log", f"{LOG}/slow.log"]
# What the visitors that only fill the pool leave behind when they go.
LEFT = ("prematurely closed", " 499 ", "closed keepalive", "/invoice.php")
FATAL = ("app-exception",)


def pool(more="", children=2, terminate=0, slow=0, owner="www-data", mode="0660", socket=SOCKET, decorate="yes"):
    return POOL.format(
        log=LOG, socket=socket, owner=owner, mode=mode, children=children, terminate=terminate, slow=slow, decorate=decorate, more=more
    )


def begin(lab, ready=True, **settings):
    """Starts the pool; without `ready` it is not waited for."""
    lab.folder(LOG, "www-data")
    lab.folder("/run/php")
    file = lab.file(f"{HOME}/fpm.conf", pool(**settings))
    log = f"{LOG}/fpm.log"
    start = os.path.getsize(log) if os.path.exists(log) else 0
    up = (lambda: any("ready to handle" in line for line in read(log, start))) if ready else None
    process = lab.start(FPM, "-n", "-d", "extension=posix", "-F", "-y", file, ready=up, log=f"{HOME}/out.log")
    return process


def web(lab):
    """nginx before it: one location by socket, one by a port."""
    script = "fastcgi_param SCRIPT_FILENAME {}$fastcgi_script_name; fastcgi_param REQUEST_METHOD $request_method; fastcgi_param REQUEST_URI $request_uri;"
    places = f"location / {{ {script.format('/srv/www')} fastcgi_pass unix:{SOCKET}; }}\n"
    places += f"location /lost/ {{ {script.format('/srv/other')} fastcgi_pass unix:{SOCKET}; }}\n"
    places += "location /plain/ { proxy_pass http://10.0.0.20:9000; }\n"
    server = f"server {{ listen 80; fastcgi_read_timeout 2s; server_name shop.example; access_log {nginx.ACCESS[1]} timed; {places} }}"
    return nginx.begin(lab, server, home="/srv/nginx-php")


def page(name, path=""):
    return lambda: ask(80, f"{path}/{name}.php")


def scripts(lab):
    """Mistakes of scripts: the pool runs, one page fails."""
    rows = [
        ("undefined-function", "php-fatal-plugin", FATAL, "a script calls a function that does not exist", "cart"),
        ("parse-error", "php-fatal-plugin", FATAL, "a script has a syntax error", "offers"),
        ("exception", "php-fatal-plugin", FATAL, "a script throws an exception nobody catches", "order"),
        ("call-on-null", "php-fatal-plugin", FATAL, "a script calls a method on null", "account"),
        ("type-error", "php-fatal-plugin", FATAL, "a script passes a string where an int is declared", "search"),
        ("require-missing", "app-exception", (*FATAL, "php-fatal-plugin", "upstream-startup-failed"), "vendor/autoload.php does not exist", "index"),
        ("class-missing", "php-fatal-plugin", FATAL, "a class does not exist", "checkout"),
        ("plugin-fatal", "php-fatal-plugin", FATAL, "a plugin calls a function that does not exist", "home"),
        ("memory-limit", "php-memory-exhausted", (), "a script needs more than memory_limit", "report"),
        ("execution-time", "php-max-execution-time", (), "a script computes longer than max_execution_time", "export"),
        ("header-too-big", "response-header-too-big", (), "a script sends a header of 20 kB", "login"),
        ("redis-down", "cache-service-down", ("app-exception", "php-fatal-plugin"), "a script's Redis does not listen", "session"),
        ("database-down", "database-down", ("app-exception",), "a script's database does not listen", "products"),
        ("worker-segv", "upstream-crashed", (), "the worker gets a SIGSEGV in the middle of a request", "image"),
        ("worker-kill", "upstream-crashed", ("upstream-oom-killed",), "the worker gets a SIGKILL in the middle of a request", "thumbnail"),
        ("script-unknown", "proxy-misconfig", ("url-mistyped",), "SCRIPT_FILENAME leads to a folder without that script", "lost/index"),
    ]
    process = begin(lab)
    for name, cause, others, said, script in rows:
        need = "exited on" if name.startswith("worker") else None
        lab.case(name, cause, said + ".", page(script), WEB + OWN, acceptable=others, need=need)
    lab.end(process, signal.SIGQUIT)


def limits(lab):
    """Time and number of workers."""
    process = begin(lab, terminate=1, slow="1s")
    lab.case("terminate-timeout", "upstream-worker-timeout", "request_terminate_timeout is 1 s, a script sleeps.", page("invoice"), WEB + OWN, acceptable=("php-max-execution-time", "upstream-read-timeout"), need="exited on", settle=4.0)
    lab.end(process, signal.SIGQUIT)

    process = begin(lab, children=1)

    def busy():
        leave(80, "/invoice.php", 0.1)
        leave(80, "/invoice.php", 0.1)
        return ask(80, "/ok.php")

    others = ("upstream-read-timeout", "origin-overloaded", "upstream-worker-timeout")
    lab.case("max-children", "php-fpm-max-children", "pm.max_children is 1 and a visitor waits for a slow script.", busy, WEB + OWN, acceptable=others, need="max_children", settle=3.0, drop=LEFT)
    lab.end(process, signal.SIGTERM)

    process = begin(lab, slow="1s", more="php_admin_value[max_execution_time] = 0")
    lab.case("slow-script", "upstream-read-timeout", "a script sleeps longer than fastcgi_read_timeout; the slow log has its trace.", page("invoice"), WEB + OWN, acceptable=("upstream-worker-timeout", "php-max-execution-time", "origin-overloaded"), settle=3.0, need="sleep()")
    lab.end(process, signal.SIGTERM)

    process = begin(lab, children=1, more="listen.backlog = 1")

    def crowd():
        for _ in range(8):
            try:
                leave(80, "/invoice.php", 0.02)
            except OSError:
                pass
        return ask(80, "/ok.php")

    said = "listen.backlog is 1, the only worker is busy, nine visitors come."
    lab.case("backlog", "backlog-full", said, crowd, WEB + OWN, acceptable=("php-fpm-max-children", "origin-overloaded"), drop=LEFT, need="11: Resource")
    lab.end(process, signal.SIGTERM)


def sockets(lab):
    """The pool's socket: absent, left behind, private, another port; the pool restarted."""
    absent = ("upstream-not-listening", "upstream-startup-failed", "upstream-crashed")
    Path(SOCKET).unlink(missing_ok=True)
    lab.case("socket-missing", "unix-socket-missing", "the pool is stopped and its socket gone.", page("ok"), WEB + OWN, acceptable=absent)

    process = begin(lab, owner="root", mode="0600")
    lab.case("socket-permission", "unix-socket-permission", "listen.owner is root, listen.mode 0600.", page("ok"), WEB + OWN)
    lab.end(process, signal.SIGTERM)

    process = begin(lab, socket="10.0.0.20:9000")
    lab.case("http-to-fpm", "protocol-mismatch", "nginx speaks HTTP to the pool's port.", page("ok", "/plain"), WEB + OWN, acceptable=("upstream-closed-early", "wrong-upstream-port"))
    lab.end(process, signal.SIGTERM)

    process = begin(lab)

    def restarted():
        answer = []
        visitor = threading.Thread(target=lambda: answer.append(ask(80, "/basket.php")))
        visitor.start()
        until(lambda: False, 0.2)
        lab.end(process, signal.SIGTERM)
        visitor.join()
        return answer[0]

    lab.case("restarted", "upstream-restarting", "the pool is stopped in the middle of a request.", restarted, WEB + OWN, acceptable=("upstream-closed-early", "upstream-crashed"))


def starting(lab):
    """Pools that do not come up."""
    rows = [
        ("start-user-missing", "upstream-startup-failed", (), "the pool's user does not exist", {"more": "user = shopper\n"}),
        ("start-key-unknown", "upstream-startup-failed", ("proxy-misconfig",), "the pool's file has a key that does not exist", {"more": "max_childrn = 5\n"}),
        ("start-port-taken", "port-conflict", ("upstream-startup-failed",), "another program listens at the pool's port", {"socket": "10.0.0.20:9100"}),
        ("start-folder-missing", "upstream-startup-failed", ("unix-socket-missing",), "the folder of the socket does not exist", {"socket": "/run/nowhere/shop.sock"}),
    ]
    lab.upstream(lambda conn: None, port=9100)
    Path(SOCKET).unlink(missing_ok=True)
    for name, cause, others, said, settings in rows:

        def act(settings=settings):
            process = begin(lab, ready=False, **settings)
            process.wait(10)
            lab.processes.remove(process)
            return ask(80, "/ok.php")

        out = f"{HOME}/out.log"
        lab.case(name, cause, said + "; nginx gets requests.", act, [*WEB, out], acceptable=others)


def behind_apache(lab):
    """The same pool behind mod_proxy_fcgi."""
    logs = [apache.ERROR, apache.ACCESS[0], *OWN]
    body = apache.journals().split("\n")[0].replace(" env=log0", "") + "\nDocumentRoot /srv/www\n"
    body += f'<FilesMatch "\\.php$">\nSetHandler "proxy:unix:{SOCKET}|fcgi://localhost/"\n</FilesMatch>\n<Directory /srv/www>\nRequire all granted\n</Directory>\n'
    body += 'ProxyPass /lost/ "unix:/run/php/lost.sock|fcgi://lost/srv/other/"\n'
    server = apache.begin(lab, body, home="/srv/apache2-php", modules=[*apache.MODULES, "proxy_fcgi"])
    absent = ("upstream-not-listening", "upstream-startup-failed", "upstream-crashed")
    Path(SOCKET).unlink(missing_ok=True)
    lab.case("apache-socket-missing", "unix-socket-missing", "Apache: the pool is stopped and its socket gone.", page("ok"), logs, acceptable=absent)
    process = begin(lab)
    rows = [
        ("apache-undefined-function", "php-fatal-plugin", FATAL, "Apache: a script calls a function that does not exist", "cart"),
        ("apache-memory-limit", "php-memory-exhausted", (), "Apache: a script needs more than memory_limit", "report"),
        ("apache-silent", "upstream-read-timeout", ("upstream-worker-timeout", "php-max-execution-time"), "Apache: a script sleeps longer than ProxyTimeout", "invoice"),
        ("apache-worker-segv", "upstream-crashed", (), "Apache: the worker gets a SIGSEGV", "image"),
    ]
    for name, cause, others, said, script in rows:
        need = "exited on" if script == "image" else None
        lab.case(name, cause, said + ".", page(script), logs, acceptable=others, need=need)
    lab.end(process, signal.SIGTERM)
    process = begin(lab, terminate=1)
    lab.case("apache-terminate-timeout", "upstream-worker-timeout", "Apache: request_terminate_timeout is shorter than the script.", page("invoice"), logs, acceptable=("php-max-execution-time", "upstream-read-timeout"), need="exited on", settle=4.0)
    lab.end(process, signal.SIGTERM)
    process = begin(lab, owner="root", mode="0600")
    lab.case("apache-socket-permission", "unix-socket-permission", "Apache: listen.mode is 0600, owner root.", page("ok"), logs)
    lab.end(process, signal.SIGTERM)
    lab.end(server)


def record(lab):
    lab.version_of("php-fpm", FPM, "-v")
    lab.drop = ("client: 10.0.0.2, server: 0.0.0.0:",)
    certs.make()
    for name, text in PAGES.items():
        lab.file(f"/srv/www/{name}" + ("" if name.endswith(".php") else ".php"), text)
    front = web(lab)
    scripts(lab)
    limits(lab)
    sockets(lab)
    starting(lab)
    lab.end(front)
    behind_apache(lab)
