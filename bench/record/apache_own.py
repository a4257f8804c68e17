"""Faults of Apache's own: sockets, names, modules, CGI, limits."""

import os

import certs
from client import ask, connect, head, path_of, raw, sip
from faults import DOWN
from nginx_own import HELLO, UNREACHED, left_behind, local_only, private
from upstream import answers, closes, hangs

SCRIPTS = {
    "silent.cgi": "#!/bin/sh\nexec sleep 3\n",
    "reads.cgi": "#!/bin/sh\ncat >/dev/null\necho 'Content-Type: text/plain'\necho\n",
    "ends.cgi": "#!/bin/sh\nexit 0\n",
    "raises.cgi": "#!/bin/sh\necho 'Traceback (most recent call last):' >&2\necho 'KeyError: cart' >&2\nexit 1\n",
    "talks.cgi": "#!/bin/sh\necho 'loading settings'\necho 'Content-Type: text/plain'\necho\n",
    "noexec.cgi": "#!/bin/sh\necho 'Content-Type: text/plain'\necho\n",
    "lost.cgi": "#!/opt/python/bin/python\nprint()\n",
}


def rows(lab):
    """name, cause, acceptable, what was done, inside the location."""
    limit = "retry=0 connectiontimeout=1"
    up, down = lab.upstream, f"10.0.0.20:{lab.port()}"

    def unix(path):
        return f'ProxyPass "unix:{path}|http://{os.path.basename(path)[:-5]}.local/" {limit}'

    def to(url):
        return f'ProxyPass "{url}" {limit}'

    yield "unix-missing", "unix-socket-missing", ("upstream-not-listening",), "the unix socket does not exist", unix("/run/shop/app.sock")
    yield "unix-permission", "unix-socket-permission", (), "the unix socket is root's, mode 0600", unix(private(lab, "/run/shop/private.sock"))
    yield "unix-refused", "upstream-not-listening", DOWN + ("unix-socket-missing",), "the application is gone, its socket file stayed", unix(left_behind(lab, "/run/shop/old.sock"))
    yield "unix-closes", "upstream-closed-early", ("upstream-crashed", "upstream-worker-timeout"), "the application reads the request from its unix socket and closes", unix(lab.unix("/run/shop/closing.sock", closes))
    yield "ipv6-literal", "ipv6-localhost-mismatch", ("upstream-not-listening",), "httpd dials [::1], the application listens on 127.0.0.1", to(f"http://[::1]:{local_only(lab)}/")
    yield "connect-lost", "connect-timeout-firewall", UNREACHED, "packets to the application are dropped", to("http://10.0.0.66:8080/")
    yield "connect-rejected", "connect-timeout-firewall", ("no-route-network", "host-down"), "a firewall rejects with host-unreachable", to("http://10.0.0.67:8080/")
    yield "no-route", "no-route-network", (), "there is no route to that network", to("http://10.9.9.9:8080/")
    yield "name-unknown", "dns-not-found", (), "the upstream's name does not exist", to("http://gone.internal:8080/")
    yield "fcgi-module", "proxy-module-missing", (), "ProxyPass to fcgi:// without mod_proxy_fcgi", to(f"fcgi://{up(answers())}/")
    yield "ajp-module", "proxy-module-missing", (), "ProxyPass to ajp:// without mod_proxy_ajp", to(f"ajp://{up(answers())}/")
    yield "sni-wrong", "tls-sni-missing", ("tls-handshake-failed",), "ProxyPreserveHost makes the visitor's host the server name of the handshake", "ProxyPreserveHost On\n" + to(f"https://{up(answers(), tls=certs.wants_name())}/")
    yield "pool-disabled", "no-healthy-upstream", ("upstream-not-listening", *DOWN), "all members of the balancer failed before", 'ProxyPass "balancer://shop/"'
    yield "rewrite-cycle", "loop-detected", ("proxy-misconfig",), "a rewrite in .htaccess leads to itself", ""
    yield "body-too-big", "request-body-too-big", (), "an upload of 300 kB to a script, LimitRequestBody is 10 kB", ""
    yield "cgi-silent", "upstream-read-timeout", ("upstream-worker-timeout",), "a CGI script writes nothing for longer than CGIDScriptTimeout", "CGIDScriptTimeout 1"
    yield "cgi-ends", "app-exception", ("upstream-closed-early",), "a CGI script ends without a word", ""
    yield "cgi-raises", "app-exception", ("upstream-closed-early",), "a CGI script fails with an exception", ""
    yield "cgi-talks", "invalid-response-header", ("app-exception",), "a CGI script prints a line before its headers", ""
    yield "cgi-not-executable", "upstream-startup-failed", ("app-exception", "proxy-misconfig"), "a CGI script is not executable", ""
    yield "cgi-interpreter", "upstream-startup-failed", ("app-exception",), "the interpreter of a CGI script does not exist", ""
    yield "htaccess-wrong", "proxy-misconfig", ("proxy-module-missing",), "a .htaccess has a directive nobody knows", ""


# Rows whose fault is a script: its file.
CGI = {"cgi-silent": "silent.cgi", "cgi-ends": "ends.cgi", "cgi-raises": "raises.cgi", "cgi-talks": "talks.cgi", "cgi-not-executable": "noexec.cgi", "cgi-interpreter": "lost.cgi"}


def acts(name, path):
    """What the visitor does."""
    if name == "body-too-big":
        return lambda: ask(80, "/cgi-bin/reads.cgi", "POST", body=b"x" * 300_000)
    if name == "rewrite-cycle":
        return lambda: ask(80, "/loop/page")
    if name in CGI:
        return lambda: ask(80, f"/cgi-bin/{CGI[name]}")
    if name == "htaccess-wrong":
        return lambda: ask(80, "/old/index.html")
    return lambda: ask(80, path)


def wire(port, tls_port):
    """name, cause, acceptable, what was done, what the visitor sends."""
    slow = head("POST", "/cart/", ["Content-Length: 100"]) + b"half"
    yield "cookie-too-big", "request-header-too-big", (), "a Cookie line longer than LimitRequestFieldSize", lambda: ask(port, "/", headers=["Cookie: s=" + "a" * 1500])
    yield "uri-too-long", "request-header-too-big", (), "a path longer than LimitRequestLine", lambda: ask(port, "/" + "a" * 1500)
    yield "tls-to-plain-port", "protocol-mismatch", (), "the visitor speaks TLS to the plain port", lambda: raw(port, HELLO, 2)
    yield "plain-to-tls-port", "protocol-mismatch", (), "the visitor speaks plain HTTP to the TLS port", lambda: ask(tls_port, "/")
    yield "visitor-stalls", "client-aborted", ("network-unstable", "upstream-read-timeout"), "the visitor stops sending in the middle of an upload", lambda: raw(port, slow, 3)
    yield "visitor-stalls-head", "client-aborted", ("network-unstable",), "the visitor stops sending in the middle of the head", lambda: raw(port, slow[:40], 3)


def crowded(lab, apache):
    """Fewer workers than visitors."""
    main = "Listen 80\nServerLimit 1\nThreadsPerChild 2\nMaxRequestWorkers 2\nStartServers 1\n"
    body = f'CustomLog {apache.ACCESS[0]} combined\nTimeout 2\n<Location "/">\nProxyPass "http://{lab.upstream(hangs)}/" retry=0\n</Location>\n'
    process = apache.begin(lab, body, home="/srv/apache2-small", main=main)

    def act():
        waiting = [connect(80) for _ in range(5)]
        for conn in waiting:
            conn.sendall(head("GET", "/orders/"))
        status = sip(80, "/orders/", 0)
        for conn in waiting:
            conn.close()
        return status

    said = "MaxRequestWorkers is 2, six visitors come to a silent application."
    others = ("connection-limit", "origin-overloaded")
    lab.case("workers-used-up", "upstream-read-timeout", said, act, apache.LOGS, acceptable=others, settle=4.0, need="AH00484")
    lab.end(process)


RULES = """SecRuleEngine On
SecRequestBodyAccess On
SecAuditEngine Off
SecDataDir /srv/apache2-waf
SecRule ARGS "@rx (?i)union\\s+select" "id:1001,phase:2,deny,status:403,msg:'SQL injection attack'"
SecRule REQUEST_HEADERS:User-Agent "@contains sqlmap" "id:1002,phase:1,deny,status:406,msg:'Scanner'"
"""


def filtered(lab, apache):
    """ModSecurity before the application."""
    body = f'CustomLog {apache.ACCESS[0]} combined\n{RULES}<Location "/">\nProxyPass "http://{lab.upstream(answers())}/"\n</Location>\n'
    lab.folder("/srv/apache2-waf", "www-data")
    process = apache.begin(lab, body, home="/srv/apache2-waf", modules=[*apache.MODULES, "unique_id", "security2"])
    attack = lambda: ask(80, "/search?q=1+union+select+card")
    lab.case("waf-argument", "waf-or-firewall-block", "ModSecurity denies an argument that looks like SQL.", attack, apache.LOGS)
    scan = lambda: raw(80, b"GET /cart HTTP/1.1\r\nHost: shop.example\r\nUser-Agent: sqlmap/1.7\r\nConnection: close\r\n\r\n")
    lab.case("waf-agent", "waf-or-firewall-block", "ModSecurity denies a scanner's User-Agent.", scan, apache.LOGS)
    lab.end(process)


def record(lab):
    import apache

    for name, text in SCRIPTS.items():
        lab.file(f"/srv/cgi/{name}", text, 0o644 if name == "noexec.cgi" else 0o755)
    lab.file("/srv/www/old/.htaccess", "php_flag display_errors on\n")
    lab.file("/srv/www/old/index.html", "ok\n")
    lab.file("/srv/www/loop/.htaccess", "RewriteEngine on\nRewriteRule ^(.*)$ shop/$1\n")
    table = list(rows(lab))
    body = apache.journals() + f"CustomLog {apache.ACCESS[0]} combined env=!logged\nLimitRequestFieldSize 1000\nLimitRequestLine 1000\n"
    for number, row in enumerate(table):
        if row[0] not in CGI:
            body += apache.logged(number, path_of(number), row[4])
    body = body.replace(" env=!logged", ' "expr=-z reqenv(\'log0\') && -z reqenv(\'log1\') && -z reqenv(\'log2\')"')
    body += f'<Proxy "balancer://shop">\nBalancerMember "http://10.0.0.20:{lab.port()}" retry=30\nProxySet forcerecovery=Off\n</Proxy>\n'
    body += 'DocumentRoot /srv/www\n<Directory "/srv/www">\nAllowOverride All\nRequire all granted\n</Directory>\n'
    body += 'ScriptAlias /cgi-bin/ /srv/cgi/\n<Directory "/srv/cgi">\nCGIDScriptTimeout 1\nLimitRequestBody 10240\nRequire all granted\n</Directory>\n'
    body += "Listen 443\n<VirtualHost *:443>\nSSLEngine on\nSSLCertificateFile /srv/tls/good.pem\nSSLCertificateKeyFile /srv/tls/good.key\n</VirtualHost>\n"
    process = apache.begin(lab, body, home="/srv/apache2-own")
    os.environ.pop("APACHE_RUN_DIR", None)
    for number, (name, cause, others, said, _) in enumerate(table):
        act = acts(name, path_of(number))
        if name == "pool-disabled":
            act()
        lab.case(name, cause, said + ".", act, apache.LOGS, acceptable=others)
    for name, cause, others, said, act in wire(80, 443):
        lab.case(name, cause, said + ".", act, apache.LOGS, acceptable=others)
    lab.end(process)
    crowded(lab, apache)
    filtered(lab, apache)
