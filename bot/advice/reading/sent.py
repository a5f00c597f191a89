"""Those at work who want the certificate or pay for it, said in many ways."""

from bot.advice.reading.kinds_of_words import BOSS, PLAIN_BOSS, STRANGER, gap

_MAY = r"(?:will|would|'ll|is|are|was|has|have|had|did|does|do|might|may|can|could|now|also|just|even|only|finally|really|kindly|all|gladly|happily|already|probably|always|never|usually|apparently|officially|suddenly|both|'s|'d)"
_PAYS = (
    r"(?:reimburs\w+|refund\w*|pay(?:s|ing)? (?:for|half|all|the|my|our|it|up|part|towards|some|\d+|for one|up to|me to|us to|if|as long|when|once|only)|paid (?:for|half|my|our|the|part)|fund(?:s|ed|ing)?|cover(?:s|ed|ing)? (?!letters?|for|versions?|songs?|up)\w+"
    r"|sponsor(?:s|ed|ing)?|subsidi[sz]\w+|foot(?:s|ing)? (?:the|my)|pick(?:s|ing)? up the (?:tab|bill|cost)|stump\w*|chip(?:s|ping)? in|put(?:s|ting)? (?:up|in|aside) (?:the|some|half|\d+|money)|split(?:s|ting)? the|go(?:es)? halves|contribut\w+|bankroll\w*|foots|chuck\w* money|throw\w* money|allocat\w+|set aside|budget(?:s|ed))"
)
_WANTS = (
    r"(?:want(?:s|ed|ing)?|need(?:s|ed)?|expect(?:s|ed|ing)?|requir(?:es?|ed|ing)|ask(?:s|ed|ing)?|told|tell(?:s|ing)?|say(?:s|ing)?|said|insist(?:s|ed|ing)?|demand(?:s|ed|ing)?|mandat(?:es?|ed|ing)|order(?:s|ed|ing)?|instruct(?:s|ed)|direct(?:s|ed)|named?|appoint\w+|propos(?:es?|ed|ing)|suggest(?:s|ed|ing)?|hint(?:s|ed|ing)?|encourag\w+|"
    r"push(?:es|ed|ing)?|nag(?:s|ged|ging)?|pester\w*|remind\w*|send(?:s|ing)?|sent|mak(?:es?|ing)|made|forc(?:es?|ed|ing)|put(?:s|ting)?|book(?:s|ed|ing)?|enrol\w*|sign(?:s|ed|ing)?|register(?:s|ed)|nominat\w+|pick(?:s|ed)?|choos\w+|chose|select(?:s|ed)|volunteer(?:s|ed)|offer(?:s|ed|ing)?|give[sn]?|gave|giving|"
    r"approv(?:es?|ed|ing)|agree(?:s|d)|decid(?:es?|ed)|would like|wld like|like|keen for|reckons?|look(?:s|ed)|has|have|had|train(?:s|ed|ing)|assign(?:s|ed)|allow(?:s|ed)|set|drop(?:s|ped)|hand(?:s|ed)|announc\w+|email(?:s|ed)|advis(?:es|ed))"
)
_US = r"(?:me|us|we|i|i'd|everyone|everybody|every (?!day|week|month|year|time|now)\w+|all (?:of us|of the|the|staff|our|my|\w+s)|each (?:of us|\w+)|whoever|the (?:whole|entire) \w+|the lads|the team|the girls|someone|somebody|one of us|two of us|half (?:of )?us|its \w+s|their \w+s|staff|officers|people in (?:my|our)|all)"
_NOT_HEARSAY = r"(?! (?:think|thought|like|love|wonder|guess|heard|hate|that it'?s|about|how|why|whether|what|when my|could have|asked|applied|if))"

_GAP = r"(?:[\w'&£$€,-]+ ){0,%d}?"  # up to so many words
_THEIRS = r"(?:my|our|the|this|new)(?! own)"
_ASKS = (
    r"(?:asks?|asked|asking|wants?|wanted|needs?|requires?|required|requiring|insists?|insisting|demands?|demanding|expects?|expecting|says?|said|tells?|told|goes|"
    r"sends?|sending|sent|books?|booked|puts?|putting|pays?|paying|paid|funds?|funding|covers?|covering|reimburses?|sponsors?|sponsoring|gives?|gave|given|giving|"
    r"offers?|offered|offering|suggests?|suggested|orders?|ordered|directs?|directed|instructs?|instructed|nominates?|nominated|picks?|picked|chose|choose|selects?|"
    r"selected|deput\w+|makes?|making|made|mandates?|obliges?|forces?|forcing|pushe?s?|pushing|nags?|nagging|chases?|chasing|refuses?|trains?|training|enrolls?|"
    r"enrolled|approves?|approved|rolling|rolls|recommends?|recommended|encourages?|points?|pointed|owes|dropped|handed|set|don pay|dey ask|tell)"
)
_ME = r"(?:me|us|i|i'd|i'm|we|everyone|everybody|all (?:of )?(?:us|staff|the|my|our|nurses|guards|employees|managers)|someone|somebody|one of us|two of us|half of us|staff|my desk|my name|mine)"
_WORK = r"(?:work|job|company|firm|employer|boss|staff|employees|contract|probation|shifts?|roster|depot|trust|team|kpi|appraisal|bonus)"
EMPLOYER = rf"(?<!her )(?<!his )(?<!their )(?<!'s )(?:(?:my|our|the|your) {BOSS}|{PLAIN_BOSS})"
_SAYS_SO = r"(?:will |would |is |are |has |have |just |now |also |says? (?:they |it |he |she )?(?:will |'ll )?){0,3}(?:reimburs\w+|pays?|paying|paid|cover\w*|fund\w*|sponsor\w*|mak(?:es?|ing) (?:me|us|all|everyone|you)|made (?:me|us|everyone)|send(?:s|ing)? (?:me|us|all|everyone)|sent (?:me|us)|putting (?:me|us|all|everyone)|put (?:me|us) (?:on|through|forward)|forc\w+|insist\w*|requires?|requiring|mandat\w+|wants? (?:me|us|all|everyone|the)|told (?:me|us)|ask(?:s|ed|ing) (?:me|us|all|everyone)|offer\w*|refund\w*|approv\w+|chip(?:s|ping)? in|get(?:s|ting)? it by|foot(?:s|ing)? the bill|stump\w* up|booked (?:me|us)|nominated|signed (?:me|us)|says? (?:i|we|all|everyone|you|go|do|get|take|yes|ok)|keeps? (?:on )?(?:at|asking|pushing|nagging|pestering|telling) (?:me|us)|keeps? on (?:at )?(?:me|us)|prefers?|said (?:i|we|all|everyone|to (?:get|do|take))|needs? (?:me|us|everyone|all)|gave (?:me|us)|giving (?:me|us)|approved)"

# Turns of phrase, word by word.
PHRASES: tuple[str, ...] = (
    r"(?<!her )(?<!his )(?<!their )(?<!'s )(?<!level )(?<!every )(?:my |the |our )?(?:boss|manager|employer|company|work|job|supervisor|hr|firm|school|hospital) (?:wants|told|asked|asks|is (?:making|paying|sending|asking|offering)|offers?|makes|made|sends?|sent|pays?|paid|requires?|will pay|offered|insists|says i)",
    r"sent by (?:my |the )?(?:boss|work|employer|company|manager)",
    rf"{EMPLOYER} (?:{_SAYS_SO})\b",
    rf"(?:paid|funded|covered|sponsored|reimbursed|required|booked|mandated) (?:for )?(?:by|through|at) {EMPLOYER}",
    rf"{EMPLOYER} (?:\w+ )?(?:dropped|dumped|threw|put) (?:\w+ ){{1,4}}(?:on|at) (?:me|us)",
    r"(?:training|learning|l and d|l & d|cpd|dept|department|team) budget",
    r"(?:everyone|everybody|all (?:of us|staff)|we all|us all|the whole team) (?:\w+ )?(?:needs?|must|has|have|gotta) ",
    r"they (?:said|say|told (?:me|us)|want (?:me|us)) (?:to )?(?:do|get|take|have|go on)\b(?! (?:it|this|that|they|not)\b)",
    r"(?:making|sending|putting|forcing|paying for) (?:all (?:of )?us|us|me|everyone|the whole|our)\b",
    r"(?:have|has|got|being) (?:been )?(?:told|asked|nominated|put forward|booked|signed up) (?:to (?:do|take|get)|for|onto)\b",
    r"(?:at|for) work (?:they|we|i) (?:want|need|must|have to|are)\b",
    r"(?:mandatory|compulsory|required) (?:at|for|by) (?:my )?(?:work|job|employer|company)",
    r"(?:they'?ll|they will|they'?re going to|they|he will|she will|he'?ll|she'?ll|he would|she would) (?:happily |probably |even |also |only )?(?:pay|cover|fund|reimburse|refund|sponsor)(?:s|ing)?\b(?! (?:more|less|better|well|good|peanuts|nothing|you|rent|attention|\d))",
    r"says? (?:all|every) (?:of )?(?:\w+ )?(?:staff|us)\b",
    r"(?:offered|offering|agreed|happy|willing|going|wants?) to (?:put|send|pay|fund|cover|sponsor|reimburse|enrol|sign) (?:for )?(?:me|us|it|half|my|the)\b",
    r"employer'?s (?:dime|money|expense|tab|cost)\b",
    r"on (?:the )?(?:company|employer|work|boss)'?s? (?:dime|money|expense|tab|card|time)\b",
    r"(?:career choice|tuition assistance|tuition reimbursement|education benefit)\b",
    r"volunteered me\b",
    r"(?:he|she|they|cmo|ceo|md|boss|manager|director|head)(?:'d| would| will|'ll)? (?:said |says )?(?:he |she |they )?(?:'d |would |will )?approve\b",
    rf"{EMPLOYER} (?:said|says|told me) (?:to )?(?:get|do|take|sit) (?:it|this|the|a|an|one)\b",
    r"(?:work|company|employer|boss)[ -](?:paid|sponsored|funded)",
    r"paid (?:for )?by (?:my )?(?:work|employer|company|boss)",
    rf"{BOSS} (?:\w+ ){{0,2}}?(?:insist\w*|demand\w*|expect\w*|nag\w*|push\w*|pester\w*|press\w*|sign(?:ed|ing)|nominat\w*|volunteer\w*|enroll?\w*|booked|funds?|funding|reimburs\w*|sponsor\w*|is footing|foots|gave me|offered|bought|won'?t let me|keeps? (?:on )?(?:asking|telling|nagging|saying))(?: (?:me|us|everyone|all|on|that|to|for|i|we|it|my|the|a|half|keeps)\b)",
    r"(?:got |was |being |been |am |getting |i'm )(?:put|booked|signed up|enrolled|sent|shoved|dragged|nominated|volunteered|told|asked|made|forced) (?:on|onto|for|in|to (?:do|get|take|go|attend|complete))\b",
    rf"(?:told|asked|forced|made|required|nominated|sponsored|sent|funded|paid(?: for)?|booked|approved) by (?:my |our |the )?{BOSS}\b",
    r"(?:we|i|us|everyone|everybody|staff|all of us|the whole team) (?:all )?(?:have|has|need|needs|must|had|are required|am required|are supposed|got|gotta) (?:got )?(?:to )?(?:do|take|have|complete|hold|get|pass|sit|attend|renew)\b[\w ]{0,40}?(?:by (?:\w+day|friday|xmas|christmas|the end|next|january|february|march|april|may|june|july|august|september|october|november|december|law)|at work|for work|this year|or else)\b",
    r"(?:mandatory|compulsory|required|obligatory|statutory|forced) (?:\w+ ){0,2}(?:at|for|by|in|on) (?:my |our |all |the |us|everyone|every)\w*",
    r"(?:they|he|she) (?:want|wants|need|needs|expect|expects|told|asked|are making|is making|require|requires) (?:me|us|everyone|all) (?:all )?(?:to|do|on|at)\b",
    r"(?:training|learning|development|cpd|l&d|education|study) (?:budget|allowance|fund|pot|money|levy)\b",
    r"(?:apprenticeship )?levy\b(?= (?:pays|funded|funds|money|will))",
    r"(?:new |my )?(?:contract|tender|job) (?:requires|says|demands|needs) (?:me|us|everyone|all|that|i|we)\b",
    r"(?:work|company|employer|boss|job|firm|agency|council|hospital)(?:'s| is| will| has| would| are)? (?:paying|pay|pays|paid|cover|covers|covering|funding|funds|footing|reimburses|putting|sending|sponsoring|gives?|gave|giving|getting me)\b",
    r"(?:free|paid) (?:through|thru|via|from|at|with) (?:my )?(?:work|employer|company|job|union)\b",
    r"all (?:the )?(?:staff|managers|team leads|carers|nurses|teachers|drivers|guards|employees) (?:must|have to|need|needs|had to|got to)\b",
    # the boss asks me
    rf"{_THEIRS} {_GAP % 2}{BOSS}(?:'s)? {_GAP % 4}{_ASKS} {_GAP % 5}{_ME}\b(?<! if i)(?! (?:think|thought|like|love|wonder|guess|heard|hate|that it|about|it'?s|how|why))",
    rf"(?<!'s )(?:hr|management|employer|boss|manager|company|branch|gaffer|work|foreman|head ?office|tl|l and d|gm|ceo) {_GAP % 6}{_ASKS} {_GAP % 5}{_ME}\b(?! (?:think|thought|like|love|wonder|that it|about|how|why))",
    rf"{_THEIRS} {_GAP % 2}{BOSS} (?:is|are|keeps?|'s) (?:on at|after|on|at) (?:me|us)\b",
    rf"{_THEIRS} {_GAP % 2}{BOSS} {_GAP % 3}(?:won'?t|will not|refuses? to|can'?t|cannot|doesn'?t|don'?t) (?!shortlist|hire|interview|take|look)(?:{_GAP % 6})(?:without|unless|until|before|if i don)\b",
    rf"{_THEIRS} {_GAP % 2}{BOSS}(?:'s)? (?:{_GAP % 2})?(?:orders|idea|demand|ultimatum|deadline|request|dime|expense|insurer|insurance)\b",
    r"(?:foreman|gaffer|boss|manager|oga|he|she|they) (?:says?|said|goes|told me|tell me|tells me) (?:to |that )?(?:i|we|everyone|all of us|go|do|get|take|learn|make i|you) (?:must|need|needs|should|have to|has to|got to|go|do|get|take|learn|want|certified|on|the|a|it)\b",
    # I have been put
    r"(?:been|got|getting|was|were|i'm|im|am|being) (?:\w+ )?(?:told i can'?t|instructed|directed|ordered|obliged|voluntold|volunteered|nominated|deput\w+|put (?:down|forward|up)|put on (?:a|the)|signed off|enrolled by|picked|chosen|selected|named|trained up|sent on|forced)\b",
    r"(?:they|they've|theyve|they're|they are|they have|work has|work's) (?:just )?(?:put|booked|sent|sending|enrolled|registered|signed|picked|chosen|funding|made|making|giving|given|gave|want|need|won'?t) (?:\w+ ){0,3}?(?:me|us|employees|everyone|all|my|it a kpi|a deadline)\b",
    rf"(?:mandatory|compulsory|obligatory|a must)(?: [\w'-]+){{0,6}} {_WORK}\b",
    rf"{_WORK}(?: [\w'-]+){{0,5}} (?:mandatory|compulsory|obligatory|a must)\b",
    r"(?:no|without a|without the|without) (?:\w+ ){1,3}(?:, )?no (?:shifts?|roster|contract|bonus|site|work|renewal|overtime)\b",
    r"(?:variable pay|probation(?! says| officer)|renewal of contract|site access|roster me|cover us|sign me off|signed off|bench|annual bonus|kpi|my appraisal|pdr|one to one)\b(?= ?[,.?!]|(?: \w+){0,6} (?:unless|until|without|cert\w*|qualify|finish|get|course|training))",
    r"(?:saw|see|found|put|is) my name (?:is )?(?:on|down)\b",
    r"(?:i'm|im|i am) on (?:the|a) list\b",
    r"(?:guess who|that'?s me|that someone is me|pointed at me|picked on me|i put my hand up)\b",
    r"(?:not my idea|nobody asked me|didn'?t ask to be|came down from|at their cost|company (?:account|card|money)|paid study|study (?:days|leave)|training catalogue|budget was approved|on their (?:dime|money)|before my next review)\b",
    r"(?:paid|funded|covered) by (?:them|him|her)\b|(?:hr|company|work|employer) (?:has|have) (?:a )?(?:budget|money)\b|(?:branch|company|firm|work|employer|hospital|school) (?:pays|is paying|paying|pay for)\b",
    r"(?:paid|free|funded|sponsored|covered|offered|required|asked|demanded)(?: \w+){0,4} (?:by|through|from|thru|via|at) (?:my |our |the )?(?:work|employer|company|firm|boss|manager|trust|council|hospital|agency|union|client|regulator|inspector)\b",
    r"(?:has|have|got|given|gave)(?: me| us)? \d+ (?:\w+ )?(?:to spend|for (?:training|learning|courses|development))\b",
    r"(?:boss|manager|company|employer|work|management)(?: po)? (?:ko )?(?:said kailangan|pinag)\b|pinag ?-? ?training|dey ask all|don pay for am",
)

SAID: tuple[str, ...] = (
    *PHRASES,
    # whoever is said without "my" at work, and pays
    rf"(?<!her )(?<!his )(?<!their )(?<!do )(?<!does )(?<!should )(?<!will )(?<!would )(?<!'s )(?<!any ){PLAIN_BOSS} (?:{_MAY} ){{0,3}}(?:to |happy to |willing to |going to |ready to |glad to )?{_PAYS}\b",
    # any workplace that surely pays, or sends me
    rf"(?<!her )(?<!his )(?<!their )(?<!do )(?<!does )(?<!'s )(?<!any ){BOSS} (?:{_MAY} ){{0,2}}(?:{_PAYS}|(?:(?<=will )|(?<=would )|(?<='ll ))pay (?!(?:more|well|better|less|me|you|attention)\b)\w+|(?:sends?|sent|sending|wants?|told|makes?|made|making) (?:me|us|all (?:staff|of us)|everyone))\b",
    # my boss, my captain, our matron: whoever is not a stranger wants something of me
    rf"(?:my|our) (?!{STRANGER}(?: |'))(?:[\w'&-]+ ){{1,3}}?(?:{_MAY} ){{0,3}}(?:wants|needs|requires|asks|asked|expects|insists|demands|told|tells|keeps|sends|sent|offers?|offered|makes|made|put|has|had|signed|booked|gave|is making|is pushing|is sending|nominated|picked|chose|volunteered|hinted|suggested|encourages?) {gap(3)}(?:me (?:to|on|for|doing|down|do|go|get|take|with|in|as|up|links|about|through)|us (?:to|all|on|through|do|onto)|everyone|everybody|all of us|that i|i should|i must|i need|i do|every \w+ to|all \w+s)\b(?! (?:think|feel|laugh|cry|happy|sad|mad))",
    rf"(?:my|our|the|this|new) (?:new |old |current |own |\w+ )?{BOSS} (?:{_MAY} ){{0,3}}(?:to |happy to |willing to |going to )?(?:{_PAYS}|{_WANTS} {gap(7)}{_US})\b{_NOT_HEARSAY}",
    rf"{PLAIN_BOSS} (?:{_MAY} )*(?:want|wants|wanted|wanting|need|needs|expects?|propos(?:es?|ed|ing)(?: to (?:pay|fund|finance|cover|send|sponsor|put))?|insists?|demands?|suggests?|suggested|requires?|offers?|offered|reckons?|decided|keeps?(?: on)?(?: about| at| \w+ing)?|direct(?:s|ed)|booked|put|sent|sends|told|chose|picked|nominated|hinted|approves?|approved|agreed|is after|is on at|is onto|is keen|have got|has got) (?:on |to |that |about |at |for )*(?:{gap(4)}{_US}\b|(?:to (?:pay|fund|finance|cover|sponsor)|both|it|this|that|c\d|the \w+|a \w+|people with|certs?|certified|qualified|half|one)\b){_NOT_HEARSAY}",
    rf"(?:my|our) (?!{STRANGER}(?: |'))(?:[\w'&-]+ ){{1,2}}?(?:won'?t|will not|refuses? to|can'?t|doesn'?t) (?:let|send|put|give|make|keep|promote|pay|renew|confirm|sign|roster|extend|use) {gap(6)}(?:without|unless|until|till|before)\b",
    rf"(?:agency|company|work|job|boss|manager|employer|depot|hospital|school|site|club|firm|hr) (?:won'?t|will not|refuses? to|can'?t|doesn'?t) (?:let|send|put|give|keep|promote|pay|renew|confirm|sign|roster|extend|use) (?:me|us) {gap(6)}(?:without|unless|until|till|before)\b",
    # what hangs on it
    r"(?:before|until|or|if|unless|so|then|till) (?:they|he|she|my boss|the boss|my manager|the company|work|hr) (?:will |would |'ll |can |could |won'?t |wouldn'?t |don'?t )?(?:make me permanent|take me on (?:full|perm)|keep me on|give me (?:the|my|a) (?:pay|raise|bonus|rise|promotion|hours|contract|permanent|keys|shifts|job|role|post|uplift|increment|title)|let me (?:near|on|work|do|drive|run|lead|practi[sc]e)|confirm me|promote me|sign me off|renew (?:me|my)|put me (?:on|up|in))\b",
    r"(?:to be|get|being|be|make me|made|become|before i am|before i'm|until i'm) (?:made )?(?:permanent|confirmed in|regulari[sz]ed|absorbed)\b",
    r"(?:as |is |was |it'?s |its )?(?:an? |the )?condition (?:of|in) (?:my|the|our) (?:contract|offer|job|employment|promotion|probation|role|hire|hiring|work)\b",
    r"(?:got|was|been|being|hired|promoted|offered \w+ \w+|taken on|kept on) (?:promoted |hired |the job |the role |a job |taken on |kept on )?(?:on (?:the )?condition|provided|conditional)\b",
    rf"(?:my|our|the|new) (?:work |job |employment |new )*(?:contract|offer letter|job offer|job description|probation|company policy|handbook|tender|appraisal|pdp|review) (?:also |now |clearly )?(?:says?|states?|requires?|needs|demands?|stipulates?|lists) {gap(3)}(?:i|me|we|us|everyone|to hold|to have|to pass|that|all)\b",
    r"(?:company|work|site|hospital|school|our|council) (?:policy|rule|rules|requirement|mandate|directive)\b(?! (?:course|exam|cert\w*))(?= ?(?:,|:|that|is|says|now|all|every|for all|to))",
    r"(?:on|in) (?:my )?probation ?,? (?:and |so )?(?:must|need|have to|has to|i must|i need|i have to|they)\b",
    r"(?:no|without|w ?/ ?o|or no|otherwise no) (?:\w+ ){0,3}?(?:, )?(?:or )?no (?:\w+ )?(?:bonus|contract|overtime|shifts?|job|site|promotion|renewal|raise|hours|increment|pay rise)\b",
    r"(?:no|lose (?:my|the)|or lose|loose my) (?:\w+ )?(?:bonus|contract|overtime|shifts?|promotion|renewal|pay rise|increment|job|post)\b(?: \w+){0,3} (?:w ?/ ?o|without|until|unless|if i don'?t)\b",
    r"(?:by|before) [\w ]{2,20}? or (?:no|lose|i'?m out|i lose|they|else)\b",
    r"(?:need|needs|needed|required|want|wants) (?:[\w-]+ ){1,4}(?:for|in|at) the (?:new )?job i (?:just |have |already )?(?:got|have|started|took|accepted|was offered)\b",
    r"(?:they|he|she) (?:all |both |now |just |also )?(?:say|says|said|told me|tell me|insist|reckon|want|expect) (?:that )?(?:i|we|me|us) (?:'ve got to |have got to |got to |must |need |needs |have to |should |to )(?:to )?(?:have |get |do |pass |sit |take |hold |be )?[\w ]{0,30}?(?:before they|to be permanent|to stay|to keep|within|by (?:march|june|summer|the end|next|january|february|april|may|july|august|september|october|november|december|christmas|xmas|monday|friday)|for the job|in (?:a year|six months|\d+ months|my first))\b",
    r"(?:they|they'?ve|theyve|they'?re|they have|they are) (?:just |now |all |also |even |already )?(?:chose|chosen|picked|selected|nominated|enrol+ed|booked|registered|signed|sending|put|putting|making|paying for|funding|offered|volunteered|assigned|sent|send) (?:me|us|all of us|everyone|the whole \w+|my \w+)\b(?! (?:a rejection|an email|an offer|a link|a bill|a mail|for the interview))",
    r"(?:they|he|she) (?:want|wants|need|needs|expect|expects) (?:the |a |an |my )?(?:\w+ ){1,4}?(?:off|from|of|out of) (?:me|us)\b",
    # put down for it
    r"(?<!i )(?:put|has|got|had|have|down|written|wrote|stuck|included) (?:[\w'-]+ ){0,4}?(?:down )?(?:on|in|into|among|as|for|part of) (?:one of )?my (?:\w+ )?(?:goals?|objectives?|okrs?|kpis?|pdp|pdr|appraisal|development plan|dev plan|performance plan|performance review|targets?|scorecard|review|training plan|learning plan|job plan)\b",
    r"(?:is|it'?s|its|are|now|one) (?:on|in|of|one of|part of) my (?:\w+ )?(?:goals|objectives|okrs?|kpis?|pdp|pdr|appraisal|development plan|performance plan|targets|training plan|learning plan)\b",
    r"(?:told|agreed|said|asked|set|came up|raised|decided|they|discussed|was|suggested) (?:\w+ ){0,4}?(?:at|in|during) my (?:\w+ )?(?:review|appraisal|one to one|1 to 1|1 : 1|supervision|pdr|pdp|evaluation|probation meeting)\b",
    r"(?:at|in|during|after) my (?:\w+ )?(?:appraisal|one to one|pdr|performance review|yearly review|annual review|supervision)\b",
    r"(?:i|we|who|i'?ve|we'?ve|i'?m|we'?re|ive)(?: was| were| got| have been| 've been|'ve been| am| am being|'m being)? (?:was |been |being |just |got |also )*(?:told|asked|ordered|instructed|nominated|picked|chosen|selected|voluntold|volunteered|enrol+ed|signed up|booked|put forward|put down|sent|being sent|required|mandated|obliged|forced|made|assigned|roped|funded) (?:by|to|for|on|onto|in|into|as)\b(?! (?:do this by (?:a|my) (?:friend|cousin|tutor)|my (?:mum|mom|dad|friend|tutor|teacher|mate)|reddit|the (?:jobcentre|job centre|recruiter|internet|course|training provider|website)|a (?:friend|recruiter|tutor|mate|training)|friends|that|this is|it is|leave|university|uni|college|a (?:course|program|bootcamp)))",
    r"(?:^|[,.;:!?] )(?:been |was |got |being |i'?ve been )?(?:told|asked|ordered|instructed) (?:i |we |to |that i |that we |by )(?:'ve |have |need |must |got )*(?:to )?(?:get|do|take|have|pass|sit|look|hold|gain|complete|be)\b",
    rf"(?:been |was |were |got |being )(?:\w+ )?(?:told|asked|instructed|ordered) (?:by \w+ \w+ )?(?:at (?:work|my \w+)|by (?:my|our|the) (?!{STRANGER}\b))",
    r"(?:chose|picked|chosen|picked on|nominated|selected|looked at|pointed at|landed on|volunteered|named|appointed|designated|roped in) me\b(?! (?:for (?:the )?interview))",
    rf"(?:got|had|received|saw|there was|there'?s|came) (?:an? |the )?(?:e ?-? ?mail|memo|letter|notice|message|circular|calendar invite|invite|ultimatum|orders?|instructions?|list|nod|go ahead|green light|approval|offer|word) (?:from|by|of) (?:my |the |our |head )?(?:\w+ )?{BOSS}\b",
    rf"(?:my|our|the) (?:new )?{BOSS}(?:'s)? (?:\w+ ){{0,2}}?(?:policy|idea|orders?|request|budget|scheme|programme|program|allowance|suggestion|account|expense|dime|training fund)\b(?! (?:course|cert\w*|exam|manager|analyst))",
    rf"(?:{PLAIN_BOSS}|hospital|school|team|unit|ward|practice) (?:has|have|got|with) (?:some |a |the |got |an )?(?:\w+ )?(?:budget|money|funding|funds|allowance|pot)(?: left| for| to|s)?\b(?! (?:manager|analyst|is tight))",
    r"(?:there'?s|theres|there is|got|they have|only|they'?ve) (?:only )?(?:funding|budget|money|cash|room in the budget) (?:for (?:one|it|two|this|me|us|both|training)|left)\b",
    r"(?:end of year|end of the year|use it or lose it|annual|yearly|personal) (?:training |learning |education )?(?:budget|allowance|training money)\b",
    r"(?:\d+ ?k?|money|budget|some|allowance|voucher)(?: \w+)? (?:from|off|by|via|through) (?:my|the|our) (?:employer|work|company|job|boss|firm|hr|trust|council)\b",
    r"(?:company|employer|work|job|boss|firm|hospital|school|trust|council|state|army|bank)(?:'s)? ?-? ?(?:paid|funded|sponsored|covered|mandated|paying|required|provided|run|pays|funds)\b(?! (?:job|role|more|less|well|visa|peanuts|badly|holiday|visas|work))",
    r"(?:free|paid|funded|covered|get it|available|access|licen[cs]e) (?:\w+ )?(?:thru|through|via|from|by|at) (?:my |our |the )?(?:work|employer|company|job|firm|boss|hr|workplace|trust)\b(?! (?:experience|permit|visa))",
    r"(?:fully |part |company |employer |all )?(?:funded|paid|sponsored|reimbursed|covered) ?,? (?:so |and )(?:cost|price|money|fees?)\b",
    r"(?:expense it|can expense|expensed|expenses it|on expenses|claim it back|claim back|tuition (?:assistance|reimbursement|help|aid|benefit)|education (?:benefit|assistance)|bonded for|sign (?:a bond|two more years|on for)|if i (?:stay|sign) (?:for )?(?:\d|one|two|three|another|on)|stay (?:\d|two|three|one) (?:more )?(?:years?|yrs?) (?:after|if|or)|clawback|training agreement|pick (?:a|any|one) course|given us (?:linkedin|udemy|coursera|pluralsight|access))\b",
    r"(?:it'?s |its |is |are |now )?(?:compulsory|mandatory|obligatory|required|a must|must have) (?:now )?(?:at|in|for|within|across|here at) (?:our|my|us|work|all|the whole|everyone|the (?:company|firm|school|ward|site|trust))\b",
    r"(?:everyone|everybody|all of us|we all|all|every) (?:in|at|on|from) (?:my |our |the )?(?:\w+ ){1,3}?(?:does|do|has to|have to|must|needs? to|gets?|should|is getting|are getting|will do|takes?) (?!not)(?:the |a |an |to |get |have |do |lean |c\d)",
    r"(?:i'?m|i am|we'?re|we are|im|am) (?:now )?(?:being )?(?:sent|booked|put|enrol+ed|signed up|made to|forced to|required to) (?:on|onto|to|for|in|by|do|get|take|have)?\b",
    r"(?:part of|as part of) (?:my|the|our) (?:\w+ )?(?:onboarding|induction|job offer|work training|trainee program|promotion)\b",
    r"(?:make|making|makes|made|force|forcing|forces) (?:all )?(?:the )?(?:us|everyone|staff|whole \w+|entire \w+|all \w+)(?: \w+)? (?:do|take|get|sit|pass|complete|go)\b",
    # in other tongues
    r"(?:mi|el) (?:jefe|jefa|empresa|trabajo) (?:quiere|pide|paga|exige|me)\b|(?:la|mi) empresa (?:me )?(?:paga|pide|quiere|exige)\b",
    r"(?:mein|meine|der) (?:chef|chefin|arbeitgeber|firma) (?:zahlt|will|bezahlt|verlangt|schickt)\b",
    r"(?:mon|ma) (?:patron|chef|employeur|boite|entreprise) (?:paye|veut|demande|exige|m'envoie|finance)\b",
    r"(?:meu|minha) (?:chefe|empresa|patrao) (?:quer|paga|pede|exige|mandou)\b",
    r"(?:boss|company|manager|oga|employer)(?: \w+){0,3} (?:gusto|pinapa\w*|gustong|sagot|sabi|bayad|make i|say make|dey pay|want make)\b",
    r"(?:sagot|bayad|libre) (?:ng|ni) (?:company|boss|employer|work)\b",
    # the farm that I am on, whoever said so
    rf"(?:the|a) (?:[\w']+ ){{1,3}}?(?:that |where |which |who )?i(?:'m| am)? (?:\w+ ){{1,3}}?(?:{_MAY} ){{0,2}}(?:{_PAYS}|(?:wants|needs|requires|expects|asked|told|sends|sent|makes) (?:me|us|all|everyone))\b",
    rf"(?:said|says|goes) (?:the|my|our) {BOSS}\b(?! (?:of|in) (?:the|a) (?:course|school))",
    r"(?:wants|wanted|needs|expects|like|get|getting|have|having|to have) (?:me|us|everyone|all of us) (?:certified|trained|qualified|accredited|ticketed|upskilled)\b",
    r"(?:to|will|they'll|is going to|using it to|money to|grant to) (?:train|retrain|certify|upskill|qualify) (?:me|us)\b(?! (?:for the (?:exam|test)))",
    r"they (?:have |already |even |just |also )?paid (?:for )?(?:my|our|half|the (?:exam|course|fees?))\b",
    rf"{PLAIN_BOSS} (?:orders|idea|demand|request|insurer|instructions?|deadline|treat|shout)\b",
    rf"{PLAIN_BOSS} (?:is |are )?(?:after|on at|onto|on to|at) (?:me|us)\b",
    rf"{PLAIN_BOSS} (?:picks?|chose|chooses|choosing|selects?) (?:the|my|our) (?:course|cert\w*|training)\b",
    rf"(?:my|our|the|a|new) (?:[\w']+ )?{BOSS} (?:\w+ )?(?:announced|emailed|decreed|declared|informed|circulated|collared|cornered|summoned|messaged|texted|rang|warned|pulled) (?:me|us|that|everyone|everybody|all|we|the whole|to say)\b",
    r"(?:announced|decreed|declared|ruled|rules|regs say|policy is|new rule|new policy|from (?:march|april|may|june|july|january|next \w+)) (?:\w+ ){0,2}(?:everyone|everybody|every \w+|all (?:of us|staff|\w+s))\b",
    r"(?:told|said|condition is|only way (?:up|onto|on to|in|to)|the way onto) (?:\w+ ){0,4}(?:only way|no way|way onto|way up|way into)(?: \w+){0,4} (?:is|was|without)\b",
    r"(?:corrective action|action plan|audit finding|audit|inspection|inspectors?|after the audit) (?:\w+ ){0,3}(?:is|says|said|means|found|:) (?:that )?(?:i|we|someone|one of us)\b",
    r"(?:they|centre|center|school|ward|unit|company|firm|trust|club|ngo|board|boss|council|hotel|pools?|gym) (?:pay|pays|paid|cover|covers|covered|fund|funds|will pay|will cover) (?:the |for |my |our |it|that|all|half|this)(?! (?:tax|rent|bills|wages|holiday))",
    r"(?:asked|wondered|begged) (?:me )?if i(?:'d| would| could| will| can)? (?:\w+ )?(?:get|be|become|take|do|go|train|qualify|consider|certif\w+|sit)\b",
    r"(?:la|le|l'|meine?|unsere?|de) ?(?:drh|rh|firma|chefin|chef|betriebsrat|teamleiter\w*|werkgever|baas|direction|patronne?) (?:me |ubernimmt|ubernehmt|meint|sagt|schickt|betaalt|wil|propose|impose|will|zahlt)\b|(?:firma|chef|arbeitgeber) (?:ubernimmt|zahlt|bezahlt)\b",
    r"(?:roll|rolls|rolling|rolled) (?:it|this|them|that) out\b|i'?m (?:in )?(?:wave|cohort|batch|phase|tranche|group) \d\b",
    r"onboarding (?:at|with|says|means|wants|,)|(?:certs?|courses?|modules?|exams?|qualified|certified|pass|it|them) (?:in|within) (?:my |the )?first \d+ (?:days|weeks|months)\b",
    r"(?:council|board|club|committee|pta|governors|trustees|church|parish|mosque|temple|association|cooperative|foundation|society) (?:\( [\w ,]+ \) )?(?:\w+ )?(?:voted|agreed|decided|offered|put|will put|is putting|gave|granted)\b(?= [^.?!]{0,50}(?:me|my|us|our|train|course|cert))",
    r"(?:bumped|promoted|moved|made|stuck|landed) me (?:up )?(?:to|as|into|with|in|on) [^.?!]{0,50}?(?:and now|but|so now|, now|and) (?:say|says|want|wants|need|needs|must|have to|has to)\b",
    r"suddenly (?:we|everyone|everybody|all of us|the whole \w+|i) (?:all )?(?:need|needs|must|has to|have to|got to)\b",
)
