"""What can be wrong with one value, before it is known which question it answers."""


class ValueProblem(ValueError):
    """A value that cannot be accepted: the id of a message in the table, and the values for its placeholders."""

    def __init__(self, message_id: str, /, **values: object) -> None:
        super().__init__(message_id)
        self.message_id = message_id
        self.values = values
