"""How somebody lives in a household, in words."""

from domain.places.households import Kind
from handlers.showing import Showing

KINDS = tuple(kind.value for kind in Kind)


def kind_of(showing: Showing, kind: Kind | None) -> str:
    """The kind as neighbours say it."""
    return showing.plain("home-kind-name", kind=kind.value if kind is not None else "none")
