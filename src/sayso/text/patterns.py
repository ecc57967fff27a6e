"""Regular expressions that are compiled when they are first used: of some 300, most articles need fewer than half."""

import re
from typing import Any, AnyStr, cast


class _Pattern:
    def __init__(self, *written: Any) -> None:
        self._written = written

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._written), name)
        # Kept, so that only the first use goes this way round.
        setattr(self, name, found)
        return found


def pattern(expression: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """`re.compile`, put off until the pattern is first used; only then is `re.error` raised where it is none.

    The `re` of its matches is the compiled pattern, which is another object.
    """
    return cast("re.Pattern[AnyStr]", _Pattern(expression, flags))
