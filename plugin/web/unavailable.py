"""What is away for a while: its own file, so that error pages need not know forms."""

from werkzeug.exceptions import ServiceUnavailable


class FormUnavailable(ServiceUnavailable):
    """The form called *title* cannot be used until somebody has mended a file of the municipality's."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
