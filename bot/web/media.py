"""/media/<name>: the pictures the channels and the pages show. Only plain names of files that lie there."""

import re
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

_TYPES = {".jpg": "image/jpeg", ".png": "image/png", ".pdf": "application/pdf"}
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,79}\.(?:jpg|png|pdf)")


def routes(folder: Path) -> list[BaseRoute]:
    def media(request: Request) -> Response:
        name = str(request.path_params["name"])
        file = folder / name
        if not _NAME.fullmatch(name) or not file.is_file():
            return PlainTextResponse("not here", status_code=404)
        return FileResponse(
            file,
            media_type=_TYPES[file.suffix],
            headers={"cache-control": "public, max-age=3600", "x-content-type-options": "nosniff"},
        )

    return [Route("/media/{name}", media, methods=["GET"])]
