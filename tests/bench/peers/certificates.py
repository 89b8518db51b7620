# SPDX-FileCopyrightText: 2026 The Inflight authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A certificate of 127.0.0.1 and the authority that signed it, thrown away after the run."""

import subprocess
from dataclasses import dataclass
from pathlib import Path

from .packages import executable

NEW_KEY = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]


@dataclass(frozen=True)
class Certificates:
    authority: Path
    certificate: Path
    key: Path


def _openssl(*arguments: str) -> None:
    subprocess.run([executable("openssl"), *arguments], check=True, capture_output=True)


def make_certificates(folder: Path) -> Certificates:
    authority, authority_key = folder / "ca.pem", folder / "ca.key"
    certificate, key, request, names = (folder / name for name in ("server.pem", "server.key", "server.csr", "names"))
    _openssl("req", "-x509", *NEW_KEY, "-keyout", str(authority_key), "-out", str(authority), "-days", "2",
             "-subj", "/CN=Inflight bench authority")
    _openssl("req", "-new", *NEW_KEY, "-keyout", str(key), "-out", str(request), "-subj", "/CN=127.0.0.1")
    names.write_text("subjectAltName=DNS:localhost,IP:127.0.0.1\n")
    _openssl("x509", "-req", "-in", str(request), "-CA", str(authority), "-CAkey", str(authority_key),
             "-CAcreateserial", "-days", "2", "-extfile", str(names), "-out", str(certificate))
    return Certificates(authority, certificate, key)
