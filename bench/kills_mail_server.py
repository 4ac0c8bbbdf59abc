"""A real SMTP server that writes down the Message-ID of every message it takes: `PORT FILE`."""

from __future__ import annotations

import asyncio
import os
import sys
from email import message_from_bytes
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session


class Sink:
    """What is in the file was taken, whatever becomes of the one who sent it."""

    def __init__(self, file: Path) -> None:
        self.file = file

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        identity = message_from_bytes(bytes(envelope.content or b""))["Message-ID"].strip()
        with self.file.open("a", encoding="utf-8") as taken:
            taken.write(f"{identity}\n")
            taken.flush()
            os.fsync(taken.fileno())
        return "250 taken"


async def serve(port: int, file: Path) -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: SMTP(Sink(file), loop=loop), "127.0.0.1", port)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1]), Path(sys.argv[2])))
