verb-setup = set up|setup
# How people say it, parted by |.
setup-appoint = make|设为
setup-say-back = back|上一步
setup-say-skip = skip|next|later|跳过
setup-say-yes = yes|ok|import|就这样
setup-title-ends = 群
setup-presets = 号楼/单元/室|栋/单元/室|院/门栋/室|座/层/室
setup-as-captain = captain|楼栋长
setup-as-worker = worker|工作人员
setup-filler = of|for
setup-no-property = no property|没有物业
setup-known-committee = committee|居委会
setup-known-owners = owners|业委会
setup-known-property = property|物业
setup-known-logistics = logistics|后勤
setup-known-branch = branch|党支部
setup-known-selfrun = self-run|自治委员会
setup-body-committee = Residents' committee
setup-body-owners = Owners' committee
setup-body-property = Property management
setup-body-logistics = Employer's services
setup-body-branch = Party branch
setup-body-selfrun = Residents' self-government
setup-body-interim = Steward
setup-column-building = building|block
setup-column-unit = unit|entrance
setup-column-room = room|flat|apartment|roomno
setup-column-area = area|m2
setup-pattern-building = buildings|building|blocks|block
setup-pattern-unit = units|unit
setup-pattern-floor = floors|floor
setup-pattern-home = homes|home|flats|flat|rooms
setup-pattern-each = per floor|each floor|a floor
setup-pattern-without = without|except
setup-pattern-to = to|-
setup-pattern-and = and|&|,
setup-pattern-measure = 个
# In the group.
setup-hello =
    Hello everybody, I am Linli. Tell me when something in the building needs care.
    I do not know yet which compound this group belongs to. A <b>group administrator</b> can tell me in five minutes: tap the button below.
setup-begun-group = The compound is made and you are its steward. The other steps go faster in private, five minutes at most:
setup-begun-done = “{ $name }” is made, this group belongs to it, and you are its steward. Every step below can be skipped and done later.
# Five steps.
setup-step-name =
    <b>Step 1 of 5</b> · What is the compound called?
    Now it is “{ $name }”. To change it, just write me the name.
setup-step-words =
    <b>Step 2 of 5</b> · What do you call buildings, units and rooms there?
    Tap one, or write three words: <i>栋、单元、室</i>
setup-step-rooms =
    <b>Step 3 of 5</b> · Which buildings and homes are there?
    One sentence will do, or several lines:
    <i>buildings 1-6: units 1, 2; 18 floors; 2 per floor</i>
    <i>1-6{ $word }：1、2单元，18层，每层2户</i>
    You can also send me a list (Excel or CSV with the columns building and room).
    { $households ->
        [0] There are no homes yet.
       *[other] There are { $buildings } buildings with { $households } homes.
    }
setup-step-bodies =
    <b>Step 4 of 5</b> · Who looks after the compound? Choose one:
setup-step-bodies-chosen =
    <b>Step 4 of 5</b> · They look after the compound:
setup-bodies-how = Names and phones can be written like this: <i>property Sunshine Services 021-55550110</i>
setup-body-line = · { $name }{ $phone ->
    [none] {""}
   *[other] , { $phone }
}
setup-step-people =
    <b>Step 5 of 5</b> · Who does the work, who is captain of which building?
    Tap below: I give you an invitation to forward, and one tap accepts it.
    Or answer that person in the group: <i>小邻 make captain 3号楼</i>, or <i>小邻 make worker</i>
    Until somebody comes, reports are sent to you.
# Rooms.
setup-sketch = Is this right?
setup-sketch-line = { $name }: { $count } homes
setup-sketch-more = … and { $count } more buildings
setup-sketch-total = { $buildings } buildings, { $count } homes in all.
setup-growing = Adding the homes: { $total ->
    [0] one moment.
   *[other] { $count } of { $total }
}
setup-grown = { $count } homes added.
setup-not-grown = The homes could not be added, and none was. Please try once more.
setup-grow-many = With those that are there already it would be more than { $most } homes, more than one compound has, so none was added. Please change it and write again.
setup-reading = Got it. I am reading the list, one moment.
setup-import-ready = I have read the list: { $count } homes can be imported. { $known ->
    [0] {""}
   *[other] { $known } others are there already and stay as they are. {""}
}Import them?
setup-import-none = I have read the list: its { $known } homes are all there already, nothing to import.
setup-import-bad = { $bad } lines of the list cannot be read, so nothing was imported. Please mend them and send it again:
setup-import-line = Line { $line }: { $why ->
    [no-building] no building
    [no-room] no room
    [formula] a formula; please put the plain number or text there
    [area] the area is no number
    [twice] the same room as above
   *[other] too long
}
setup-import-more = … and { $count } more lines
setup-import-broken = { $why ->
    [old-excel] This is an old or locked kind of spreadsheet. Please save it as .xlsx or .csv and send that.
    [too-large] This file is too large. Please keep only the columns building, unit, room and area.
    [too-many] This list has more than { $most } lines, more than a compound needs. Please split it, or delete empty lines.
    [no-header] I found no headings. Please put into the first line: building, unit, room, area.
    [empty] There is nothing below the headings.
    [coding] I cannot read the letters of this file. Please save it as .xlsx, or as .csv in UTF-8.
   *[other] I cannot open this file. Please send a list of rooms as .xlsx or .csv.
} Nothing was imported; what was there stays.
# The summary.
setup-summary-head = <b>{ $name }</b>
setup-summary-rooms = { $households ->
    [0] Homes: none yet
   *[other] Homes: { $households } in { $buildings } buildings
}
setup-summary-words = Called: { $building }, { $unit }, { $room }
setup-summary-bodies = Looked after by:
setup-summary-people = { $workers } workers, { $captains } captains
setup-summary-groups = Groups: { $residents } of residents, { $workers } of workers
setup-summary-missing = Can be added: { $what }
setup-apart = { ", " }
setup-missing-rooms = homes
setup-missing-bodies = who looks after it
setup-missing-worker = workers (for now reports go to you)
setup-missing-captain = captains
setup-summary-fine = All there. Everybody can begin: just call me in the group, such as <i>小邻 3号楼电梯又停了</i>
setup-which = You look after several compounds. Which one?
# Binding a group.
setup-offer = Which place is this group of?
setup-bind = Who is this group of “{ $name }” for?
setup-bind-name = { $what ->
    [club] What is the club called? Just write it. You are its lead for now.
   *[place] Which building or unit is this group of? Just write it, such as <i>3号楼</i>
}
setup-bound = { $audience ->
    [workers] This is the workers' group of “{ $name }”: reports arrive here.
   *[residents] This is the residents' group of “{ $name }”.
}
setup-trial = <b>Trying the group</b>: please go there now and send these three within a minute.
setup-trial-line = { $state ->
    [seen] ✓
    [lost] ✗
   *[open] …
} { $what ->
    [m] a word with my name: <i>@{ $bot } hello</i>
    [a] two photos, chosen together
   *[p] any plain word: <i>a fine day</i>
}
setup-trial-good = All three have arrived: this group works well.
setup-trial-lost =
    What is crossed did not reach me. It does once I am an administrator of the group: then I hear a plain “小邻 …”, get all photos of an album, and can answer quietly.
    What is not said to me I neither read nor keep.
    Without it, buttons, commands such as /report and private chat all work.
# People.
setup-captain = Captain of which building or unit? Tap one, or write it, such as <i>3号楼</i>
setup-link =
    Please forward this message to that person:

    You are asked to be { $role ->
        [worker] a worker
       *[captain] captain
    } of { $place }. Just tap here:
    { $link }
    (works once, until { $until })
setup-appointed = { $role ->
    [worker] You are now a worker of { $where }. Reports come to you; tap “Take” on one.
   *[captain] You are now captain of { $where }. You can open calls and report for your neighbours.
}
setup-accepted = { $who } is now { $role ->
    [worker] a worker
   *[captain] captain
} of { $where }.
setup-people = Who does what now. Tap a name to end it:
setup-people-none = Nobody else has been asked yet.
setup-post-line = { $role ->
    [worker] Worker
   *[captain] Captain { $place }
}: { $name }
# Buttons.
button-setup = Set up the compound
button-setup-go = Go on
button-setup-back = Back
button-setup-skip = Later
button-setup-next = Next
button-setup-keep = Keep this name
button-setup-yes = That is right
button-setup-change = Change it
button-setup-words = { $building }, { $unit }, { $room }
button-setup-three = Committee + owners + property
button-setup-two = Committee + employer
button-setup-branch = No property: party branch
button-setup-selfrun = No property: self-run
button-setup-other = Another model
button-setup-worker = Ask a worker
button-setup-captain = Ask a captain
button-setup-people = Who does what
button-setup-done = Done
button-setup-name = Name
button-setup-levels = Level names
button-setup-rooms = Homes
button-setup-bodies = Who looks after it
button-setup-staff = People
button-setup-resume = Go on setting up
button-setup-import = Import
button-setup-drop = Do not import
button-setup-grow-again = Try again
button-setup-all = All residents
button-setup-work = Workers
button-setup-place = A building or unit
button-setup-club = A club
button-setup-new = Another compound, a new one
button-setup-at = { $name }
button-setup-move = Change it
button-setup-try = Try the group
button-setup-summary = See the compound
button-setup-out = ✗ { $name }
toast-setup-rooms = { $count } homes added.
toast-setup-growing = That is many homes; I add them and tell you when it is done.
# What cannot be done.
error-setup-admin = A group administrator has to do this. Please ask one to say /setup, or to tap “Set up the compound”.
error-setup-unasked = I could not ask who is an administrator here, so I changed nothing. Please say /setup again in a moment.
error-setup-taken = This group belongs to “{ $name }” already. To change that, please ask the steward of “{ $name }”.
error-setup-private = Please add me to the compound's group first; then a group administrator says /setup there.
error-setup-stale = This step is over, no need to tap again. Say /setup to see how things are.
error-setup-changed = The homes of the compound have changed since I read this list. Please send it once more.
error-setup-name = This name does not work. Please write 1 to { $most } characters, such as Sunshine Garden.
error-setup-words = Please write three words for building, unit and room, each at most { $most } characters, such as 栋、单元、室
error-setup-body = I do not see which one you mean. Please write it like this: property Sunshine Services 021-55550110
error-setup-place = I did not find that building, or more than one has that name. Please write it as it is called now, such as 3号楼 or 3号楼2单元. Where there are no buildings yet, add them in /setup first.
error-setup-link = This invitation was used already, or it is too old. Please ask for a new one.
error-setup-link-own = This invitation is for somebody else: please forward it, you need not tap it.
error-setup-post = Please answer a message of that person and say what they shall be, such as: 小邻 make captain 3号楼, or: 小邻 make worker
error-setup-pattern = I did not understand line { $line }. Please write it like this: 3号楼：1、2单元，18层，每层2户
error-setup-rooms-many = That is more than { $most } homes, more than a compound has. Please look whether there is a digit too many.
error-setup-file = Please send a list of rooms (.xlsx or .csv) here, or one sentence such as: buildings 1-3: 18 floors, 2 per floor
