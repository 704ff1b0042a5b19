"""`var/diet/bin/python -m nlu.diet`: what Rasa makes of the same sentences as its makers ship it.

Its own environment, made by `./setup.sh diet` (2.4 GB): TensorFlow and the neural classifier DIET, which the shop's own
server leaves out. Reads JSON lines {"id", "text"} on standard input and writes {"id", "task", "fallback"} for each, in
order: the likeliest task, and whether Rasa would rather have said that it did not understand. Trains first, for the
better part of an hour, when the sentences or config.yml changed; `--train` does only that.
"""

import argparse
import asyncio
import hashlib
import importlib.util
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from nlu import inert
from nlu.contract import DOMAIN, ROOT, SENTENCES
from nlu.serve import quiet_rasa
from nlu.train import in_one_file

CONFIG = Path(__file__).parent / "config.yml"
MODELS = ROOT / "var" / "diet" / "models"
FALLBACK = "nlu_fallback"


def model(folder: Path = SENTENCES, models: Path = MODELS) -> Path:
    """The trained model of these sentences, trained first where it is missing."""
    digest = hashlib.sha256(CONFIG.read_bytes() + in_one_file(folder).encode()).hexdigest()
    path = models / f"diet-{digest[:12]}.tar.gz"
    if not path.exists():
        _train(folder, path)
    return path


def _train(folder: Path, path: Path) -> None:
    from rasa.model_training import train_nlu

    with tempfile.TemporaryDirectory() as cache:
        os.environ["RASA_CACHE_DIRECTORY"] = cache
        learned = Path(cache) / "nlu.yml"
        learned.write_text(in_one_file(folder), encoding="utf-8")
        # What is trained goes to standard output as a bar; that belongs to the answers.
        kept, sys.stdout = sys.stdout, sys.stderr
        try:
            train_nlu(
                str(CONFIG),
                str(learned),
                str(path.parent),
                fixed_model_name=path.name.removesuffix(".tar.gz"),
                domain=str(DOMAIN),
            )
        finally:
            sys.stdout = kept


def answers(lines: Iterable[str], agent: Any) -> Iterator[str]:
    loop = asyncio.new_event_loop()
    for asked in (json.loads(line) for line in lines if line.strip()):
        found = loop.run_until_complete(agent.parse_message(asked["text"]))
        ranking = [one["name"] for one in found["intent_ranking"] if one["name"] != FALLBACK]
        task = ranking[0] if ranking else found["intent"]["name"]
        yield json.dumps({"id": asked["id"], "task": task, "fallback": found["intent"]["name"] == FALLBACK})


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m nlu.diet", description=__doc__)
    parser.add_argument("--train", action="store_true", help="only train, where that is needed")
    arguments = parser.parse_args()
    os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
    quiet_rasa(frozenset(name for name in inert.ABSENT if importlib.util.find_spec(name) is None))
    path = model()
    if not arguments.train:
        from rasa.core.agent import Agent

        for answer in answers(sys.stdin, Agent.load(str(path))):
            print(answer, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
