"""Reads situation, hopes, promises, stage and effort from the words of a message."""

import re
from enum import StrEnum
from functools import lru_cache

from bot.advice.learner import Situation
from bot.advice.reading import away, beginning, changing, own_business, rising, sent
from bot.advice.reading.clues import MESSAGES, Clues
from bot.advice.reading.composed import COMPOSED
from bot.advice.reading.facts import Hope, Promise, Stage
from bot.advice.reading.oneself import about_oneself
from bot.advice.reading.patterns import Pattern
from bot.advice.reading.ways_of_saying import WAYS

_NUMBER_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "couple of": 2, "few": 3, "several": 4,
}  # fmt: skip
NUMBER = r"(?:\d+(?:\.\d+)?|" + "|".join(_NUMBER_WORDS) + r")"
YEARS = rf"(?:(?:a |over |about |almost |nearly |around ){{0,3}}{NUMBER}\s*\+?\s*(?:years?|yrs?|yr|yoe|y)\b)"


def number(text: str) -> float:
    """The number in a phrase such as ``six yrs``; 0 when there is none."""
    digits = re.search(r"\d+(?:\.\d+)?", text)
    if digits:
        return min(float(digits.group()), 70.0)
    return next((float(v) for k, v in _NUMBER_WORDS.items() if k in text), 0.0)


EMPLOYER = r"(?:my |the |our |your )?(?<!her )(?<!his )(?<!their )(?<!'s )(?:boss|manager|line manager|employer|company|work|job|supervisor|hr|firm|school|hospital|trust|bank|ministry|gaffer|council|agency|club|plant|chain|store|salon|spa|md|cmo|cto|cfo|coo|vp|gp|dean|office manager|heim|chef patron|team|head|headteacher|principal|department|dept|dealership|hotel|restaurant|clinic|surgery|practice|charity|ngo|union|factory|warehouse|lab|studio|site|office|uni|university|college|nursery|care home|airline|team lead|director|ceo|gov|government|army|foreman|chef|owner|shop|garage|(?:practice|ward|store|site|area|lab|kitchen|office|floor) manager)\b"
_SAYS_SO = r"(?:will |would |is |are |has |have |just |now |also |says? (?:they |it |he |she )?(?:will |'ll )?){0,3}(?:reimburs\w+|pays?|paying|paid|cover\w*|fund\w*|sponsor\w*|mak(?:es?|ing) (?:me|us|all|everyone|you)|made (?:me|us|everyone)|send(?:s|ing)? (?:me|us|all|everyone)|sent (?:me|us)|putting (?:me|us|all|everyone)|put (?:me|us) (?:on|through|forward)|forc\w+|insist\w*|requires?|requiring|mandat\w+|wants? (?:me|us|all|everyone|the)|told (?:me|us)|ask(?:s|ed|ing) (?:me|us|all|everyone)|offer\w*|refund\w*|approv\w+|chip(?:s|ping)? in|get(?:s|ting)? it by|foot(?:s|ing)? the bill|stump\w* up|booked (?:me|us)|nominated|signed (?:me|us)|says? (?:i|we|all|everyone|you|go|do|get|take|yes|ok)|keeps? (?:on )?(?:at|asking|pushing|nagging|pestering|telling) (?:me|us)|keeps? on (?:at )?(?:me|us)|prefers?|said (?:i|we|all|everyone|to (?:get|do|take))|needs? (?:me|us|everyone|all)|gave (?:me|us)|giving (?:me|us)|approved)"

_SITUATIONS: dict[StrEnum, tuple[str, ...]] = {
    Situation.RETURNING: (
        r"(?:return|returning|returner|go|going|come|coming|get|getting|gettin|back) (?:back )?(?:in)?to (?:the )?(?:work|workforce|job market|career)\b",
        r"back (?:to|at|into) work", r"(?:return|returning|go back|going back) to (?!school|uni|college|study|my country)\w+", r"(?:want|wanna|like|love|trying|hoping|way) (?:to (?:get|go|come) )?back in(?:to)?\b", r"re-?ent(?:er|ering|ry)", r"career (?:break|gap)", r"(?:a |gap of |year |long )gap\b",
        r"after (?:my |a |the )?(?:maternity|paternity|parental|kids?|children|baby|illness|caring|break|raising|years? (?:out|off|away))",
        r"(?:maternity|paternity|parental) leave", rf"{YEARS} (?:out|off|away|at home|gap|break|not working)\b",
        r"(?:been|was|were) out (?:of (?:work|the workforce|the field|it|the game)|for)\b", r"stay(?:ed|ing)?[ -]at[ -]home",
        r"took time off", r"been out of [\w ]{2,30}?(?:since|for|because)\b", r"(?:get|getting|go|going|come|coming|ease|easing|jump) back in(?:to)?\b", r"back (?:after|from) (?:\w+ ){0,2}(?:leave|years?|yrs?|break|baby|illness|sick)", r"(?:mat|maternity|paternity|parental|sick) leave", r"(?:get|getting|go|going|come|coming) back to (?:\w+ ){1,2}(?:work|job|roles?)\b", r"(?:kids?|children) (?:are |is )?(?:all |now )?(?:grown|at school|in school|started school|older)", r"(?:until|til|till) (?:19|20)\d\d\b", r"(?:last|not) worked (?:in|since) (?:19|20)\d\d", r"(?:now|want|wanna|would like|teach|work|nurse|practi[sc]e|practising|classroom|again) (?:\w+ ){0,4}again\b", r"retired (?:and|but|early)", r"lapsed\b", r"haven'?t worked (?:for|in|since)", r"raising (?:my |the |our )?(?:kids?|children|family)", r"work again\b", r"returner", r"(?:\d+|one|two|three|four|five|six) (?:years?|yrs?|months?) (?:gone|lost|of rehab|of recovery|of treatment|of chemo|of caring|sick|bedridden|in hospital)\b", r"(?:had|after|survived|beat|recovered from) (?:\w+ )?(?:cancer|a stroke|chemo|surgery|a breakdown|long covid|treatment)\b", r"(?:finally |now )?cleared (?:for|to) (?:go back to )?work\b", r"(?:kids?|child|daughter|son|youngest|little one|twins|\d ?yo|\d year old) (?:has |have |is |are )?(?:just |now |finally |about to )?(?:started|starts?|starting|gone to|off to) (?:full time )?(?:school|nursery|kindergarten|reception|preschool|college|uni)\b", r"expired (?:in \d+ )?(?:when|while|because|during|after) (?:i|my)\b", r"(?:cared|caring|looked|looking) (?:after|for) my (?:mum|mom|dad|mother|father|parents?|wife|husband|kids?|son|daughter|nan|gran)\b", r"empty nester",
    ),
    Situation.SWITCHING: (
        r"(?:career|job|field) (?:change(?! rate)|changer|switch|switcher|pivot|transition)", r"chang(?:e|ing) (?:my )?(?:career|field|job|profession)s?",
        r"switch(?:ing|ed)? (?:to|into|from|over|careers?|fields?|jobs?|industr)", r"transition(?:ing)? (?:to|into|from|over)",
        r"pivot(?:ing)? (?:to|into|from)", r"mov(?:e|ing) (?:over )?(?:in)?to (?!the (?:city|uk|us)|canada|australia|germany)", r"break(?:ing)? into",
        r"get(?:ting)? (?:out of|away from)", r"leav(?:e|ing) (?:my |the )?(?:job|teaching|nursing|retail|hospitality|field|trade|industry)",
        r"new (?:career|field)\b", r"retrain", r"coming from\b", r"(?:quit|quitting|left|leaving) (?:my|the) (?:\w+ )?(?:job|career|work)\b", r"out of (?:teaching|nursing|retail|hospitality|the army|the military|the trade|sales|banking)",
        r"i (?:drive|clean|cook|bake|teach|sell|fix|repair|deliver|serve|wait|audit|farm|weld|paint|pack|stack|manage|run|cut|mind|guard)\b[^.?!;]{0,40}\b(?:want|wanna|hope|hoping|like|love|looking|trying) to (?:be|become|move|get into|switch)", r"fed up (?:with|of)", r"(?:sick|tired|bored|done|over it|burn(?:ed|t) out) (?:of|with|from|in|and|going)\b", r"burn(?:ed|t|ing)? out\b", r"(?:want|wants|wanna|looking|hoping|trying|tryna|love|like) (?:to get |to go |to move |to break )?into (?!it\b)", r"(?:want|wants|wanna|looking|hoping|trying|tryna) to enter\b", r"redundan(?:t|cy)\b", r"lost (?:my|the) job", r"redundo\b", r"(?:came|come|coming|got|getting|just|now) out (?:of )?(?:the )?(?:army|navy|military|forces|air force|raf|marines|police|service)\b", r"(?<!\( )(?:ex|former) (?!(?:husband|wife|boyfriend|girlfriend|partner|bf|gf|colleagues?|boss|manager|students?|clients?|employers?|and|or|is|was)\b)[a-z]{3,}", r"retired (?:lt|col|major|captain|sergeant|officer|colonel|lieutenant|commander|firefighter|miner|driver|footballer|athlete|dancer)\b", r"worked (?:the|on the|behind the|at|in) [\w ]{2,30}? (?:for )?(?:a decade|decades|all my life|half my life)\b", r"(?:ex|former|retired) ?-? ?(?:army|navy|military|forces|marine|police|cop|soldier|veteran|teacher|nurse|banker|chef|pub)", r"veteran\b", r"turned (?!\d|out|down|up|on|off|into|in|around|it|me|away|fourteen|fifteen|sixteen|seventeen|eighteen)(?=\w+)", r"(?:second|different|another) career\b", r"(?:can'?t|cannot|don'?t want to) (?:do|face|keep) (?:this|it|that|doing)", r"my (?:back|knees?|knee|wrists?|hands?|body|shoulders?) (?:is|are|hurts?|cant|can'?t|gave|gone|done)", r"no future in", r"laid off\b", r"(?:is|are) (?:dying|dead|shot|knackered)\b(?! (?:the|a|my|by|it)\b)", r"(?:quit|quitting|leaving|left|ditch|ditching|done with|over|escape|escaping) (?:\w+ ){0,2}(?:life|trade|floor|industry|kitchens?|classroom|world|grind)\b", r"stopped (?:teaching|nursing|working as|driving|cooking|performing|dancing|playing|competing|selling|coaching)\b", r"(?:ended|ending|finished|killed) (?:the|my) (?:\w+ )?career\b", r"days are (?:over|numbered|done|behind)\b", r"cross(?:ing|ed)? (?:over )?(?:to|into) (?!the (?:road|street))", r"(?:dr|doctor|physio|gp|consultant|surgeon) (?:says|said|told me) (?:no more|i can'?t|to stop|not to)\b", r"no more (?:lifting|heavy|driving|night shifts|standing)\b", r"sideways (?:into|move)\b", r"made redundant\b", r"thinking (?:of|about) (?:a|another|some) (?:career )?change\b", r"(?:need|want|fancy) (?:a|some) (?:career )?change\b", r"leav(?:e|ing) (?:the )?(?:corporate|army|navy|military|forces|police|office|kitchen|classroom|banking|law|finance|sales|it|tech|media|oil|mines?|factory|church)\b", r"reskill", r"re-?training",
    ),
    Situation.FIRST_JOB: (
        r"(?:first|1 ?st) (?:ever )?(?:proper |real )?(?:job|role|position)", r"(?:just|recently|newly|about to) (?:graduated?|finished (?:school|uni|college|high school))",
        r"(?:fresh|new|recent) (?:grad|graduate|out of)\b", r"fresher", r"(?:i'?m|im|i am|as) (?:still )?(?:a |an )?(?:\w+ )?(?:student|undergrad|school leaver|graduate)\b",
        r"(?:no|zero|without(?: any)?|0|any) (?:work |job |prior |real |previous |relevant )?(?:exp|experience|xp)\b(?! (?:required|needed))", r"school leaver", r"no (?:job )?(?:offers?|job|interviews?|callbacks?|replies|luck) (?:yet|till now|until now|so far|still)\b", r"(?<=\w )(?:months?|weeks?) of (?:applying|applications|job hunting)\b", r"(?:can'?t|cannot|cant) (?:get|find|land) (?:a|my|any) (?:first|junior|entry)", r"never (?:had a job|worked)",
        r"still (?:in|at) (?:school|uni|university|college|high school)", r"straight (?:out of|from) (?:school|uni|college)", r"out of (?:school|uni|college|high school)\b", r"entry[ -]level",
        r"start(?:ing)? (?:my |a )?career", r"final year", r"fresh(?:ly)? (?:\w+ )?(?:grad\w*|out|passout|pass out)", r"(?:\w+ )?(?:grad|graduate|passout)\b(?= ?(?:,|\.|$|no|with no|without|looking|need|want|first))", r"(?:19|20)\d\d (?:passout|pass out|graduate|grad|batch)\b", r"no (?:credits|work history|track record)\b", r"year (?:10|11|12|13)\b", r"(?:leaving|finishing) (?:uni|university|college)\b(?! (?:work|admin|teaching|lectur|job))", r"(?:doing|finishing|finished|after) (?:my )?(?:gcses?|a ?-? ?levels?)\b", r"(?:leaving|(?<!since i )(?<!ever since )(?<!when i )(?<!i've )left|finishing|finished|after) (?:high )?school\b", r"(?:i'?m|im|i am|he'?s|she'?s|aged?) (?:only |just )?1[5-9]\b", r"1[5-9] ?(?:yo|y/o|y o|years? old|yrs? old)\b", r"no (?:idea|clue) what (?:job|career)",
    ),
    Situation.FREELANCING: (
        r"freelanc\w*", r"self[ -]?employed", r"(?:upwork|fiverr|(?<!first )gigs?)\b", r"(?:my|own|win|get|find|more|new|attract) (?:more |new )?clients?\b",
        r"(?:contracting|contractor(?=s? (?:here|by|for years|,)| ?[,.]))\b", r"(?<!in )(?<!at )(?<!from )(?:my|an?|own|start(?:ing)?) (?:own |small |little )?(?:business|salon|studio|practice|shop|bakery|catering biz|biz)\b(?! (?:does|doesn'?t|doesnt|has|will|won'?t|says|wants|pays|case|plan|analy\w+|admin\w*|english|partner\w*|school|degree|manage\w+|development|studies|intelligence|process|chain|floor|assistant|manager|owner who|course|cert\w*|exam|test|question|management|and management))", r"my own (?:business|studio|practice|shop)", r"side hustle", r"sole trader", r"(?:set|setting) up (?:on my own|by myself|for myself|my own)", r"work(?:ing)? for myself", r"(?:i|we|just|have|and) (?:just |recently |already |now )?(?:bought|got|purchased) (?:an? |my |our )(?:\w+ ){0,2}(?:machine|van|kiln|rig|truck|trailer|kit|equipment|franchise)\b", r"earn(?:ing)? (?:\w+ )?from (?:home|the kitchen|my)\b", r"(?:so |my |own |get )customers (?:trust|keep|want|ask|believe)", r"be (?:my own boss|self employed|independent)", r"(?:go|going|gone|went|be|become|becoming) (?:an? )?(?:solo|independent|indie|mobile)\b", r"(?<!or )independent (?:\w+ )?(?:coach|consultant|contractor|trainer|advis[eo]r|practitioner|celebrant|financial)", r"fractional\b", r"clients? (?:keep|want|ask|asks|wants|are asking|expect|demand)", r"for cash\b", r"(?:(?<!in my )(?<!at my )own|open(?:ing)?|start(?:ing)?|selling my) (?!\w+ (?:nursing|law|med|medical|art|culinary|beauty|flight|night|high|summer|business) school)(?!(?:nursing|law|med|medical|art|culinary|beauty|flight|night|high|summer|business) school)(?:\w+ ){0,2}(?:cafe|food truck|van|studio|clinic|agency|restaurant|practice|stall|market stall|etsy|company|firm|bakery|salon|gym|school|farm shop)\b", r"on the side\b", r"side (?:gig|business|job|income)",
    ),
    Situation.EMPLOYER_SENT: (
        r"(?<!her )(?<!his )(?<!their )(?<!'s )(?<!level )(?<!every )(?:my |the |our )?(?:boss|manager|employer|company|work|job|supervisor|hr|firm|school|hospital) (?:wants|told|asked|asks|is (?:making|paying|sending|asking|offering)|offers?|makes|made|sends?|sent|pays?|paid|requires?|will pay|offered|insists|says i)",
        r"sent by (?:my |the )?(?:boss|work|employer|company|manager)",
        rf"{EMPLOYER} (?:{_SAYS_SO})\b", rf"(?:paid|funded|covered|sponsored|reimbursed|required|booked|mandated) (?:for )?(?:by|through|at) {EMPLOYER}", rf"{EMPLOYER} (?:\w+ )?(?:dropped|dumped|threw|put) (?:\w+ ){{1,4}}(?:on|at) (?:me|us)", r"(?:training|learning|l and d|l & d|cpd|dept|department|team) budget", r"(?:everyone|everybody|all (?:of us|staff)|we all|us all|the whole team) (?:\w+ )?(?:needs?|must|has|have|gotta) ", r"they (?:said|say|told (?:me|us)|want (?:me|us)) (?:to )?(?:do|get|take|have|go on)\b(?! (?:it|this|that|they|not)\b)", r"(?:making|sending|putting|forcing|paying for) (?:all (?:of )?us|us|me|everyone|the whole|our)\b", r"(?:have|has|got|being) (?:been )?(?:told|asked|nominated|put forward|booked|signed up) (?:to (?:do|take|get)|for|onto)\b", r"(?:at|for) work (?:they|we|i) (?:want|need|must|have to|are)\b", r"(?:mandatory|compulsory|required) (?:at|for|by) (?:my )?(?:work|job|employer|company)",
        r"(?:they'?ll|they will|they'?re going to|they|he will|she will|he'?ll|she'?ll|he would|she would) (?:happily |probably |even |also |only )?(?:pay|cover|fund|reimburse|refund|sponsor)(?:s|ing)?\b(?! (?:more|less|better|well|good|peanuts|nothing|you|rent|attention|\d))", r"says? (?:all|every) (?:of )?(?:\w+ )?(?:staff|us)\b", r"(?:offered|offering|agreed|happy|willing|going|wants?) to (?:put|send|pay|fund|cover|sponsor|reimburse|enrol|sign) (?:for )?(?:me|us|it|half|my|the)\b", r"employer'?s (?:dime|money|expense|tab|cost)\b", r"on (?:the )?(?:company|employer|work|boss)'?s? (?:dime|money|expense|tab|card|time)\b", r"(?:career choice|tuition assistance|tuition reimbursement|education benefit)\b", r"volunteered me\b", r"(?:he|she|they|cmo|ceo|md|boss|manager|director|head)(?:'d| would| will|'ll)? (?:said |says )?(?:he |she |they )?(?:'d |would |will )?approve\b", rf"{EMPLOYER} (?:said|says|told me) (?:to )?(?:get|do|take|sit) (?:it|this|the|a|an|one)\b",
        r"(?:work|company|employer|boss)[ -](?:paid|sponsored|funded)", r"paid (?:for )?by (?:my )?(?:work|employer|company|boss)",
    ),
    Situation.STAYING_CURRENT: (
        r"(?:stay|staying|keep|keeping|remain) (?:my skills )?(?:current|up[ -]to[ -]date|relevant|sharp|fresh|up)", r"up[- ]?skill\w*", r"refresh(?:er)?\b",
        r"(?:promotion|promoted|get ahead|move up|step up|level up|progress in my)", r"brush up", r"(?:stay|keep|keeping|staying|remain) (?:on top of|abreast|ahead|in the loop|registered|certified|licen[cs]ed)", r"(?:ceus?|pdus?|renewal|renewing|renew|recertif\w+|re-?certif\w+|revalidat\w+)\b", r"move (?:up|on) (?:to|in|into)\b", r"(?:pay|salary) band", r"(?:hrs|hours|points|credits) of (?:ce|cpd|ceus?|continuing)\b", r"(?:expires|expiring|runs out|running out|lapses|up for renewal) (?:in|on|next|this|soon|at the end)\b", r"next (?:grade|band|level)\b(?! (?:after|up from|in (?:german|english|french|spanish)))", r"(?:is|are) (?:changing|moving) fast", r"(?:already|currently) (?:work|working|employed)", r"not (?:to )?(?:get|be|fall) (?:left )?behind",
    ),
}  # fmt: skip

_HOPES: dict[StrEnum, tuple[str, ...]] = {
    Hope.FAST_JOB: (
        r"(?:get|land|find|need|want|guarantee\w*|got|getting|landing|secure) (?:me )?(?:a |an |the |my )?(?:\w+ ){0,3}?(?:job|hired|role|work) (?:\w+ ){0,2}?(?:fast|quick|quickly|asap|right away|immediately|straight away|instantly|overnight|soon|in (?:a |" + NUMBER + r" ?)?(?:days?|weeks?|wks?|wk|months?|mos?)|within|by next)",
        r"job (?:in|within) (?:a |" + NUMBER + r" ?)(?:days?|weeks?|wks?|wk|months?)", r"(?:get|be|getting|being) hired (?:fast|quick\w*|asap|straight|right|immediately|instantly|in|within)",
        r"(?:in|within) (?:a |" + NUMBER + r" ?)(?:weeks?|wks?|wk|days?)\b(?!.{0,12}(?:course|cert|exam))", r"(?:quick|fast|instant|easy) (?:job|hire|way in|money|cash)", r"guarantee(?:s|d)? (?:me )?(?:a |of )?(?:job|work)", r"overnight",
        r"will (?:it|this|that|they|i) (?:definitely |really |actually |just )?(?:get|land|give|guarantee) (?:me )?(?:a |the )?job",
    ),
    Hope.SALARY: (
        r"six[ -]figures?", r"(?:pay|salary|wage) (?:rise|raise|bump|increase|hike|boost|jump)", r"(?:higher|better|bigger|double|increase|more|good|high) (?:my )?(?:pay|salary|wages?|money|income)",
        r"earn (?:more|better|a lot|\d)", r"make (?:more|good|big|a lot of|lots of|serious) (?:money|cash|\$)", r"\b\d{2,3}k\b", r"get rich", r"doubl(?:e|ing) my",
    ),
    Hope.NO_DEGREE: (
        r"(?:instead of|rather than|replace|replacing|skip|skipping|without|in place of|no need for|equal to|equivalent to|same as|as good as|alternative to|substitute for|avoid) (?:going to |doing |getting |having |needing |a |an |my |the |any |full ){0,5}(?:\w+ )?(?:degree|uni|university|college|bachelor'?s?|masters?)\b",
        r"(?:can'?t|cannot|couldn'?t|could not) afford (?:to go to |a |the ){0,5}(?:uni|university|college|degree|school)", r"(?:don'?t|do not|dont|no) (?:have |got |need )?(?:a |any )?(?:degree|uni)\b", r"(?:never went|didn'?t go|not going) to (?:uni|university|college)", r"degree[ -]free",
    ),
    Hope.NO_EXPERIENCE: (
        r"(?:instead of|replace|skip|make up for|substitute for|compensate for|rather than|in place of|count as|counts as) (?:\w+ ){0,2}(?:experience|exp)\b",
    ),
    Hope.NO_LICENCE: (
        r"(?:instead of|without|in place of|rather than|skip|replace|avoid) (?:\w+ ){0,4}?(?:licen[cs]e|licen[cs]ing|licensure|registration|bar exam|board exam|state exam|medical school|med school|law school|nursing school|bar)\b",
        r"(?:don'?t|do not|dont) (?:want|need|have) (?:to get )?(?:a |the |my )?(?:\w+ )?(?:licen[cs]e|licensure)\b",
    ),
}  # fmt: skip

_PROMISER = r"(?:they|it|site|course|school|provider|academy|website|company|ad|people|program|institute|bootcamp|who|which|that|page|certificate|cert)"
_MONEY = r"(?:(?:passive |monthly |weekly |fixed |daily |steady )?(?:incomes?|profits?|earnings?|returns|payouts?|salary|salaries|wages)|\d+ ?k(?: \w+)?|\d+ ?(?:% )?(?:a|per|every|/) ?(?:day|week|month|mo|year)|\d+ ?(?:usd|dollars?|euros?|pounds?)|six figures|rich)\b"
_PROMISES: dict[StrEnum, tuple[str, ...]] = {
    Promise.JOB: (
        _PROMISER + r" (?:\w+ ){0,3}?(?:promis\w+|guarantee\w*|assur\w+|claims? (?:to|that|it|you|they|a|of|all|\d+)\b)(?: \w+){0,5} (?:job|placement|employment|hired|work|position|offer)\b",
        r"(?:job|placement|employment|work) guarantee\w*", r"guaranteed (?:a )?(?:job|placement|employment|work|interview offers)", r"100 ?(?:%|percent|per cent)? (?:job|placement|employment)", r"(?:placements?|jobs?|employment) (?:is |are )?(?:100 ?%? )?(?:assured|guaranteed|promised)", r"assured (?:job|placement)", r"promis\w+ (?:me |you |us )?(?:a |an )?(?:\w+ )?(?:job|placement|employment)",
    ),
    Promise.INCOME: (
        rf"(?:guarantee\w*|promis\w+|assur\w+) (?:\S+ ){{0,5}}?{_MONEY}", rf"{_MONEY} (?:\S+ ){{0,2}}?(?:is |are )?(?:guaranteed|assured|promised)\b",
    ),
    Promise.LICENCE: (
        r"(?:promis\w+|guarantee\w*|says?|claims?)(?: \w+){0,6} licen[cs]e\b", r"licen[cs]e (?:is )?(?:included|guaranteed)", r"makes? (?:me|you) (?:a )?licensed",
    ),
}  # fmt: skip
_NO_PROMISE = (
    r"(?:no|not|don'?t|doesn'?t|without|never) (?:\w+ ){0,3}guarantee\w*",
    r"(?:no|don'?t|doesn'?t) (?:\w+ )?promis\w+",
    # A question of one's own is nobody's promise: "does the PMP guarantee a job?"
    r"(?:is|does|will|would|can|could|do|should) (?!an? |there |(?:the |this |their |that )?(?:job|placement|income|money|salary|profit|return))(?:(?!that |who |which |guarant|promis)[\w+-]+ ){1,3}(?:guarantee|guaranteed|promise|promised)\b",
)

_STAGES: dict[StrEnum, tuple[str, ...]] = {
    Stage.DROPPED: (r"(?:dropped|gave up|quit|abandoned) (?:out|it|on|the course|halfway|that)", r"dropped out",),
    Stage.STALLED: (r"(?:stuck(?! (?:in|as|at|on|between|doing|with)\b)|stalled|haven'?t (?:touched|opened|finished)|half ?way|half done|unfinished|never finished|stopped(?! (?:work\w*|teaching|nursing|driving|cooking|being|smoking|my job))|gave up halfway)\b",),
    Stage.ENROLLED: (r"(?:already |just |am |i'?m |i )?(?:enroll?ed|signed up|registered for|started|in the middle of|doing it now|currently (?:doing|taking|studying)|am (?:doing|taking)|i'?m (?:doing|taking))\b",),
    Stage.PAID: (r"(?:already |just |have |i |i'?ve |alr )paid\b(?! (?:job|work|role))", r"(?:already |just )bought", r"non[ -]?refundable", r"spent (?:\$|£|€)?\d+",),
}  # fmt: skip
_EFFORT = (
    r"(?:very |too |so |really |pretty |quite )?(?:expensive|pricey|costly)\b", r"costs? a (?:lot|fortune|bomb)", r"(?:can'?t|cannot|can not|couldn'?t) (?:really |even )?afford (?:it|this|that|the (?:course|exam|fees?|cert\w*|training))\b", r"(?:over|above|beyond|out of|outside) (?:my|our) (?:budget|price range|means)\b", r"(?:takes?|lasts?|is|long|for) (?:a |about |around |over |nearly ){0,5}(?:(?:full |whole )?years?\b|(?:9|1[0-9]|2[0-9]|twelve|eighteen) months|" + NUMBER + r" years?) (?:long|course|program|to (?:finish|complete)|full)",
)  # fmt: skip
_NO_EXPERIENCE = (
    r"(?:no|zero|without(?: any)?|0|don'?t have(?: any)?) (?:work |job |prior |real |previous |relevant |any )?(?:exp|experience|xp)\b",
    r"never (?:really |actually |ever |even )?(?:worked|been|done|set foot|tried|had a job) (?:in|as|on|with|at|it|this|that|any)\b",
    r"(?:complete|total|absolute|a|an|as a) (?:beginner|newbie|noob|novice|newcomer)\b",
    r"(?:all|everything|anything else|what else)(?: that)? (?:do )?i (?:need|have to have|gotta have)\b(?: to| for| before|[ ,.?!]|$)",
    r"(?:need(?:ed)?|enough|have to have|required|must have) (?:it |this |that |one )?to (?:get started|start|begin|get a start)\b",
    r"before (?:i (?:can )?|my first )(?:start|begin|day|shift)\b",
)
# Prices are read as typed: a line of words has no currency signs, nor a comma within a number.
_SIGNS = "$£€"
_SIGN = Pattern(r"[$£€] ?(?:\d{1,3},\d{3}|[1-9]\d{3,}|\d+(?:\.\d+)?k)\b", re.IGNORECASE)
_PRICE = Pattern(
    r"\b(?:(?:usd|eur|gbp|inr|rs\.?|aud|cad) ?(?:\d{1,3},\d{3}|[1-9]\d{3,}|\d+(?:\.\d+)?k)\b|(?:\d{1,3},\d{3}|[1-9]\d{3,}|\d+k) ?(?:\$|£|€|usd|eur|gbp|dollars?|euros?|pounds?|rupees|inr))",
    re.IGNORECASE,
)
_LARGE = Pattern(r"\d(?:\d{3}|,\d{3}|(?:\.\d+)?[kK])")  # no price is without it
_HAS_NUMBER = Pattern(r"\d")


class _Denied(StrEnum):
    """What is said not to be."""

    LEAVING = "said_not_leaving"
    WORKED = "said_not_worked"


class _Effort(StrEnum):
    """What is said of effort, and what is denied."""

    COSTLY = "said_costly"
    NO_EXPERIENCE = "said_no_experience"
    NO_PROMISE = "said_no_promise"


_COMPOSED = {
    Situation.RETURNING: away.SAID,
    Situation.SWITCHING: changing.SAID,
    Situation.FIRST_JOB: beginning.SAID,
    Situation.FREELANCING: own_business.SAID,
    Situation.EMPLOYER_SENT: sent.SAID,
    Situation.STAYING_CURRENT: rising.SAID,
}

CLUES: Clues[StrEnum] = Clues(
    {
        **{
            name: (
                *said,
                *WAYS[Situation(name)],
                *COMPOSED[Situation(name)],
                *_COMPOSED[Situation(name)],
            )
            for name, said in _SITUATIONS.items()
        },
        **_HOPES,
        **_PROMISES,
        **_STAGES,
        _Denied.LEAVING: rising.STAYS,
        _Denied.WORKED: beginning.LEARNS,
        _Effort.COSTLY: _EFFORT,
        _Effort.NO_EXPERIENCE: _NO_EXPERIENCE,
        _Effort.NO_PROMISE: _NO_PROMISE,
    },
    MESSAGES,
    bare=True,
)


@lru_cache(maxsize=8)
def _told(text: str) -> frozenset[StrEnum]:
    return CLUES.found(text)


def situations(text: str) -> frozenset[Situation]:
    """Where the person stands; ``text`` is lower case with typos mended, as in all of these."""
    return frozenset(found for found in _told(about_oneself(text)) if isinstance(found, Situation))


def stays(text: str) -> bool:
    """Whether the person says that they stay, or that it is their work that changes."""
    return _Denied.LEAVING in _told(about_oneself(text))


def learns(text: str) -> bool:
    """Whether the person is at school or studies, or has just done so."""
    return _Denied.WORKED in _told(about_oneself(text))


def hopes(text: str) -> frozenset[Hope]:
    """What the person expects that no certificate does alone."""
    return frozenset(found for found in _told(text) if isinstance(found, Hope))


def promises(text: str) -> frozenset[Promise]:
    """What the issuer is said to promise."""
    if _Effort.NO_PROMISE in _told(text):
        return frozenset()
    return frozenset(found for found in _told(text) if isinstance(found, Promise))


def stage(text: str) -> Stage:
    """How far the person is with what they ask about (finishing is read beside the title)."""
    found = next((stage for stage in _STAGES if stage in _told(text)), Stage.CONSIDERING)
    return Stage(found)


def costly(text: str, typed: str) -> bool:
    """Whether the credential is said to be long or expensive; a hoped-for salary is no price.

    Args:
        typed: the same text as it was typed, with its currency signs.
    """
    told = _told(text)
    if _Effort.COSTLY in told or not _HAS_NUMBER.search(typed):
        return _Effort.COSTLY in told
    priced = _LARGE.search(typed) and _PRICE.search(typed)
    signed = any(sign in typed for sign in _SIGNS) and _SIGN.search(typed)
    return bool(priced or (signed and Hope.SALARY not in told))


def no_experience(text: str) -> bool:
    """Whether the person says that they have no experience."""
    return _Effort.NO_EXPERIENCE in _told(text)
