"""The intent classifier of the pipeline: Rasa's plumbing around `LinearIntents`."""

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from nlu.components.linear import DEFAULTS, LinearIntents, fit

OUT_OF_SCOPE = "out_of_scope"


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LinearIntentClassifier(GraphComponent, IntentClassifier):
    """Gives each message an intent with calibrated confidence and a ranking of `ranking_length` intents.

    A sentence without one known word, or whose best meaning is under `reject_below`, is out of scope; the
    guesses stay in the ranking, so that the shop can still offer the likeliest.
    """

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        return {**DEFAULTS, "ranking_length": 24, "reject_below": 0.0}

    def __init__(
        self,
        config: dict[str, Any],
        storage: ModelStorage,
        resource: Resource,
        model: LinearIntents | None = None,
    ) -> None:
        self._config = config
        self._storage = storage
        self._resource = resource
        self._model = model

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "LinearIntentClassifier":
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> "LinearIntentClassifier":
        with model_storage.read_from(resource) as folder:
            return cls(config, model_storage, resource, LinearIntents.load(folder))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from every sentence that has an intent, and store the weights."""
        examples = [(e.get(TEXT), e.get(INTENT)) for e in training_data.intent_examples if e.get(TEXT)]
        self._model = fit([text for text, _ in examples], [intent for _, intent in examples], self._config)
        with self._storage.write_to(self._resource) as folder:
            self._model.save(folder)
        return self._resource

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """Nothing to add: no later component reads the predicted intents of training sentences."""
        return training_data

    def process(self, messages: list[Message]) -> list[Message]:
        """Set `intent` and `intent_ranking` on each message."""
        for message in messages:
            ranking = [{"name": name, "confidence": odds} for name, odds in self.ranked(message.get(TEXT) or "")]
            message.set("intent", ranking[0], add_to_output=True)
            message.set("intent_ranking", ranking, add_to_output=True)
        return messages

    def ranked(self, text: str) -> list[tuple[str, float]]:
        """(intent, probability) likeliest first, at most `ranking_length` of them."""
        assert self._model is not None, "asked before it was trained or loaded"
        ranking = self._model.ranking(text)
        if ranking[0][1] < self._config["reject_below"] or not self._model.knows(text):
            ranking = _rejected(ranking)
        return ranking[: self._config["ranking_length"]]


def _rejected(ranking: list[tuple[str, float]]) -> list[tuple[str, float]]:
    """Out of scope first, with what the best guess leaves over, at least as sure as that guess."""
    best = ranking[0][1]
    others = [(name, odds) for name, odds in ranking if name != OUT_OF_SCOPE]
    return [(OUT_OF_SCOPE, max(best, 1.0 - best)), *others]
