# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""nginx with the answers of all rows but those whose latencies differ.

One process with one worker: on a small machine a server with as many workers as cores takes the cores of what is
measured, and one worker serves several times what any of the peers asks for. What is not named here is nginx's
default, above all keepalive_requests: a connection of HTTP/2 is told to go away after 1,000 requests.
"""

import contextlib
import hashlib
import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .certificates import Certificates, make_certificates
from .packages import executable
from .processes import await_port, free_port, running

SMALL_BYTES = 300

LATE_SECONDS = 0.1

CONFIGURATION = """
load_module {modules}/ngx_http_echo_module.so;
daemon off; master_process off; worker_processes 1; worker_rlimit_nofile 8192;
pid {folder}/nginx.pid; error_log {folder}/error.log warn;
events {{ worker_connections 4096; multi_accept on; }}
http {{
    access_log off; sendfile on; tcp_nopush on; tcp_nodelay on;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    open_file_cache max=64;
    ssl_certificate {certificate}; ssl_certificate_key {key};
    server {{
        listen 127.0.0.1:{plain} backlog=1024;
        listen 127.0.0.1:{tls1} ssl backlog=1024;
        listen 127.0.0.1:{tls2} ssl http2 backlog=1024;
        root {folder}/www;
        location /small/ {{ default_type application/json; return 200 '{small}'; }}
        location /late/ {{ echo_sleep {late}; echo_exec /small/late; }}
        location /gzip/ {{ types {{ }} default_type application/json; add_header Content-Encoding gzip; }}
        location /bulk/ {{ types {{ }} default_type application/octet-stream; }}
    }}
}}
"""


def small_answer() -> str:
    """300 bytes of JSON, as an API gives them."""
    answer = {"id": 4711, "name": "Ada Lovelace", "email": "ada@example.com", "active": True, "score": 97.25,
              "tags": ["first", "analytical", "engine"], "address": {"city": "London", "zip": "SW1Y"}, "note": ""}
    answer["note"] = "x" * (SMALL_BYTES - len(json.dumps(answer)))
    return json.dumps(answer)


def _modules() -> str:
    """Where nginx was built to look for what it loads."""
    built = subprocess.run([executable("nginx"), "-V"], capture_output=True, text=True, check=True).stderr
    found = re.search(r"--modules-path=(\S+)", built)
    if not found:
        raise RuntimeError("nginx does not say where its modules are")
    return found[1]


@dataclass(frozen=True)
class Nginx:
    folder: Path
    certificates: Certificates
    plain: int
    tls1: int
    tls2: int

    @property
    def www(self) -> Path:
        return self.folder / "www"

    @property
    def small_sha256(self) -> str:
        return hashlib.sha256(small_answer().encode()).hexdigest()

    def small_urls(self, count: int, port: int | None = None) -> list[str]:
        scheme = "http" if port in (None, self.plain) else "https"
        return [f"{scheme}://127.0.0.1:{port or self.plain}/small/{number}" for number in range(count)]

    def late_urls(self, count: int) -> list[str]:
        """Each is answered after LATE_SECONDS, as the small ones are."""
        return [f"http://127.0.0.1:{self.plain}/late/{number}" for number in range(count)]


@contextlib.contextmanager
def nginx(folder: Path) -> Iterator[Nginx]:
    server = Nginx(folder, make_certificates(folder), free_port(), free_port(), free_port())
    for name in ("gzip", "bulk"):
        (server.www / name).mkdir(parents=True)
    file = folder / "nginx.conf"
    file.write_text(CONFIGURATION.format(
        folder=folder, modules=_modules(), late=LATE_SECONDS,
        certificate=server.certificates.certificate, key=server.certificates.key,
        plain=server.plain, tls1=server.tls1, tls2=server.tls2, small=small_answer()))
    errors = folder / "error.log"
    command = [executable("nginx"), "-p", str(folder), "-c", str(file), "-e", str(errors)]
    with open(folder / "nginx.out", "wb") as out, running(command, stdout=out, stderr=out) as process:
        try:
            await_port(server.plain, process)
        except RuntimeError as error:
            raise RuntimeError(f"nginx did not start: {errors.read_text()}") from error
        yield server
