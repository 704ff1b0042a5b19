"""Words of the phones page itself, from data/texts/<language>/simulator.ftl; the chats' words are the shop's."""

from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl

TEXTS = Path(__file__).resolve().parents[2] / "data" / "texts"
LANGUAGES = {"en": "en-IN", "hi": "hi-IN"}


@cache
def words(language: str) -> dict[str, str]:
    """Every text of the page in one language, by key. None of them takes an argument."""
    source = (TEXTS / language / "simulator.ftl").read_text("utf-8")
    bundle = FluentBundle([LANGUAGES[language]], use_isolating=False)
    bundle.add_resource(FluentResource(source))
    keys = [entry.id.name for entry in FluentParser().parse(source).body if isinstance(entry, ftl.Message)]
    spoken: dict[str, str] = {}
    for key in keys:
        value = bundle.get_message(key).value
        assert value is not None
        spoken[key.removeprefix("phones-")] = str(bundle.format_pattern(value)[0])
    return spoken
