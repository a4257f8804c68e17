"""Certificates that are right or wrong in one way, made with openssl."""

import ssl
import subprocess
from pathlib import Path

FOLDER = Path("/srv/tls")
CONFIG = """[ca]
default_ca = site
[site]
dir = /srv/tls
database = /srv/tls/index
new_certs_dir = /srv/tls
rand_serial = yes
default_md = sha256
policy = any
copy_extensions = copy
unique_subject = no
[any]
commonName = supplied
"""


def openssl(*words):
    subprocess.run(["openssl", *words], cwd=FOLDER, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def issue(file, name, start="20240101000000Z", end="20440101000000Z"):
    """A certificate for this name by the site's own authority."""
    subject = ("-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}")
    openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", f"{file}.key", "-out", f"{file}.csr", *subject)
    dates = ("-startdate", start, "-enddate", end)
    signer = ("-cert", "ca.pem", "-keyfile", "ca.key")
    openssl("ca", "-batch", "-config", "ca.conf", *signer, *dates, "-in", f"{file}.csr", "-out", f"{file}.pem", "-notext")


def make():
    """Writes ca, good, expired, future, wrong (another name), self (signed by itself)."""
    if (FOLDER / "self.pem").exists():
        return
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "ca.conf").write_text(CONFIG)
    (FOLDER / "index").touch()
    own = ("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "3650")
    openssl(*own, "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Shop Internal CA")
    issue("good", "app.internal")
    issue("expired", "app.internal", "20200101000000Z", "20210101000000Z")
    issue("future", "app.internal", "20400101000000Z")
    issue("wrong", "old.internal")
    name = ("-subj", "/CN=app.internal", "-addext", "subjectAltName=DNS:app.internal")
    openssl(*own, "-keyout", "self.key", "-out", "self.pem", *name)
    for file in FOLDER.iterdir():
        file.chmod(0o644)


def context(file):
    """A server's TLS with this certificate."""
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(FOLDER / f"{file}.pem", FOLDER / f"{file}.key")
    return tls


def newest_only():
    """TLS 1.3 and nothing older."""
    tls = context("good")
    tls.minimum_version = ssl.TLSVersion.TLSv1_3
    return tls


def wants_client():
    """A client certificate of the site's authority is required, at TLS 1.2 where it fails in the handshake."""
    tls = context("good")
    tls.maximum_version = ssl.TLSVersion.TLSv1_2
    tls.verify_mode = ssl.CERT_REQUIRED
    tls.load_verify_locations(FOLDER / "ca.pem")
    return tls


def wants_name(name="app.internal"):
    """Refuses a handshake that does not say this server name."""
    tls = context("good")

    def by_name(_conn, said, _context):
        return None if said == name else ssl.ALERT_DESCRIPTION_UNRECOGNIZED_NAME

    tls.sni_callback = by_name
    return tls
