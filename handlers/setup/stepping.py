"""The five steps as messages: what is asked, ready answers as buttons, back and on."""

from collections.abc import Callable, Mapping

from domain.places.bodies import Body, BodyKind, Model
from domain.places.sheets import SetupSheet
from domain.places.steps import ORDER, Step
from domain.places.tree import Level
from handlers.ports import Button, Shown
from handlers.presses import Tap
from handlers.setup.wording import presets
from handlers.showing import Showing, lines, rows

MODELS = {
    Model.THREE: "button-setup-three",
    Model.TWO: "button-setup-two",
    Model.BRANCH: "button-setup-branch",
    Model.SELF: "button-setup-selfrun",
}


def sheet_of(showing: Showing) -> SetupSheet | None:
    """The compound that the message is about."""
    return showing.reader.setup_sheet(showing.wanted.about or 0)


def begun(showing: Showing) -> Shown | None:
    """The first step in private; elsewhere the way there."""
    sheet = sheet_of(showing)
    if sheet is None:
        return None
    if not showing.wanted.private:
        link = showing.link(f"s-g{sheet.id}")
        return Shown(
            showing.say("setup-begun-group"), ((Button(showing.plain("button-setup-go"), url=link),),)
        )
    first = _step(showing, sheet, Step.NAME)
    done = showing.say("setup-begun-done", name=showing.name(sheet.name))
    return Shown(f"{done}\n\n{first.html}", first.buttons)


def step(showing: Showing) -> Shown | None:
    """One step."""
    sheet = sheet_of(showing)
    return None if sheet is None else _step(showing, sheet, Step(str(showing.wanted.params["step"])))


def _step(showing: Showing, sheet: SetupSheet, step: Step) -> Shown:
    html, buttons = STEPS[step](showing, sheet)
    return Shown(html, rows(*buttons, _onward(showing, sheet, step)))


def _onward(showing: Showing, sheet: SetupSheet, step: Step) -> tuple[Button, ...]:
    back = () if step is Step.NAME else (ORDER[ORDER.index(step) - 1],)
    label = {Step.NAME: "button-setup-keep", Step.PEOPLE: "button-setup-done"}.get(step, "button-setup-skip")
    done = (step is Step.ROOMS and sheet.count(Level.HOUSEHOLD)) or (step is Step.BODIES and named(sheet))
    return (
        *(showing.button("button-setup-back", Tap.SETUP, sheet.id, f"go-{one}") for one in back),
        showing.button("button-setup-next" if done else label, Tap.SETUP, sheet.id, f"ok-{step}"),
    )


Part = tuple[str, tuple[tuple[Button, ...], ...]]


def _name(showing: Showing, sheet: SetupSheet) -> Part:
    return showing.say("setup-step-name", name=showing.name(sheet.name)), ()


def _words(showing: Showing, sheet: SetupSheet) -> Part:
    buttons = [
        showing.button(
            "button-setup-words",
            Tap.SETUP,
            sheet.id,
            f"w-{at}",
            building=one.building,
            unit=one.unit,
            room=one.room,
        )
        for at, one in enumerate(presets())
    ]
    return showing.say("setup-step-words"), (tuple(buttons[:2]), tuple(buttons[2:]))


def _rooms(showing: Showing, sheet: SetupSheet) -> Part:
    said = showing.say(
        "setup-step-rooms",
        word=showing.name((sheet.words or presets()[0]).building),
        buildings=sheet.count(Level.BUILDING),
        households=sheet.count(Level.HOUSEHOLD),
    )
    return said, ()


def _bodies(showing: Showing, sheet: SetupSheet) -> Part:
    models = [showing.button(label, Tap.SETUP, sheet.id, f"m-{model}") for model, label in MODELS.items()]
    if not named(sheet):
        return showing.say("setup-step-bodies"), tuple((one,) for one in models)
    listed = (body_line(showing, one) for one in named(sheet))
    said = lines(showing.say("setup-step-bodies-chosen"), *listed, showing.say("setup-bodies-how"))
    return said, ((showing.button("button-setup-other", Tap.SETUP, sheet.id, "models"),),)


def models(showing: Showing) -> Shown | None:
    """The models to choose from, once more."""
    sheet = sheet_of(showing)
    if sheet is None:
        return None
    buttons = [(showing.button(key, Tap.SETUP, sheet.id, f"m-{model}"),) for model, key in MODELS.items()]
    return Shown(showing.say("setup-step-bodies"), tuple(buttons))


def _people(showing: Showing, sheet: SetupSheet) -> Part:
    asks = (
        showing.button("button-setup-worker", Tap.SETUP, sheet.id, "worker"),
        showing.button("button-setup-captain", Tap.SETUP, sheet.id, "captain"),
    )
    return showing.say("setup-step-people"), (
        asks,
        (
            showing.button("button-setup-people", Tap.SETUP, sheet.id, "people"),
            showing.button("button-setup-leads", Tap.SETUP, sheet.id, "leads"),
        ),
    )


STEPS: Mapping[Step, Callable[[Showing, SetupSheet], Part]] = {
    Step.NAME: _name,
    Step.WORDS: _words,
    Step.ROOMS: _rooms,
    Step.BODIES: _bodies,
    Step.PEOPLE: _people,
}


def named(sheet: SetupSheet) -> tuple[Body, ...]:
    return tuple(body for body in sheet.bodies if body.kind is not BodyKind.INTERIM)


def body_line(showing: Showing, body: Body) -> str:
    phone = showing.quoted(body.phone, 32) if body.phone else None
    return showing.say("setup-body-line", name=showing.name(body.name), phone=phone)


VIEWS: Mapping[str, Callable[[Showing], Shown | None]] = {
    "setup-begun": begun,
    "setup-step": step,
    "setup-models": models,
}
