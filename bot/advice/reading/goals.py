"""Tells the role that a person aims for from the one they come from."""

import re
from collections.abc import Mapping, Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from bot.advice.reading.doings import Doings
from bot.advice.reading.facts import GoalRead
from bot.advice.reading.flat import Flat
from bot.advice.reading.lexicon import Kind, Lexicon, Match
from bot.advice.reading.patterns import Pattern, Phrase
from bot.advice.reading.roles import DOERS, RoleReader
from bot.advice.reading.text import stems

_TO_GOAL = Pattern(
    r"(?:(?:(?:get|gets|land|lands|find|give|make|makes) (?:me|us|u)|(?:trying|tryna|want|wants|wanting|hoping|going|able|aiming|looking|like|love|hope) (?:to )?make|become|becoming|be|being|into|towards?|for|land|find|target|dream|>)(?: an?| the| my){0,5}|(?:get in|get into|getting in|getting into|get on|get work|get a job|find work|find a job|working holiday|work abroad|join|joining|start|starting|break in|breaking in|taken on|go|going)(?: [\w&'-]+){0,6} as|(?:goal|target|aim|dream|plan|endgame|idea|ambition|end game)(?: role| job)?(?: is| =| :|:){0,5}(?: to| be| become| an?){0,5}|"
    r"(?:^|[^\w])to(?: an?)?|(?:job|role|career|position|future|start) (?:in|as)(?: an?)?|(?:hired|qualify|retrain|train|jobs?) as(?: an?)?|(?:want|wants|wanting|seeking|prefer)(?: an?| my){0,2}(?: (?!to )\w+)?|next step(?: is|:)?(?: an?)?)"
    r"(?: (?:junior|senior|entry level|better|good|proper|first|remote|freelance|lead|qualified|real|trainee|new)){0,5} $"
)
_FROM = Phrase(
    r"(?:bored|burnt out|burned out|frustrated|unhappy|miserable|stressed|exhausted|knackered|disillusioned|from|retired|sacked|leave|leaving|left|quit|quitting|ditch|ditching|escape|escaping|out of|ex|former|formerly|background in|fed up with|(?:sick|tired|bored) of|done with|over|stopped|gave up|instead of|no longer)(?:(?<=former) [a-z]+|(?<=ex) [a-z]+)?(?: being| an?| my| the| working as| job as){0,5} $"
)
_BEING = Pattern(
    r"(?:(?<!\S)(?:i'm|im|i am|am|was|were|been|(?<!same )as|currently|presently|now|work in|worked in|working in|experience (?:in|as|of)|(?:someone|somebody|person|people|anyone) (?:in|from)|exp (?:in|as)|years?(?: of| as| in)?|yrs?(?: of| as| in)?|months? (?:as|in)|"
    r"used to be|trained as|do|did|doing|work as|worked as|working as|job as|career as|being|our|my job is|i|me)(?: currently| now| already| just| a| an| the| as| working| in| registered| qualified| licensed| licenced| chartered| certified| junior| senior| part time| full time| experienced| \d+ years?| new){0,5}) $"
)
_ONCE = Phrase(
    r"(?:used to (?:be|work as)|i was|was|were|have been|had been|i've been|ive been|been)(?: an?| the| working as(?: an?)?){0,5} $"
)
_LEFT = Phrase(
    r"(?:used to (?:be|work as)|i was|had been)(?: an?| the| working as(?: an?)?){0,5} $"
)
_GOAL_VERB = Phrase(
    r"(?:want|wants|wanna|wanting|hope|hoping|plan|planning|aim|aiming|goal|become|becoming|aspire|aspiring|dream|trying|tryna|looking|would like|i'd like|id like|get into|break into|"
    r"switch|switching|transition|transitioning|pivot|land|target|future|next|eventually|someday|promoted|promotion|considering|help me|helps? (?:me )?(?:get|become|land)|apply|applying|(?:get|land|find|need|getting|landing|finding)(?: \w+){0,5} (?:job|work|role|position|gig)|hired)(?!\S)"
)
_AFTER_ORIGIN = Pattern(
    r"^ (?:(?:days?|life|career|job|work|shifts?|world|trade|industry|thing)? ?(?:is|are|has|have) (?:now |all |basically |pretty much )?(?:over|dead|dying|done|finished|behind me|killing me|burn\w+)|here|fresher|by trade|by day|atm|background|now|currently|rn|>|trying|looking|wanting|who (?:wants|is)|(?:to|into) c\d|turned|moving|hoping|wants|switching|(?:job|role|work)? ?(?:for|of) (?:the )?(?:last |past |about |over |almost ){0,5}(?:\w+) (?:years?|yrs?|months?)|,? ?(?:\d+|\w+) (?:years?|yrs?|y)(?: of)? (?:exp\w*|in)|,? ?\d+ (?:years?|yrs?|yr|y)(?= ?(?:[,.;?!]|$)|(?: of)? (?:no|now|and|but|back|exp\w*|on|so far|plus))|with \d+|(?:to|into) r\d)"
)
_PHRASE = Pattern(
    r"(?<!\S)(?:become|becoming|to be|wanna be|goal is|goal :|goal|work as|working as|job as|role as|career as|career in|job in|jobs in|work in|get into|getting into|break into|go into|move into|moving into|switch to|switch into|transition into|hired as|hired in|into|(?:want|wants|wanna|like|hope|plan|hoping|planning|love) to (?:do|teach|run|offer|sell|make|fix|repair|write|design|build|bake|cook|grow|work with|work in|go into)|for(?: an?)?)"
    r"(?: to (?:be|become|work as)| being| be| become)?(?: an?| the| my)? (?P<goal>(?:(?!(?:and|but|or|if|is|so|because|with|without|by|from|i|my|worth|will|would|should|do|does|can|it|this|that|at|when|after|soon|as|in \d|c\d|p\d|r\d|the|a|an|for|about|of the|eventually|someday|one|next|need|than|then|since|while|who)(?: |$))[\w+#&'-]+(?: |$)){1,5})"
)
_A_JOB = Pattern(r" (?:job|jobs|role|roles|position|post|work)(?!\S)")
_SOUGHT = Phrase(
    r"(?:need|needs|want|wants|get|getting|find|finding|land|looking for|back to|back into|chasing|after|apply(?:ing)? for|carry me to|take me to|move into|into)(?: (?:an?|the|my|any|some|real|proper|good|better|again|first|decent)){0,4} $"
)
_STOP = r"(?:(?<! [a-z] )and|but|or|if|is|so|because|with|without|by|from|i|my|worth|will|would|should|do|does|can|it|this|that|at|when|after|soon|as|in|c\d|p\d|r\d|the|a|an|for|about|of|eventually|someday|one|next|need|than|then|since|while|who|get|being|having|to)(?: |$)"
_AIMED_TITLE = Phrase(
    r"(?:(?:(?:want|wants|wanna|wanting|like|love|hope|hopes|hoping|trying|tryna|aim|aiming|plan|planning|going|dream) (?:to )?|to )(?:be|become|work as)|becoming|(?:my |the )?(?:aim|goal|target|dream|plan|ambition|end ?game|idea)(?: role| job)? (?:is|:|=)(?: to (?:be|become|get into))?|(?:get in|get into|getting in|getting into|join|joining|taken on)(?: (?:to|[\w&'-]+)){0,6} as|(?:get|getting|got) (?:a )?(?:job|work|hired) as|promoted to|promotion to)"
    rf"(?: an?| the| my)? (?P<goal>(?:(?!{_STOP})[\w+#&'-]+(?: |$)){{1,5}})"
)
_BESIDE_WORK = Phrase(
    r"(?:side (?:hustle|gig|income|job|business)|on the side|2nd income|second income)(?!\S)"
)
_SOMEONE = frozenset("person people guy girl lad lass bloke girlie bod folk folks".split())
_ASKS = Pattern(
    r"(?:is|are|was|do|does|did|can|could|will|would|should|shall|has|have|any|worth|legit|$)(?!\S)"
)
_ROLE_NEXT = Pattern(r" ?(?:/ |or )?[rc]\d(?!\S)")
_LEAVES = Pattern(
    r"^ (?:(?:at|in|for) (?:an? |the |my )?[\w'-]+ )?(?:(?:who|that|which) (?:is |now |really |just |only ){0,2}|(?:who's|that's|thats|whos) )?"
    r"(?:want|wants|wanting|hopes?|hoping|trying|tryna|looking to|plans|planning to|would like|aiming|dreaming|moving (?:in)?to|going into|switching|retraining|"
    r"(?:(?:sick|tired|bored|done|fed up|burnt out|burned out)(?: and tired)? (?:of|with)))(?!\S)"
)
_OTHERS = Pattern(  # "a recruiter told me", "do recruiters see it": no one who asks
    r"^(?: (?:at|from|in) [\w'-]+)?(?: (?:always|never|just|also|once|only|will|would|has|have|had|is|was|keeps?))* (?:says?|said|saying|told|tells?|telling|pays?|paid|paying|offers?|offered|offering|sends?|sent|sending|covers?|thinks?|thought|reckons?|keeps? (?:saying|telling|on|asking|pushing|nagging|pestering)|suggested|recommended|mentioned|swears?|even|also see|actually (?:see|care|look)|(?:see|sees|care|cares|know|knows|like|look|looks|take|takes|accept|accepts|value|want me|wants me|asked me|laughed))(?!\S)"
)
_WITHOUT = Phrase(
    r"(?:(?:not|don't|dont|never|didn't|didnt) (?:even |really |actually |sure |ever |that |i )*(?:want|wanna|like|wish|going|trying|planning|gonna)(?: (?:to|being|be|become|becoming|going|into|get))*|never (?:worked|been|done|had a job)(?: in| as)?|(?:not|haven't|havent|hadn't) (?:\w+ )?worked (?:in|as)|no experience (?:in|as|of)|not (?:really )?(?:interested in|into)|without|w / out|w / o|no|by my|with my|through my|ask my|asked my|and my|tell my|told my)(?: an?| the){0,2} $"
)
_NOT = Phrase(
    r"(?:not|don't|dont|doesn't|never|didn't|didnt|no longer|hardly)(?: (?:even|really|actually|sure|if|that|i|we|ever|wanna|want))* $"
)
_SOMEBODY = Phrase(  # "two vineyards, a plumber and my sister"; not "should a plumber …"
    r"(?:(?:,|:|and) an?|(?:at|see|saw) (?:the|my|an?)|his|her|their|any|every|most|all|many|other|two|three|these|those) $"
)
_ARROW = Pattern(r"^(?: (?:at|in|for|with|of)(?: [\w'&-]+){1,4}?)? >")
_WORK = Pattern(r"(?<!\S)(?P<before>(?:[a-z+&'-]+ ){1,3})(?:jobs?|roles?|careers?)(?!\S)")
_CLAUSE = Pattern(r" ?[,.;:!?()]+ ?")
_MARK = Pattern(r"(?<!\S)[crp]\d")
_BECOMING = Phrase(
    r"(?:become|becoming|want|wants|wanna|wanting|tryna|trying|hoping|hope|aiming|aim|goal|dream|move into|get into|switch to|retrain as|eventually)(?!\S)(?! (?:a |to get a )?(?:cert|course))"
)
_SHORT_MESSAGE = 8
_MOST_CLAUSES = 24  # looked at in one message
_EARLY = 3  # words before a job that a message opens with
_WANT = Phrase(
    r"(?:aim|aiming|ambition|want|wants|wanna|tryna|trying|hoping|hope|looking|become|becoming|into|move|switch|goal|like to|love to|dream|going into)(?!\S)"
)
_ELSEWHERE = Pattern(
    r"^(?:(?!(?:r\d|c\d|p\d|i|i'm|im|first|job|student|hi|hey|hello|grad|graduate|so|ok|no|is|what|how|can|if|leaving|thinking|yoga)(?!\S))[\w'-]+ ){1,4}, (?:want|wants|wanna|tryna|looking to|hoping to|trying to) "
    r"|(?<!\S)(?:(?:i'm|im|i am|am|was|been|currently|being) (?:currently |now |just |still )?(?:an? |the )(?!(?:r\d|c\d|p\d|student|beginner|newbie|noob|grad|graduate|fresher|mum|mom|dad|mother|father|parent|complete|total|bit|little|single|stay|fresh|recent|new|newly|final|first|second|third|big|huge|fan|man|woman|guy|girl|bloke|lady|person|school|uni|university|college|high|young|self|freelance|\d\w*)(?!\S))[a-z]"
    r"|(?:work|worked|working) (?:at|in|for) (?:an? |the |my )?(?!(?:r\d|c\d|p\d|home|night|nights|the|years?|\d\w*|future)(?!\S))[a-z]"
    r"|(?:i )?(?:do|doing|did) (?:\w+ ){1,2}at (?:an? |the )"
    r"|(?:doing|drive|driving) (?:for )?(?:doordash|uber|deliveroo|lyft|instacart|bolt|grab|ola|amazon flex|deliveries|gigs?)(?!\S))"
)
_WISH = r"(?<!\S)(?:want|wants|wanna|wanting|hope|hoping|plan|planning|like|love|dream|able|gonna|going|trying|tryna|qualify|so i can)(?: (?:of|to|2)){0,2} "
_TO_OWN = Pattern(
    rf"{_WISH}(?P<said>(?:open|opening|start|starting|run|running|launch|launching|set up|setting up|own|owning|have|having)(?: up)? "
    r"(?:(?:my|our|an?|own|small|little) ){1,4}(?P<what>[a-z]+(?: [a-z]+)?))(?!\S)"
)
_TO_DO = Pattern(
    rf"{_WISH}"
    r"(?P<said>(?P<verb>[a-z]{3,})(?P<what>(?: (?!(?:and|but|or|if|is|so|in|at|for|with|as|the|a|an|to|on|when|some|more|c\d|r\d|p\d)(?: |$))[a-z]+){0,2}))(?!\S)"
)
_JOB = Pattern(
    r"(?<!\S)(?:want|wants|wanna do|to do|seeking|get|getting|find|finding|land|landing|need|looking for|looking at|eyeing|going for|look for|apply for|applying for|for|into|seeking)(?: me)?(?: an?| my first| my| some| any| better| good| first){0,5} (?P<goal>(?:(?!(?:an?|the|my|job|new|better|first|good|real|in|on|to|it|this|fast|quick|proper|well|paid|any|c\d|r\d|p\d)(?: |$))[\w+#&'-]+ ){1,4})(?:jobs?|roles?|positions?|career|work)(?!\S)"
)
_STUDY = Pattern(
    r"^ (?:degree|student|graduate|grad|major|studies|school|course|training|diploma|class|exam)(?!\S)"
)
_STARTS_SCHOOL = Pattern(
    r"(?<!\S)(?:start|starting|starts|begin|beginning|going to|applying (?:to|for)|in|first year|year \d|accepted (?:to|into)|got into) (?:\w+ )?r\d (?:school|degree|student|studies|course)(?!\S)|r\d student(?!\S)"
)
_STUDIED = Pattern(
    r"(?<!\S)(?:[bmd] \.|(?:bsc|msc|ba|ma|beng|meng|phd|degree|diploma|masters|master's|bachelors|bachelor's|graduated|graduate|grad|studied|studying)(?: degree)? (?:in|of)) $"
)
_AT_WORK = Pattern(r"(?:work|working|job|jobs|work as|working as) (?:in|as)(?!\S)")
_NO_GOAL = Pattern(
    r"^(?:literally|basically|simply|honestly|just|able|worth|waste of|scam|joke|pyramid|useful|honest|frank|clear|blunt|exact|precise|safe|competitive|employed|employable|better|hired|good|great|sure|fair|fine|in|on|certified|qualified|a good|the best|enough|taken|paid|it|this|the|work|works?|workforce|job|jobs?|market|job market|free|"
    r"beginners?|me|someone|anyone|people|my|your|career|resume|cv|linkedin|hr|future|industry|the industry|real|really|now|own|long|short|money|employers?|work again|new|more|debt|trouble|uni|university|college|school|switch|switching|fun|life|years?|\d+)(?!\w)"
)


class RolesSaid(Struct, frozen=True):
    """The goal, and the roles that lie behind or under the person."""

    goal: GoalRead | None
    origins: tuple[str, ...]
    aimed: bool = False  # said as an aim ("want to be"), not merely named
    studied: str = ""  # the role whose subject the person has studied
    left: tuple[str, ...] = ()  # of the origins those that the person has behind them


class GoalFinder:
    """Finds the goal in a message whose roles are marked ``r0``, ``r1`` and so on."""

    def __init__(self, lexicon: Lexicon, roles: RoleReader) -> None:
        self._lexicon = lexicon
        self._roles = roles
        self._doings = Doings(lexicon)

    def find(self, flat: Flat, matches: Sequence[Match], told: Mapping[str, str]) -> RolesSaid:
        """Which role is aimed at and which ones the person has or had."""
        said: list[tuple[str, Match]] = []
        for number, match in enumerate(matches):
            at = flat.place(f"r{number}")
            if at:
                person = self._is_person(flat, match)
                said.append((self._sense(flat, *at, person=person), match))
        origins = tuple(dict.fromkeys(m.id for sense, m in said if sense in ("origin", "left")))
        left = tuple(m.id for sense, m in said if sense == "left")
        aimed = next((m for sense, m in said if sense == "goal"), None)
        opened = self._people_first([m for sense, m in said if sense == "open"], flat)
        aimed = aimed or self._later(opened, flat)
        if aimed:
            first = [m for m in opened if m.start <= _EARLY and m.start < aimed.start]
            before = [m.id for m in first if m.id != aimed.id]
            wanted = _WANT.search(flat.text) is not None
            read = GoalRead(read=flat.raw(aimed.start, aimed.end), role=aimed.id)
            return RolesSaid(read, (*origins, *before[:1]) if wanted else origins, aimed=True)
        verb = (
            self._owned(flat)
            or self._doings.find(flat)
            or self._verb(flat)
            or self._unknown_title(flat, told)
        )
        if not verb and opened and _BESIDE_WORK.search(flat.text):
            work = [m.id for m in opened if self._is_person(flat, m)]
            return RolesSaid(None, (*origins, *work[:1]))
        if opened and opened[-1].start <= _EARLY and not verb and _WANT.search(flat.text):
            said_so = self._phrase(flat, told)
            verb = said_so if said_so and said_so.role else None
        if verb or not opened:
            goal = verb or self._phrase(flat, told)
            early = [m for m in opened if m.start <= _EARLY or self._is_person(flat, m)]
            had = [
                m.id for m in early
                if goal and m.id != goal.role and flat.raw(m.start, m.end) not in goal.read
            ]  # fmt: skip
            origins = (*origins, *had[:1])
            goal = goal or self._studied(said, flat)
            studied = next((m.id for sense, m in said if sense == "study"), "")
            found = goal or self._assumed([o for o in origins if o not in left] or origins)
            aimed_at = goal is not None
            return RolesSaid(found, origins, aimed=aimed_at, studied=studied, left=left)
        read = GoalRead(read=flat.raw(opened[0].start, opened[0].end), role=opened[0].id)
        return RolesSaid(read, origins)

    def _is_person(self, flat: Flat, match: Match) -> bool:
        """Whether a job is said by who has it ("estate agent"), not by its field."""
        return self._roles.is_person(match.id, flat.words[match.start : match.end])

    def _studied(self, said: Sequence[tuple[str, Match]], flat: Flat) -> GoalRead | None:
        """What one who starts to study a job's own subject will be: "starting nursing school"."""
        if not _STARTS_SCHOOL.search(flat.text):
            return None
        read = [
            GoalRead(read=flat.raw(m.start, m.end), role=m.id)
            for sense, m in said
            if sense == "study"
        ]
        return read[0] if read else None

    def _later(self, opened: Sequence[Match], flat: Flat) -> Match | None:
        """The job after a word of wanting, where the message opens with another."""
        if not opened or opened[0].start > _EARLY:
            return None
        for match in opened[1:]:
            between = flat.words[opened[0].end : match.start]
            said = " ".join(word.plain for word in between)
            if match.id != opened[0].id and _BECOMING.search(said):
                return match
        return None

    def _people_first(self, opened: list[Match], flat: Flat) -> list[Match]:
        """Jobs before fields: a field in passing ("scared of AI") is no goal beside other words."""
        people = [m for m in opened if self._is_person(flat, m)]
        short = len(flat.words) <= _SHORT_MESSAGE
        return people + [m for m in opened if m not in people and (short or not people)]

    def _sense(self, flat: Flat, start: int, end: int, *, person: bool) -> str:
        before, rest = flat.clause(start)
        after = rest[end - start :]
        if _STUDY.match(after) or _STUDIED.search(flat.text[:start]):
            return "study"
        if (person and _OTHERS.match(after)) or _WITHOUT.search(before):
            return "another"
        if _LEAVES.match(after):
            return "origin"
        wants = _GOAL_VERB.search(before.rsplit(" , ", 1)[-1])
        if _FROM.search(before) or _LEFT.search(before):
            return "left"
        if _ONCE.search(before):
            return "origin"
        if _ARROW.match(after) or (_AFTER_ORIGIN.match(after) and not _TO_GOAL.search(before)):
            return "origin"
        if _A_JOB.match(after) and _SOUGHT.search(before):
            return "goal"
        if _TO_GOAL.search(before) and not re.search(
            r"(?:been|was|am|i'm|im)(?: an?| working| to){0,5} $", before
        ):
            return "goal"
        if _BEING.search(before):
            return "goal" if wants and before.strip() else "origin"
        somebody = person and _SOMEBODY.search(before) and not _A_JOB.match(after)
        return "another" if somebody else "open"

    def _verb(self, flat: Flat) -> GoalRead | None:
        """A goal said by what one does in it: "want to teach yoga"."""
        flat = flat.unmarked()
        for hit in _TO_DO.finditer(flat.text):
            if _NOT.search(flat.clause(hit.start())[0]):
                continue
            role = self._roles.of_verb(hit.group("verb"), (hit.group("what") or "").split())
            if role:
                return GoalRead(read=flat.raw(*flat.span(*hit.span("said"))), role=role)
        return None

    def _owned(self, flat: Flat) -> GoalRead | None:
        """A goal said by what one would have: "open my own bakery"."""
        flat = flat.unmarked()
        for hit in _TO_OWN.finditer(flat.text):
            what = hit.group("what").split()
            start, end = flat.span(*hit.span("said"))
            for spare in range(len(what)):
                owner = (*stems(" ".join(what[: len(what) - spare])), "owner")
                role = self._lexicon.whole(Kind.ROLE, owner)
                if role:
                    return GoalRead(read=flat.raw(start, end - spare), role=role)
        return None

    def _unknown_title(self, flat: Flat, told: Mapping[str, str]) -> GoalRead | None:
        """A job that is aimed at and has no known name: asked about, whatever else is said."""
        for hit in _AIMED_TITLE.finditer(flat.text):
            words = hit.group("goal").strip()
            if _NO_GOAL.match(words) or _ROLE_NEXT.match(flat.text, hit.end()):
                continue
            if _NOT.search(flat.clause(hit.start())[0]):
                continue
            goal = self._roles.read(words, told)
            if goal and (goal.role or self._sounds_like_work(flat, hit)):
                return goal
        return None

    def _sounds_like_work(self, flat: Flat, hit: re.Match[str]) -> bool:
        """Whether words that name no known job end like one, or are an abbreviation."""
        start, end = flat.span(*hit.span("goal"))
        first, last = flat.words[start], flat.words[end - 1]
        head = last.stem in self._lexicon.tables["heads"] or last.stem.endswith(DOERS)
        return head or (start + 1 == end and first.raw.isupper())

    def _phrase(self, flat: Flat, told: Mapping[str, str]) -> GoalRead | None:
        """A goal in words that name no known role."""
        for hit in (*_JOB.finditer(flat.text), *_PHRASE.finditer(flat.text)):
            words = hit.group("goal").strip()
            before = flat.clause(hit.start())[0]
            if _NO_GOAL.match(words) or (
                _AT_WORK.match(hit.group()) and not _GOAL_VERB.search(before)
            ):
                continue
            goal = self._roles.read(words, told)
            industry = self._lexicon.whole(Kind.INDUSTRY, tuple(w for w in words.split()))
            surely = re.match(r"(?:become|wanna be|goal|work as|job as|career)", hit.group())
            worded = surely or self._sounds_like_work(flat, hit)
            if hit.group().startswith("for "):
                work, _, someone = words.rpartition(" ")
                if someone in _SOMEONE:  # "for a helpdesk girl"
                    goal = self._roles.read(work)
                if goal and goal.role and (someone in _SOMEONE or not goal.repaired):
                    return goal
            elif goal and (goal.role or industry or (goal.guesses and worded)):
                return goal
        return self._field_at_work(flat) or self._clause(flat)

    def _field_at_work(self, flat: Flat) -> GoalRead | None:
        """A field before a word for work: "carbon accounting job"."""
        for hit in _WORK.finditer(flat.text):
            before = hit.group("before").split()
            for length in range(len(before)):
                goal = self._roles.read(" ".join(before[length:]))
                if goal and goal.role and not _MARK.search(" ".join(before[length:])):
                    return goal
        return None

    def _clause(self, flat: Flat) -> GoalRead | None:
        """A clause that is nothing but the name of a job or a field: "…, paid social"."""
        if not re.search(r"(?<!\S)c\d(?!\S)", flat.text):
            return None
        for clause in islice(dict.fromkeys(_CLAUSE.split(flat.text)), _MOST_CLAUSES):
            if clause.count(" ") < _EARLY and not (_MARK.search(clause) or _ASKS.match(clause)):
                goal = self._roles.read(clause, as_typed=True)
                if goal and goal.role and not _NO_GOAL.match(clause):
                    return goal
        return None

    def _assumed(self, origins: Sequence[str]) -> GoalRead | None:
        if not origins:
            return None
        name = self._lexicon.knowledge.roles[origins[0]].name
        return replace(GoalRead(read=name, role=origins[0]), assumed=True)


def works_elsewhere(marked: str) -> bool:
    """Whether a job is said that the knowledge does not have: "im a postie", "work in greggs"."""
    return _ELSEWHERE.search(marked) is not None
