"""Ids in addresses: as large as the book's and no larger."""

LARGEST = 2**63 - 1


class Subject:
    """The id of a person or an organisation: `<subject:person>`."""

    regex = "[0-9]{1,19}"

    def to_python(self, text: str) -> int:
        if (found := int(text)) > LARGEST:
            raise ValueError(text)
        return found

    def to_url(self, one: int) -> str:
        return str(one)
