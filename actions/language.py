"""The language she is answered in: changed at any point of the talk, remembered, nothing else touched."""

from actions.items import slot
from actions.messages import Buttons, Option, Phrase, Text, say
from actions.payloads import write
from actions.registry import action
from actions.turn import Turn
from catalog.words import LANGUAGES, Words

# Each language is named in itself, so that who cannot read the others finds her own.
NAMES = {
    "hi": Words("हिन्दी", "हिन्दी", "हिन्दी"),
    "hi-Latn": Words(*("Hindi (abc)",) * 3),
    "en": Words(*("English",) * 3),
}


@action("switch_language")
async def switch_language(turn: Turn) -> None:
    """ "English please": done at once; without a language named, she chooses."""
    wanted = slot(turn, "lang")
    if wanted in LANGUAGES:
        await lang(turn, wanted or "")
        return
    options = tuple(Option[Phrase](write("lang", code), name) for code, name in NAMES.items())
    turn.reply(Buttons(say("language-which"), options))


@action("lang")
async def lang(turn: Turn, code: str = "") -> None:
    """A language we do not have is asked about again. The open question, cart and form stay as they are."""
    if code not in LANGUAGES:
        turn.reply(Buttons(say("language-which"), tuple(Option(write("lang", c), n) for c, n in NAMES.items())))
        return
    turn.person.language, turn.person.language_chosen = code, True
    if turn.state.awaiting:
        turn.reply(Text(say("language-now-go-on")))
    else:
        turn.reply(Buttons(say("language-now"), (Option(write("menu"), say("see-goods")),)))
