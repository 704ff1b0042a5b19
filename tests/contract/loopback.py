"""A platform reduced to a recorder: what was asked of it, and scripted answers, on a real loopback socket."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route


@dataclass(frozen=True)
class Asked:
    method: str
    path: str
    headers: dict[str, str]
    fields: dict[str, Any]


@dataclass
class Loopback:
    """`answers` are used up in order; then `default` answers."""

    default: Any
    answers: list[Any] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    url: str = ""

    async def handle(self, request: Request) -> Response:
        fields: dict[str, Any] = {}
        if "json" in request.headers.get("content-type", ""):
            fields = await request.json()
        elif request.method == "POST":
            form = await request.form()
            for name, value in form.items():
                fields[name] = await value.read() if isinstance(value, UploadFile) else value
        self.asked.append(Asked(request.method, request.url.path, dict(request.headers), fields))
        answer = self.answers.pop(0) if self.answers else self.default
        return answer if isinstance(answer, Response) else JSONResponse(answer)


@asynccontextmanager
async def serving(platform: Loopback) -> AsyncIterator[Loopback]:
    app = Starlette(routes=[Route("/{path:path}", platform.handle, methods=["GET", "POST"])])
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        platform.url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        listener.listen()
        running = asyncio.create_task(server.serve(sockets=[listener]))
        try:
            yield platform
        finally:
            server.should_exit = True
            await running
