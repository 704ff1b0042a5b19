"""Names for packages that Rasa imports and this shop never calls: TensorFlow above all, 2 GB of it.

Rasa imports TensorFlow, plotting, cloud storage and a dozen chat vendors at start. For a linear pipeline behind
one door those only need their names to exist (base classes, decorators, type hints), so their imports are
answered with inert classes. What really needs TensorFlow (DIET, TED, ResponseSelector) fails loudly when used.
"""

import sys
from abc import ABCMeta
from collections.abc import Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any, ClassVar

# Not installed at all: see overrides.txt.
ABSENT = frozenset(
    """
    tensorflow keras tensorflow_text tensorflow_hub tensorflow_addons matplotlib boto3 botocore pymongo psycopg2
    confluent_kafka slack_sdk twilio webexteamssdk fbmessenger mattermostwrapper rocketchat_API aiogram pycrfsuite
    sklearn_crfsuite
    """.split()  # noqa: SIM905
)
# Installed for training; a server that only parses starts in half the time and memory without them.
TRAINING_ONLY = frozenset({"sklearn", "scipy"})


class _InertType(ABCMeta):
    """A class that has every attribute, each of them another inert class."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = _inert(f"{cls.__name__}.{name}")
        setattr(cls, name, found)
        return found


def _inert(name: str) -> "_InertType":
    return _InertType(name, (), {"__init__": _refuse, "__class_getitem__": classmethod(lambda cls, _: cls)})


def _refuse(self: Any, *args: Any, **kwargs: Any) -> None:
    # A decorator or a table of constants built at import is harmless; a layer that is built to run is not.
    if type(self).__name__.startswith("tensorflow.keras"):
        raise RuntimeError(f"{type(self).__name__} needs TensorFlow, which this environment leaves out")


class _InertModule(ModuleType):
    __path__: ClassVar[list[str]] = []
    __version__ = "0"

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        found = _inert(f"{self.__name__}.{name}")
        setattr(self, name, found)
        return found


class _InertFinder(MetaPathFinder, Loader):
    def __init__(self, roots: frozenset[str]) -> None:
        self.roots = roots

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.split(".")[0] in self.roots:
            return ModuleSpec(fullname, self, is_package=True)
        return None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        return _InertModule(spec.name)

    def exec_module(self, module: ModuleType) -> None:
        return None


def install(roots: frozenset[str] = ABSENT) -> None:
    """Answer the imports of these packages from now on; call before the first ``import rasa``."""
    if not any(isinstance(finder, _InertFinder) and roots <= finder.roots for finder in sys.meta_path):
        sys.meta_path.insert(0, _InertFinder(roots))
