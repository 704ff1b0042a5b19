"""The classes of workers that can be called home (data/services/classes.yml). Pure."""

from functools import lru_cache
from pathlib import Path
from typing import Literal

import yaml
from pydantic import model_validator

from catalog.entries import BUTTON, CatalogueWrong, Entry, Slug, Spoken
from catalog.words import Words

FILE = Path(__file__).resolve().parent.parent / "data" / "services" / "classes.yml"


class WorkerClass(Entry):
    """`named_by`: "portal" for a class that a source names, "ours" for our own. `service`: the word of the lexicon by
    which it is understood. `sku`: a service of the catalogue that is the same kind of work."""

    id: Slug
    named_by: Literal["portal", "ours"]
    service: str
    name: Spoken
    sku: Slug | None = None

    @model_validator(mode="after")
    def _fits(self) -> "WorkerClass":
        if self.name.longest() > BUTTON:
            raise ValueError(f"name is longer than {BUTTON}")
        return self

    @property
    def words(self) -> Words:
        return Words.read(self.name.stored())


@lru_cache(maxsize=1)
def classes() -> tuple[WorkerClass, ...]:
    """In the order of the file. Raises CatalogueWrong for an entry that is not understood, or one told twice."""
    try:
        found = tuple(WorkerClass.model_validate(raw) for raw in yaml.safe_load(FILE.read_text("utf-8")))
    except (ValueError, yaml.YAMLError) as wrong:
        raise CatalogueWrong(f"classes.yml: {' '.join(str(wrong).split())}") from wrong
    for kind in ("id", "service", "sku"):
        told = [value for one in found if (value := getattr(one, kind)) is not None]
        if len(set(told)) < len(told):
            raise CatalogueWrong(f"classes.yml: a {kind} is there twice")
    return found


def class_of(told: str | None) -> WorkerClass | None:
    """By its id, its service or its sku."""
    return next((one for one in classes() if told is not None and told in (one.id, one.service, one.sku)), None)
