"""A certificate for 127.0.0.1, made anew for each run and trusted by nobody else."""

from __future__ import annotations

import ssl
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Certificate:
    path: Path
    key: Path

    def for_server(self) -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.path, self.key)
        return context

    def for_client(self) -> ssl.SSLContext:
        """A context that trusts this certificate and no other."""
        return ssl.create_default_context(cafile=str(self.path))


def make_certificate(folder: Path, name: str = "IP:127.0.0.1") -> Certificate:
    """By the openssl program, which every machine that builds the app has."""
    certificate = Certificate(folder / "server.pem", folder / "server.key")
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    command += ["-nodes", "-days", "2", "-subj", "/CN=gptdesk test"]
    command += ["-addext", f"subjectAltName={name}"]
    command += ["-keyout", str(certificate.key), "-out", str(certificate.path)]
    subprocess.run(command, check=True, capture_output=True)
    return certificate
