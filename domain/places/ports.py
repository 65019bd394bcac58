"""What the rules ask of the place tree."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from domain.kernel.people import Role
from domain.kernel.tx import Tx
from domain.kernel.worktime import Timetable
from domain.places.bodies import Body, BodyKind
from domain.places.charges import Charge
from domain.places.households import Code, Residency
from domain.places.rooms import Growth
from domain.places.rules import Duty
from domain.places.steps import Appointment, Binding, Import, Offer, Step, Trial
from domain.places.tree import LevelWords, Place, Tree


class Places(Tree, Protocol):
    """The place tree and its bodies."""

    def duty(self, compound_id: int) -> Duty:
        """The body, and the person where one is named, that looks at new reports."""

    def zone(self, place_id: int) -> str:
        """The IANA zone of the place; raises NotFound."""

    def lock(self, compound_id: int) -> Place:
        """The compound, its row locked: whoever changes the tree or its people does so first."""

    def standing(self, compound_id: int) -> tuple[Place, ...]:
        """Every place of a compound, itself left out."""

    def add(self, place: Place) -> None:
        """Keep a new place."""

    def extend(self, growth: Growth) -> None:
        """Keep many new places, parents first."""

    def rename(self, place_id: int, name: str) -> None:
        """Call a place otherwise."""

    def words(self, compound_id: int) -> LevelWords | None:
        """What the compound calls its levels, where it has said so."""

    def set_words(self, compound_id: int, words: LevelWords) -> None:
        """Keep what it calls its levels."""


class Staff(Protocol):
    """Bodies of compounds, and who holds which post."""

    def bodies(self, compound_id: int) -> tuple[Body, ...]:
        """The bodies that there are, retired ones left out."""

    def want(self, compound_id: int, kind: BodyKind, name: str) -> Body:
        """The body of that kind: the one that there is or was, or a new one of that name."""

    def name(self, body: Body) -> None:
        """Keep a body's name and phone."""

    def retire(self, body_id: int, heir_id: int) -> None:
        """The body is no more; whoever works for it works for the heir."""

    def name_duty(self, compound_id: int, body_id: int, person_id: int | None) -> None:
        """Who looks at new reports from now on."""

    def grant(self, person_id: int, role: Role, place: Place, body_id: int | None = None) -> bool:
        """Give a role in a place; False where it was held already."""

    def holder(self, grant_id: int) -> tuple[int, Role, int] | None:
        """Person, role and compound of a grant."""

    def end(self, grant_id: int) -> None:
        """Take a grant back."""

    def holders(self, compound_id: int, role: Role) -> tuple[int, ...]:
        """Who holds the role anywhere in the compound, the longest first."""


class Leads(Protocol):
    """Who is named for what, of those who work in a compound."""

    def name(self, compound_id: int, charge: Charge, of_id: int, person_id: int | None) -> None:
        """Name one person for it, in place of whoever was; None names nobody."""

    def named(self, compound_id: int, charge: Charge, of_id: int) -> int | None:
        """Who is named and still works there."""

    def workers(self, compound_id: int, body_id: int | None = None) -> tuple[int, ...]:
        """Who works there, for that body where one is meant, the longest first."""

    def called(self, compound_id: int, name: str) -> tuple[int, ...]:
        """Who works there and goes by that name."""


class Calendars(Protocol):
    """What compounds say of their working time; whoever changes it has locked the compound."""

    def of(self, compound_id: int) -> Timetable:
        """Slots, preset and own days; the usual ones where nobody has said anything."""

    def keep(self, compound_id: int, table: Timetable) -> None:
        """Keep slots and preset; days are kept one by one."""

    def keep_day(self, compound_id: int, day: date, works: bool | None) -> None:
        """People work there on that day, or do not; None makes it a day like everywhere."""

    def keep_before(self, compound_id: int, before: str) -> None:
        """What the latest change replaced, in words of ours, so that it can be taken back."""

    def before(self, compound_id: int) -> tuple[str, datetime] | None:
        """That, and when it was changed (UTC); None where there is nothing to take back."""


class Setups(Protocol):
    """How far setting up is, and what waits for somebody's tap."""

    def step(self, compound_id: int) -> Step:
        """The step that comes next; DONE where nobody is setting it up."""

    def keep_step(self, compound_id: int, step: Step) -> None:
        """Go on with that step."""

    def draft(self, compound_id: int) -> str | None:
        """The pattern of rooms that waits for a tap."""

    def keep_draft(self, compound_id: int, draft: str | None) -> None:
        """Keep it, or forget it."""

    def chat(self, chat_id: int) -> Binding:
        """What a group is bound to, its row locked."""

    def bind(self, chat_id: int, place_id: int, audience: str) -> None:
        """Bind a group to a place, for "residents" or "workers"."""

    def was_another(self, chat_id: int) -> bool:
        """Whether another group has become this one."""

    def add_offer(self, offer: Offer) -> None:
        """Keep a group that waits to be bound."""

    def offer(self, offer_id: int, person_id: int) -> Offer:
        """That person's offer; raises NotFound."""

    def choose(self, offer_id: int, compound_id: int) -> None:
        """The compound that the group belongs to."""

    def add_appointment(self, appointment: Appointment) -> None:
        """Keep a new one."""

    def appointment(self, appointment_id: int, proof: str) -> Appointment:
        """The one that a link names, its row locked; raises NotFound where the proof is not its own."""

    def take_up(self, appointment_id: int, person_id: int) -> None:
        """That person has taken it."""

    def add_import(self, made: Import) -> None:
        """Keep an import that is to be read."""

    def imported(self, import_id: int) -> Import:
        """The import, its row locked; raises NotFound."""

    def swap(self, import_id: int) -> int:
        """Put its drafts into the tree, in one statement; the number of households."""

    def changed(self, import_id: int) -> bool:
        """Whether the tree has grown since the file was compared with it."""

    def drop(self, import_id: int, state: str) -> None:
        """Forget the drafts; `state` says why."""

    def add_trial(self, trial: Trial, user_id: int) -> None:
        """Keep a trial of a group; `user_id` is the platform's."""

    def trial(self, trial_id: int) -> Trial | None:
        """A trial that has not ended."""

    def arrived(self, trial_id: int) -> str:
        """What has arrived from its person there since it began: of "map" those that did."""

    def keep_trial(self, trial_id: int, seen: str, *, ended: bool) -> None:
        """Keep what arrived."""


class Homes(Protocol):
    """Households: who lives where, and the codes that lead in."""

    def households_of(self, person_id: int, within_place_id: int) -> tuple[int, ...]:
        """The households in that place in which this person is confirmed, the first confirmed first."""

    def members(self, household_id: int) -> tuple[int, ...]:
        """The persons who are confirmed in that household, the first confirmed first."""

    def captains(self, path: Sequence[int], besides: int) -> tuple[int, ...]:
        """The captains nearest to a place, given its path, that person left out."""

    def add_code(self, code: Code, token: str) -> None:
        """Keep a new code; the token is kept as a blind hash, and sealed until the code was used."""

    def code_of(self, token: str) -> Code | None:
        """The code of that token; whoever uses it up asks for it by id, which locks it."""

    def code(self, code_id: int) -> Code | None:
        """The code, its row locked."""

    def empty_households(self, place_id: int) -> tuple[int, ...]:
        """The households below a place in which nobody is confirmed, in the order of their names."""

    def use_code(self, code_id: int) -> None:
        """Mark the code used, and forget which household and token it was."""

    def keep(self, residency: Residency) -> None:
        """Keep a residency: one per person and household, the newest."""

    def get(self, residency_id: int) -> Residency | None:
        """The residency, its row locked; None where it is gone or its person was erased."""

    def there(self, person_id: int, household_id: int) -> Residency | None:
        """That person's residency in that household, ended ones included."""

    def of(self, person_id: int) -> tuple[Residency, ...]:
        """All that stand of that person's residencies, the oldest first."""

    def admit(self, residency: Residency) -> None:
        """Make the person a resident of the unit or building above the household: the household itself is
        never named in the open.
        """

    def dismiss(self, residency: Residency) -> None:
        """The reverse, unless another confirmed household keeps them in that place."""

    def forget(self, person_id: int) -> tuple[str, ...]:
        """Erase the person: key, platform id, roles, residencies, what was waited for. Answers the names of
        the stored files that are to be deleted.
        """


class PlacesTx(Tx, Protocol):
    """A transaction that knows places and homes."""

    @property
    def places(self) -> Places: ...
    @property
    def staff(self) -> Staff: ...
    @property
    def leads(self) -> Leads: ...
    @property
    def setups(self) -> Setups: ...
    @property
    def homes(self) -> Homes: ...
    @property
    def calendars(self) -> Calendars: ...
