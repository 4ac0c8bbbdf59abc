"""Whether a port is free, which one is, and whether a server answers there yet."""

from __future__ import annotations

import errno
import http.client
import socket
import time

NOT_OURS = {errno.EADDRNOTAVAIL}


class PortBusy(Exception):
    """Another program listens there; the message names a free port."""


class HostUnknown(Exception):
    """The host is no address of this machine."""


def claim(host: str, port: int) -> None:
    """:raises PortBusy: with a free port in the sentence; :raises HostUnknown: for an address that is not ours."""
    if is_free(host, port):
        return
    free = next(other for other in (*range(port + 1, port + 50), 0) if is_free(host, other))
    raise PortBusy(f"Port {port} is used by another program. Start Recert with --port {free or free_port(host)}.")


def is_free(host: str, port: int) -> bool:
    try:
        family, kind, _, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except (socket.gaierror, OverflowError) as problem:
        raise HostUnknown(f"There is no host {host!r} with a port {port}: {problem}.") from problem
    with socket.socket(family, kind) as door:
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind(where)
        except PermissionError:
            return False
        except OSError as problem:
            if problem.errno in NOT_OURS:
                raise HostUnknown(
                    f"{host} is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all."
                ) from problem
            return False
    return True


def free_port(host: str) -> int:
    with socket.create_server((host, 0)) as door:
        return int(door.getsockname()[1])


def answers(host: str, port: int, *, name: str, patience: float = 60.0) -> bool:
    """Wait until the server says anything at all. `name` is what it is called in the Host header."""
    here = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104 -- only to know where to knock
    until = time.monotonic() + patience
    while time.monotonic() < until:
        try:
            knock(here, port, name)
        except OSError:
            time.sleep(0.05)
        else:
            return True
    return False


def knock(host: str, port: int, name: str) -> None:
    connection = http.client.HTTPConnection(host, port, timeout=5)
    try:
        connection.request("GET", "/healthz", headers={"Host": name})
        connection.getresponse().read()
    finally:
        connection.close()
