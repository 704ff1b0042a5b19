"""The first component: every text, learned or asked, in the one spelling of `catalog.spelling`."""

from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from catalog.spelling import normalise

MAX_CHARACTERS = 1000  # 65,000 characters kept Rasa busy for nine seconds


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.MESSAGE_TOKENIZER, is_trainable=False)
class Normaliser(GraphComponent):
    """Also the guard against commands: Rasa takes ``/confirm`` as an intent with full confidence and that
    handler cannot be configured away, but no normalised text begins with a slash."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "Normaliser":
        return cls()

    def process(self, messages: list[Message]) -> list[Message]:
        """Rewrite the text in place; a missing text becomes an empty one."""
        for message in messages:
            text = normalise((message.get(TEXT) or "")[:MAX_CHARACTERS])
            message.set(TEXT, text.lstrip("/ "), add_to_output=True)
        return messages

    def process_training_data(self, training_data: TrainingData) -> TrainingData:
        """The same for every training sentence."""
        self.process(training_data.training_examples)
        return training_data
