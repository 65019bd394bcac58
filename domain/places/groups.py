"""Groups: what each is bound to, who may bind it, and what it is told when the bot comes in."""

from domain.kernel.answers import home
from domain.kernel.people import Actor, Role, Standing
from domain.kernel.rights import Right, may
from domain.kernel.tx import Tx
from domain.kernel.words import Act, CardKind, Priority, ToChat, ToPerson
from domain.places.ports import PlacesTx
from domain.places.setup import fit_name, found, mine, show, stewarded, wait
from domain.places.steps import (
    OFFER_LIVES,
    RESIDENTS,
    WORKERS,
    NoGroup,
    NoSuchPlace,
    NotAdmin,
    Offer,
    Stale,
    Step,
    Taken,
)
from domain.places.tree import Level, Place, parted


def introduce(tx: PlacesTx, chat_id: int) -> None:
    """Say once to a group that nobody has bound how it is set up; one that was another group knows."""
    if not tx.setups.was_another(chat_id):
        to, once = ToChat(chat_id), f"hello:{chat_id}"
        tx.outbox.tell(to, "setup-hello", {}, priority=Priority.BROADCAST, dedupe=once)


def pin(tx: Tx, chat_id: int, place_id: int) -> None:
    """One card for the group, on top of it; asked again, the same card is brought up to date and pinned."""
    tx.cards.open(CardKind.MENU, place_id, ToChat(chat_id), priority=Priority.BROADCAST)
    tx.cards.refresh(CardKind.MENU, place_id)
    tx.outbox.act(Act.PIN, chat_id, params={"card": CardKind.MENU.value, "subject": place_id})


def begin(tx: PlacesTx, actor: Actor, admin: bool, name: str, interim: str) -> None:
    """Set up what the group belongs to; `admin` is what the platform says of the actor there.

    Raises Taken, NotAdmin.
    """
    me = tx.people.enter(actor)
    chat = tx.setups.chat(actor.chat_id)
    if chat.place_id is not None:
        _say_bound(tx, me, chat.place_id)
        return
    if stewarded(me):
        _offer(tx, actor, me, admin, name)
        return
    if not admin:
        raise NotAdmin
    compound = found(tx, me, name, interim)
    tx.setups.bind(actor.chat_id, compound.id, RESIDENTS)
    pin(tx, actor.chat_id, compound.id)
    _started(tx, actor, me, compound)


def at_home(tx: PlacesTx, actor: Actor) -> None:
    """The same in private: what the actor may set up; raises NoGroup where that is nothing."""
    me = tx.people.enter(actor)
    own = stewarded(me)
    if not own:
        raise NoGroup
    if len(own) == 1:
        show(tx, actor, own[0])
        return
    tx.outbox.tell(home(me), "setup-which", {}, about=me.person_id)


def choose(tx: PlacesTx, actor: Actor, offer_id: int, compound_id: int) -> None:
    """The waiting group belongs to that compound; next, to what of it."""
    me = tx.people.enter(actor)
    _open_offer(tx, me, offer_id)
    mine(tx, me, compound_id)
    tx.setups.choose(offer_id, compound_id)
    tx.outbox.tell(home(me), "setup-bind", {}, about=offer_id)


def bind(tx: PlacesTx, actor: Actor, offer_id: int, audience: str) -> None:
    """The waiting group is the whole compound's, for residents or for workers; raises Taken."""
    me = tx.people.enter(actor)
    offer = _open_offer(tx, me, offer_id)
    _bind(tx, actor, me, offer, mine(tx, me, _chosen(offer)), audience)


def bind_place(tx: PlacesTx, actor: Actor, offer_id: int, said: str) -> None:
    """The waiting group is a building's or a unit's; raises NoSuchPlace, Taken."""
    me = tx.people.enter(actor)
    offer = _open_offer(tx, me, offer_id)
    compound = mine(tx, me, _chosen(offer))
    _bind(tx, actor, me, offer, place_said(tx, compound.id, said), RESIDENTS)


def bind_club(tx: PlacesTx, actor: Actor, offer_id: int, said: str) -> None:
    """The waiting group is a club's of that name; whoever binds it leads it; raises BadName, Taken."""
    me = tx.people.enter(actor)
    offer = _open_offer(tx, me, offer_id)
    compound = mine(tx, me, _chosen(offer))
    name = fit_name(said)
    club = _club(tx, compound, name)
    if club is None:
        club = Place(tx.new_id(), compound.id, compound.id, Level.CLUB, name, compound.zone)
        tx.places.add(club)
        tx.staff.grant(me.person_id, Role.CAPTAIN, club)
    _bind(tx, actor, me, offer, club, RESIDENTS)


def bind_new(tx: PlacesTx, actor: Actor, offer_id: int, interim: str) -> None:
    """The waiting group is that of a compound which does not stand here yet; raises NotAdmin, Taken."""
    me = tx.people.enter(actor)
    offer = _open_offer(tx, me, offer_id)
    if not offer.admin:
        raise NotAdmin
    _free(tx, offer)
    compound = found(tx, me, offer.name, interim)
    tx.setups.bind(offer.chat_id, compound.id, RESIDENTS)
    pin(tx, offer.chat_id, compound.id)
    _started(tx, actor, me, compound)


def await_words(tx: PlacesTx, actor: Actor, offer_id: int, what: str) -> None:
    """Wait for the name of the "place" or the "club" that the group belongs to."""
    me = tx.people.enter(actor)
    _open_offer(tx, me, offer_id)
    wait(tx, actor, what, {"offer": offer_id})
    tx.outbox.tell(home(me), "setup-bind-name", {"what": what})


def move(tx: PlacesTx, actor: Actor, chat_id: int) -> None:
    """Bind a bound group to something else: for whoever sets up what it is bound to."""
    me = tx.people.enter(actor)
    chat = tx.setups.chat(chat_id)
    if chat.place_id is None or not may(me, Right.SET_UP, tx.places.path(chat.place_id)):
        raise Stale
    compound_id = tx.places.path(chat.place_id)[-1]
    compound = mine(tx, me, compound_id)
    offer = Offer(tx.new_id(), chat_id, me.person_id, compound.name, False, tx.now)
    tx.setups.add_offer(offer)
    tx.setups.choose(offer.id, compound_id)
    tx.outbox.tell(home(me), "setup-bind", {}, about=offer.id)


def place_said(tx: PlacesTx, compound_id: int, said: str) -> Place:
    """The building or unit that these words name; raises NoSuchPlace."""
    place_id = tx.places.find(compound_id, parted(said))
    place = tx.places.get(place_id) if place_id is not None else None
    if place is None or place.level is Level.HOUSEHOLD:
        raise NoSuchPlace
    return place


def _club(tx: PlacesTx, compound: Place, name: str) -> Place | None:
    below = tx.places.children(compound.id)
    return next((one for one in below if one.level is Level.CLUB and one.name == name), None)


def _say_bound(tx: PlacesTx, me: Standing, place_id: int) -> None:
    path = tx.places.path(place_id)
    if not may(me, Right.SET_UP, path):
        raise Taken(name=tx.places.named(path[-1]))
    tx.outbox.tell(home(me), "setup-bound", {"chat": -me.chat_id}, about=place_id)


def _offer(tx: PlacesTx, actor: Actor, me: Standing, admin: bool, name: str) -> None:
    offer = Offer(tx.new_id(), actor.chat_id, me.person_id, fit_name(name), admin, tx.now)
    tx.setups.add_offer(offer)
    tx.outbox.tell(home(me), "setup-offer", {}, about=offer.id)


def _open_offer(tx: PlacesTx, me: Standing, offer_id: int) -> Offer:
    offer = tx.setups.offer(offer_id, me.person_id)
    if offer.made_at + OFFER_LIVES < tx.now:
        raise Stale
    return offer


def _chosen(offer: Offer) -> int:
    if offer.compound_id is None:
        raise Stale
    return offer.compound_id


def _free(tx: PlacesTx, offer: Offer) -> None:
    """Whoever administers a group binds it first and has it; only those who set it up may move it.

    Without the platform's word a steward could take the group of another compound's people for theirs.
    """
    chat = tx.setups.chat(offer.chat_id)
    if chat.place_id is None:
        if not offer.admin:
            raise NotAdmin
        return
    compound_id = tx.places.path(chat.place_id)[-1]
    if compound_id != offer.compound_id:
        raise Taken(name=tx.places.named(compound_id))


def _bind(tx: PlacesTx, actor: Actor, me: Standing, offer: Offer, place: Place, audience: str) -> None:
    _free(tx, offer)
    tx.setups.bind(offer.chat_id, place.id, audience if audience == WORKERS else RESIDENTS)
    if audience != WORKERS:
        pin(tx, offer.chat_id, place.id)
    tx.dialogues.close(actor)
    tx.audit.note(place.compound_id, me.person_id, "setup.bind", "place", place.id)
    tx.outbox.tell(home(me), "setup-bound", {"chat": -offer.chat_id}, about=place.id)


def _started(tx: PlacesTx, actor: Actor, me: Standing, compound: Place) -> None:
    """The first step, where the founder reads it: in private, or by a link to it."""
    wait(tx, actor, Step.NAME.value, {"compound": compound.id})
    near = None if actor.private else actor.chat_id
    tx.outbox.tell(ToPerson(me.person_id, near), "setup-begun", {}, about=compound.id)
