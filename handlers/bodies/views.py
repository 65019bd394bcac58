"""Every message about whose work a case is."""

from collections.abc import Callable, Mapping

from handlers.bodies import leaving, matters, recusing, returning, tasks
from handlers.ports import Shown
from handlers.showing import Showing

VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    **recusing.VIEWS,
    **returning.VIEWS,
    **leaving.VIEWS,
    **matters.VIEWS,
    **tasks.VIEWS,
}
