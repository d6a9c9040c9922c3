"""Why something could not be fetched, in one line, and whether it is worth another try."""


class FetchError(Exception):
    """Why an address gave nothing.

    `temporary`: it may work later; `wait`: after how many seconds, where the server says so; `status`: the HTTP
    status, where there was one.
    """

    def __init__(
        self, message: str, *, temporary: bool = False, wait: float | None = None, status: int | None = None
    ) -> None:
        super().__init__(message)
        self.temporary = temporary
        self.wait = wait
        self.status = status
