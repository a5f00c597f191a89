"""Going on in the work that one has: rising, keeping up, renewing, going deeper."""

from bot.advice.reading.kinds_of_words import POST, RANK, SPAN, gap

_AFTER = r"(?:want|wants|wanting|wanna|after|eyeing|eying|going for|go for|gunning for|hoping for|aiming for|aim for|pushing for|applying for|apply for|in line for|up for|next in line for|put in for|chasing|waiting for|due|ready for|need|get|getting|going|hoping to get|trying to get|passed over \w*(?: for)?|interview for|shot at|chance at|chance of|looking for|angling for|to get)"
_BECOME = r"(?:become|be|make|go|move|moving|step|stepping|get|getting|rise|rising|climb|climbing|promoted|bumped|progress|progressing|advance|advancing|graduate|act|acting|climb up|up|made)(?: up| on| straight| directly| in house| internally)*(?: to| into| as| from \w+ to| from \w+ \w+ to)?"
_HERE = r"(?:where i (?:am|work|'m)|where i'm at|here|at my (?!age)\w+|in my (?:own |current |present )?(?:\w+ )?(?:company|firm|team|school|ward|shop|hotel|post|department|dept|unit|office|job|practice|place|trust|field|kitchen|salon|lab|station|depot|branch|store|factory|plant|role|profession)|on my (?:own )?(?:shift|ward|team|crew|line|unit|floor|site)|at our \w+|in our \w+|at the same \w+|in the same \w+|in (?:this|the same|our) (?:home|house|company|hotel|firm|shop|place)|at this \w+|within (?:my|our|the same|hr|the) ?\w*|in the (?:shop|store|home|hotel|school|company|firm|office|bank|place) where|for my (?:current|present|own) \w+)"

_PLACES = r"(?:company|firm|hospital|office|stuff|team|job|industry|lab|school|shop|factory|plant|bank|work|workplace|systems?|field|role|trade|profession|department|dept|clinic|library|warehouse|practice|ward|employer|servers?|software|tools|infra\w*|data ?center|kitchen|garage|clients|place|council|stack)"
_TRADE = r"(?:nursing|teaching|care|retail|hospitality|accounting|payroll|law|policing|hr|it|engineering|pharmacy|plumbing|welding|my (?:job|trade|field|profession|work|role|team|company|ward|school)|this (?:job|trade|field|profession|work|role|team|company|school)|the same (?:job|trade|field|profession|company|team|ward)|r\d)"

# Said of oneself, or of the work: whatever else sounds like leaving is none.
STAYS: tuple[str, ...] = (
    r"(?:not|never|don'?t|dont|do not|isn'?t|won'?t|wouldn'?t|no) (?:really |actually |even )?(?:want (?:to )?|wanna |wish to |thinking (?:of |about )|planning (?:on |to )|looking to |plans? to |intention (?:of |to )|interested in |going to |desire to |ready to )?(?:leav(?:e|ing)|chang(?:e|ing) (?:jobs?|careers?|roles?|employers?|fields?|professions?)|switch(?:ing)? (?:jobs?|careers?|roles?|fields?|professions?)|quit(?:ting)?|a career change)(?! (?:until|before|without|my exam|reviews?|it (?:too )?late|the (?:uk|country|exam)))\b",
    rf"(?:i|will|want to|gonna|i'?ll|plan to|like to|happily|prefer to|would|rather|am) (?:stay|remain|staying|keep working) (?:on )?(?:in|with|at) {_TRADE}\b",
    r"(?:not going anywhere|no plans to move|same (?:job|profession|work|trade|role) (?:as|but|just)|without (?:leaving|changing|switching) (?:my |the )?(?:job|jobs|field|profession|career|company|roles?|trade)|staying put)\b",
    rf"(?:our|my|the whole) (?:[\w'&]+ )?{_PLACES} (?:just |now |all |is |are |has |have |will |will be |keeps? |'s |soon |slowly |also )*(?:mov(?:e|es|ing|ed)|switch(?:es|ing|ed)?|go(?:es|ing)|gone|chang(?:es|ing|ed)|migrat\w+|convert\w*) (?:in |to |from |into |over |on |all |out )+(?!(?:china|india|poland|mexico|vietnam|asia|romania|abroad|another|close|shut|receivership|administration)\b)\w+(?![^.?!]{{0,40}}(?:laid off|redundan|lose my job|closing))",
    rf"{_PLACES} (?:is |are |has |have |will |just |now |all )+(?:moving|moved|move|switching|switched|switch|going over|changing|changed|migrating|migrated) (?:in |over )?(?:to|from) (?!(?:china|india|poland|mexico|vietnam|asia|romania|abroad|another|close|shut)\b)\w+(?![^.?!]{{0,40}}(?:laid off|redundan|lose my job|closing))",
    r"(?:stuck|stayed|been|sitting|kept) (?:at|on|in) (?:the )?(?:same |this |that )?(?:grade|band|pay ?-? ?(?:grade|point|band)|spine point|payscale|rank)\b",
    # after a higher post where one is
    rf"(?:{_AFTER}|{_BECOME}) (?:an? |the |my |our )?{RANK}\b{gap(6)}\s?{_HERE}\b",
    rf"(?:to|be|become|becoming|as|made|get|getting|move|moving) (?:an? |the |my |our )?(?:\w+ )?{RANK} (?:\w+ )?{gap(4)}{_HERE}\b",
    rf"{_AFTER} (?:an? |the |my |that |our )?(?:\w+ ){{0,2}}{POST} (?:when|once|as soon as|because|since|if|after|now(?: that)?) (?:ours|mine|he|she|they|the (?:current|old|present)|my (?:boss|manager|lead)|our \w+|someone|somebody|one of) \w+",
    r"(?:want|after|take|fill|get|getting|eyeing|have|step into|into|for) (?:over )?(?:his|her|their|my boss'?s?|my manager'?s?|the boss'?s?) (?:chair|job|role|position|seat|desk|place|post|shoes|spot|office)\b",
    rf"(?:from|going from|go from|moving from|move from|for) (?:an? )?(?:junior|jr|assistant|associate|grade \w|band \w|level \w|tier \w|l\d|class \w|deputy|team member|{RANK}) (?:\w+ )?(?:to|up to|into) (?:an? )?(?:grade|band|tier|{RANK})\b(?! (?:in|of) (?:the )?(?:exam|course))",
)

# Turns of phrase, word by word.
PHRASES: tuple[str, ...] = (
    r"(?:stay|staying|keep|keeping|remain) (?:my skills )?(?:current|up[ -]to[ -]date|relevant|sharp|fresh|up)",
    r"up[- ]?skill\w*",
    r"refresh(?:er)?\b",
    r"(?:promotion|promoted|get ahead|move up|step up|level up|progress in my)",
    r"brush up",
    r"(?:stay|keep|keeping|staying|remain) (?:on top of|abreast|ahead|in the loop|registered|certified|licen[cs]ed)",
    r"(?:ceus?|pdus?|renewal|renewing|renew|recertif\w+|re-?certif\w+|revalidat\w+)\b",
    r"move (?:up|on) (?:to|in|into)\b",
    r"(?:pay|salary) band",
    r"(?:hrs|hours|points|credits) of (?:ce|cpd|ceus?|continuing)\b",
    r"(?:expires|expiring|runs out|running out|lapses|up for renewal) (?:in|on|next|this|soon|at the end)\b",
    r"next (?:grade|band|level)\b(?! (?:after|up from|in (?:german|english|french|spanish)))",
    r"(?:is|are) (?:changing|moving) fast",
    r"(?:already|currently) (?:work|working|employed)",
    r"not (?:to )?(?:get|be|fall) (?:left )?behind",
    r"(?:re-?cert\w*|recert) (?:time|due|coming|again|cycle)\b",
    r"(?:fall|falling|fell|left|getting left|am i|feel|feeling) behind\b",
    r"(?:next|go for|going for|ready for|up for|apply(?:ing)? for|in line for|want|chance of|shot at|push for|aiming for) (?:an? |the |my )?(?:promotion|senior role|senior (?:post|position)|team lead\w*|next step up|step up|pay rise|raise|head of|deputy)\b",
    r"senior (?:role|position|post) next\b",
    r"(?:better|more effective|stronger) (?:manager|leader|teacher|nurse|coach|developer|cook|trainer) (?:at work|in my job)?",
    r"keep (?:my )?(?:pin|registration|licen[cs]e|cert|ticket|card|hand in|skills)\b",
    r"(?:cert|card|ticket|licen[cs]e|registration|csm|cissp|pmp|ccna|acls|bls|sia|cscs|ptcb) (?:expires|runs out|is due|lapses|is up)\b",
    r"(?:new|latest) (?:regs|regulations|rules|version|edition|standard)\b(?= (?:mean|say|coming|are|is|came|require))",
    r"\d+ (?:pdus|ceus|cpes?|cpd (?:points|hours)|cme)\b",
    r"(?:skills?|knowledge) (?:not )?to (?:rot|rust|go stale|fade|date|slip)\b",
    r"(?:\d+ )?(?:cpes?|cpd|ceus?|cecs?|pdus?|cme|cpe)(?: \w+){0,3} (?:due|short|left|needed|units|points|hours|logged|still|cheap|to find)\b",
    r"(?:need|short of|still|log|logging|get|collect|keeping|keep|for) (?:\w+ ){0,4}(?:cpes?|cpd|ceus?|cecs?|pdus?|cme)\b",
    r"my (?:\w+ ){0,3}(?:cert|certificate|ticket|card|licen[cs]e|registration|ccna|cissp|pmp|csm|bls|acls|cscs|sia|first aid|chartership)(?:'s)? (?:is |are |has |just |will |about to )*(?:ran out|run out|runs out|running out|expir(?:es?|ing)|due|up|needs? (?:renew\w*|redo\w*))\b",
    r"(?:we|they|work|company|the office|our team|firm|hospital|shop|everyone) (?:just |have |has |'ve )?(?:moved|moving|switched|switching|changed|changing|migrated|migrating|brought in|bringing in|introduced|got|getting|gone) (?!home)(?:\w+ ){0,4}?(?:to|in|over to|new|software|system|machines?|tools?)\b(?![^.?!]{0,30}(?:laid off|redundan))",
    r"(?:catch up|keep pace|keep abreast|keep in touch with|(?:be|get|stay|keep|bring me|bring myself|remain) up to (?:speed|date)|not get overtaken|overtaking me|left behind|feel like a beginner|the old way|rules changed|rules change|regs changed)\b",
    r"(?:going|go|aiming|ready|applying|hoping|up|want|pushing|eyeing|next step is|step up) (?:up )?(?:for|at|to) (?:an? |the )?(?:\w+ )?(?:band \d|grade \d|senior|lead|foreman'?s?|supervisor|partner|principal|charge nurse|head|deputy|team lead|chief|next grade|next band|manager) ?(?:role|job|post|spot|position|track|level|in)?\b(?= (?:in|at|on|within) (?:the same|my|our|here|this)| (?:spot|track)|[^.?!]{0,40} (?:same|my (?:crew|firm|trust|team|ward|school|company|site)))",
    r"(?:same|my current|my present|current) (?:job|role|employer|trust|school|ward|desk|site|company|firm|shop|trade|team|line|post)\b",
    r"(?:staying|stay|stays|remain\w*|happy|not going anywhere|not leaving|like it here|love my job|enjoy my job) (?:as an? |an? |in my |in this |in the same |where |put(?!\S)|with my )",
    r"already (?:an? )?(?:\w+ ){1,3}(?:, )?(?:just|only|and) (?:want|need|like|keep)\b",
    r"(?:want|like|need|learning|learn) (?:to )?(?:\w+ ){0,6}(?:quicker|faster|better|more efficient|deeper|sharper) (?:at|in|with|for) (?:the |my |what )",
    r"(?:renew|redo|re-?sit|revalidat\w+|recertif\w+|refresh\w*|periodic training|re-?register\w*) (?:\w+ ){0,4}(?:my|before|by|this|again|due)?\b(?= ?[,.?!]|(?: \w+){0,4} (?:due|again|before|cheap|online|needed|hours)| ?$)",
    r"(?:keep|keeping|maintain\w*|hold on to) (?:my |the |our )?(?:\w+ ){0,3}(?:registration|licen[cs]e|alive|valid|active|status|chartership|current)\b",
)

SAID: tuple[str, ...] = (
    *PHRASES,
    *STAYS,
    # after a higher post
    rf"{_AFTER} (?:an? |the |my |that |some |our )?(?:next |open |vacant |permanent )?(?:{RANK} ){{1,2}}(?:\w+ )?{POST}\b(?! (?:in|at|with) (?:google|amazon|a new|another|tech|it))",
    r"(?:band|grade|tier|pay ?-? ?grade|scale|payscale|class) (?:\d|[a-g]) (?:\w+ ){0,3}?(?:looking|want\w*|aiming|hoping|trying|going) (?:\w+ ){0,4}?(?:band|grade|tier|(?:a )?\d\b|[a-g]\b|senior)",
    r"(?:to get to|get to|reach|up to|move to|moving to) (?:the )?(?:band|grade|pay ?-? ?grade|tier) (?:\d|[a-g])\b(?! (?:piano|violin|exam|student|pupils|maths))",
    r"(?:next|new|top|higher|upper) (?:rung|pay ?-? ?(?:point|scale|step|grade|band)|banding|increment|bracket|step (?:up|for me|is|on the ladder)|grade)\b",
    r"(?:up|climb|climbing|gone up|go up|went up|move up|moving up) (?:an?|the|another|one) (?:rung|ladder|grade|band|step|level|notch|pay)\b(?! (?:in|of) (?:german|english|french|spanish|the game))",
    r"(?:keep|hold|hold on to|holding|protect|secure) (?:on to )?(?:my|our) (?:banding|grade|place|seat|position|job|post|pay band)\b",
    r"(?:pay|wage|salary|rate|raise|bump|more pay|more money|an hour more|increment|rise) (?:\w+ ){0,3}(?:in|for|at|with) (?:the same|my|my current|this|my own|our) (?:job|work|role|post|company|place|firm|school)\b",
    r"(?:the )?bump (?:that|in pay|in salary|which)\b",
    r"(?:career|job) (?:progression|ladder|growth|advancement)\b(?! (?:course|in (?:a )?new))",
    r"(?:good|help|helps|help me|useful|plus) (?:for|with|in|to) (?:grow|growing|growth|my growth|progress|progressing|advancing|advance|climbing)\b(?! (?:a |my |the )?(?:business|plants|vegetables|roses|customer))",
    r"(?:doing|do|covering|acting up|been doing) (?:the |my )?(?:\w+ )?(?:supervisor|manager|lead|senior|boss|head)(?:'s)? (?:work|job|duties|role) (?:without|but|already|unpaid|for)\b",
    r"(?:never|without|just|only) (?:\w+ ){0,3}(?:had |got |have |getting |need |want )?(?:the|a|any) (?:paper|papers|title|piece of paper|qualification|cert|certificate) (?:for it|for what i do|to prove it|to show|for the job i)\b",
    r"i (?:already|have been|'ve been|been) (?:do|doing|did) (?:the|this|that|my) (?:job|work|role|stuff)\b(?! (?:hunt|search|interview))",
    # staying
    r"(?:not|never|don'?t|dont|do not|no|without|isn'?t|won'?t|not looking to|not planning to|no plans? to|no intention of|rather than|wouldn'?t) (?:want to |wanna |wish to |thinking (?:of|about) |planning (?:on|to) |looking to |interested in |going to be )?(?:leave|leaving|change (?:jobs?|careers?|roles?|employers?)|changing (?:jobs?|careers?|roles?)|switch(?:ing)? (?:jobs?|careers?|roles?|fields?)|quit(?:ting)?)(?! (?:until|before|without|my exam|reviews?))\b",
    r"(?:i|will|to|want to|rather|gonna|i'?ll|plan to|like to|happily|prefer to|would) (?:stay|remain|keep)(?:ing)? (?:on )?(?:in|with|at) (?:my |this |the |our )?(?!(?:home|bed|school|touch|contact|uni|college|hospital with|mind|shape|a hotel|the uk|the us|this country|canada|my house|house)\b)\w+",
    r"(?:love|like|enjoy|happy in|happy with|happy at|content with) (?:my|this|the) (?:job|work|role|team|ward|post|profession|place|school|company)\b(?! (?:but|title|hunt))",
    rf"(?:same|the same) (?:bank|hotel|home|house|place|kitchen|lab|office|ward|factory|depot|clinic|practice|restaurant|station|library|farm|unit|hospital|garage|nursery|salon|college|university|studio|site|outfit|department|council|yard|agency) (?:since|for|{SPAN}|now|all)\b",
    r"(?:at|with|in|for) the same (?!time|course|level|boat|price|day|exam|way|as|thing|page|room|family|country|age|city|situation|position as|test)\w+(?: \w+)? (?:since|for|now|all|, (?:time|want|need))",
    r"(?:better|good|best|more effective|stronger|sharper|more useful) (?:at|in|for) (?:the job i|my (?:current |present |own )?(?:job|work|role|class|classes|team|ward|post|patients|residents|shift))\b",
    r"(?:what|the job|the work|things|work) i (?:already )?(?:do|have|know)(?: already| now)?(?= ?[,.?!]| ?$| as an?)",
    r"(?:speciali[sz]e|specialism|special interest|go deeper|deepen|deeper|niche down|advance) (?:\w+ ){0,4}(?:in|within|into|inside|on) (?:my|our|the same|this) (?:\w+ )?(?:current |present |own )?(?:field|job|role|area|trade|profession|subject|work|class)\b",
    r"(?:want|need|get|add|gain|have|only want|just want) (?:an? |some )?(?:specialism|extra skill|extra ticket|add on|bolt on|endorsement|extra (?:string|qualification))\b",
    r"(?:learn|try|want|need|bring|add) (?:something|anything) new (?:for|in|at|to) (?:my|our|the) (?:class|job|work|team|ward|school|kitchen|clients|patients|pupils|students|shop|practice|current)\b",
    r"(?:show|shows|prove|proves|proof) (?:that |how |them )?(?:i|i'm|i am|im) (?:am |'m )?(?:good|serious|up to|qualified|capable|worth|ready for)\b",
    r"(?:taken|take me|be taken|taken more) seriously (?:by|at|in) (?:the|my|our) (?:\w+ ){0,4}(?:ones|team|lab|office|work|ward|site|meetings?|kitchen|company|colleagues|boss|bosses|engineers|department)\b",
    # the work changes
    rf"(?:our|my|the whole|the) (?:[\w'&]+ )?{_PLACES} (?:just |now |all |is |are |has |have |got |will |will be |keeps? |'s |soon |slowly |also )*(?:mov(?:e|es|ing|ed)|switch(?:es|ing|ed)?|go|goes|going|chang(?:es|ing|ed)|migrat\w+|turn(?:s|ing|ed)?|getting(?! an? )|got(?! an? )|gets(?! an? )|bring(?:s|ing)?|brought|introduc\w+|roll(?:s|ing|ed)? out|adopt\w*|replac\w+|upgrad\w+|install\w*|buying|bought|start(?:s|ed)? using|convert\w*|implement\w*|deploy\w*) (?!(?:under|bust|bankrupt|home|away|down|shut|well|bad|me to|me (?:a|into)|abroad|to (?:china|india|another|close|shut|poland|mexico|vietnam))\b)(?:in |to |from |into |over |on |all |under |out )*\w+(?![^.?!]{{0,40}}(?:laid off|redundan|lose my job|closing))",
    r"(?:they|we|everyone|everybody|the office|whole office|all|everything|now all|it all|it'?s all|whole \w+|new starters|the young ones|younger ones|juniors)(?: \w+)? (?:brought in|bought in|moved to|moved over|switched to|changed to|gone over to|have gone|gone|going|is going|is moving|are moving|moves to|uses?|use|using|know|knows|know how|is|are|rolled out|introduced|installed|went) (?:all )?(?:now |going |to )?(?:digital|cloud|electronic|electric|online|automated|paperless|ai|new (?:software|system|machines?|rules|tools?)|python|power \w+|smart ?\w*|tablets|robots|computeri[sz]ed|c\d|p\d|sap|aws|azure|google|sd ?-? ?wan|ev|evs|hybrid)\b(?! (?:courses?|certs?|jobs?|exams?))",
    r"(?:keeps?|kept|is|are|has|have|is all|things|it'?s|all) (?:on )?(?:changing|changed|moved on|moving on|evolving|different now)(?: under| on| around| for| since| so)?(?: me| us| fast| every| quickly)?\b(?= ?[,.]| (?:and|so|i|since|every|under|on|for)| ?$)(?! careers?)",
    r"(?:job|role|work|post) (?:is|has|was) (?:turning|turned|changing|changed|shifting|becoming|become|growing|expanded|expanding) (?:into|to|more)?\b",
    r"(?:in|for|with) my (?:job|work|role|post) (?:i |we )?(?:now |increasingly |suddenly |also )(?:have to|need|must|handle|deal|use)\b",
    r"(?:i )?now (?:have to|must|need to) (?:handle|use|deal with|work with) (?:\w+ )?(?:ai|cloud|data|the new|new)\b",
    r"(?:dinosaur|left out|left behind|old ?-? ?school|obsolete|irrelevant|phased out|overtaken|out of touch|stagnat\w+|stale|plateau\w*|go(?:ing)? rusty|stuck in the past|still on (?:spreadsheets|paper|v\d|the old|excel)|modernis\w+|moderniz\w+|future ?-? ?proof\w*|stay(?:ing)? relevant|freshen\w*|brush\w* up|sharpen\w*|polish\w* up|top(?:ping)? ?-? ?up my|need(?:s)? (?:a )?top(?:ping)? ?-? ?up|updat(?:e|ing) (?:of )?(?:my|our)|up ?-? ?to ?-? ?date|keep(?:ing)? up|catch(?:ing)? up|ahead of|be ahead|get ahead|keep my hand in|passed over|overlooked for)\b(?! (?:list|version|prices?|syllabus|courses?|info\w*|of (?:the|my) (?:exam|intake|move|interview)))",
    r"(?:new|latest|changed|amended) (?:\w+ )?(?:regs|regulations|rules|amendment|e ?-? ?filing|standards?|legislation|code|guidelines|framework)(?: \w+)? (?:are|is|came|come|for|in|means?|on|this|have)\b",
    r"(?:rules|regs|regulations|standards|law|laws|guidelines|edition|system) (?:\w+ )?(?:is|are|have|has|keep|keeps|all) (?:new|chang\w+|different|updated|moved)\b",
    # renewing
    r"(?:my|our) (?:[\w'&]+ ){0,3}?(?:cert|certificate|certification|ticket|card|licen[cs]e|registration|refresher|first aid|c\d|pin|cpc|renewal|revalidation|permit|accreditation|qualification)(?:'s)? (?:is |are |has |just |will |about to |was |comes? |all )*(?:ran out|run out|runs? out|running out|expir(?:es|ing|ed)|due|up|up (?:in|for|this|next)|out in|out of date|coming up|coming round|coming due|lapses|from (?:19|20)\d\d|needs? (?:renew\w*|redo\w*|doing again)|ends? in|old now|over (?:\d|three|five|ten))\b(?! (?:to|and running))",
    r"(?:c\d|first aid|itil|cert|certificate|ticket|card|licen[cs]e|prince2|acls|bls|nebosh|iosh) (?:ran out|runs out|expired|expires|is up|is due|lapsed|v\d|is (?:from|over)) (?:last|in|this|next|, still|and|from|soon|on|(?:19|20)\d\d)\b",
    r"(?:re ?-? ?cert\w*|re ?-? ?new(?:al|ing|s)?|re ?-? ?validat\w+|re ?-? ?qualif\w+|re ?-? ?accredit\w+|re ?-? ?licens\w+|re ?-? ?sit) (?:of |for |my |the |is |on |coming|due|time|cycle|this|next|every|before)",
    r"(?:qualified|certified|trained|licensed|passed|did mine|got mine) (?:back )?(?:in|since) (?:19|20)\d\d\b(?= ?(?:,|and|so|things|but|is|does))",
    r"(?:stay|keep|remain|staying|keeping|maintain) (?:me )?(?:on the (?:register|list|roll)|registered|licensed|compliant|current|certified|competent|employable|legal)\b",
    r"(?:cheap|cheapest|easy|quick|which|get|need|log|do|find|some|\d+) (?:\w+ ){0,2}(?:cpd|ceus?|ce|cpes?|pdus?|cme|cecs?|cpe|contact|learning) (?:hours?|hrs|points?|credits?|units?|things?|before|by)\b",
    r"(?:cpd|ceus?|cpes?|pdus?|cme|cecs?)\b(?= ?(?:before|by|this|to stay|for (?:my|the)|\?|,))(?! (?:accredited|certified|approved))",
    # grows within
    r"(?:want|like|hope|looking|trying|aim|plan|how do i|how to|need|going) (?:to )?(?:go|get|be|move|climb|rise|grow|progress|advance|step|develop) (?:up|higher|further|on|ahead|forward|upwards)\b(?! (?:to (?:uni|university|college|london|canada|a new)|with (?:my|the) (?:application|course)|early))",
    r"(?:add|adds|adding|bring|give) (?:anything|something|much|value|nothing)? ?to what i (?:do|have|know|already)\b",
    r"(?:already|currently|now|been) (?:an? |working as (?:an? )?|in )?(?:qualified |senior |full )?(?:pm|project manager|nurse|teacher|sysadmin|dev|developer|accountant|electrician|analyst|engineer|welder|chef|bookkeeper|manager|mechanic|plumber|r\d) ?,? (?:would|does|is|will|do|should|what|which|and (?:want|need|would)|add)\b(?! (?:want|like) (?:to )?(?:be|become|out|leave|switch|change))",
    rf"(?:senior|lead|head|deputy|supervisor|manager|foreman|band \d|grade \d) (?:{POST} )?(?:is |are |has |just )*(?:opening|coming up|going|open|available|come up|opened|vacant|leaving|retiring)\b(?! (?:to the public|hours))",
    r"(?:get|getting|have|want|got) (?:my|the|our) (?:grade|band|banding|pay|title|salary|level|wage|position) (?:bumped|raised|up|upgraded|regraded|reviewed|lifted|increased|moved)\b",
    r"(?:still|just|been|am) (?:in|at|run|running|with|on|doing|loving|love|working) (?:in |at |for )?(?:the same|it|my (?:job|trade|work))\b(?= ?[,.?!]|(?: \w+){1,2} ?[,.])",
    r"(?:updates? me|update (?:course|training|module)|conversion course|bridging module|transition course|periodic training|mandatory hours|(?:cert|knowledge|skills?|qualification|training|license|licence) (?:is|are|feels?) (?:\w+ )?(?:dated|old|ancient|from the dark|out of date|stale|behind))\b",
    rf"(?:the|a|their|this|our) (?:\w+ )?(?:{POST}|interview|vacancy)(?: \w+){{0,3}} (?:is |are |will be |has )?(?:going|coming up|up for grabs|opening|open|in (?:january|february|march|april|may|june|july|august|september|october|november|december|spring|autumn)|next (?:term|month|year|spring|quarter)|about to)\b(?=[^.?!]{{0,60}}(?:want|me|help|would|does|should|chance|for it|apply))",
    r"band (?:\d|[a-z]) (?:\w+ ){0,2}?(?:interview|post|role|job|vacancy|position|rotation\w*)\b",
    r"(?:one |an |extra |another |the |next )+(?:increment|spine point|pay point|pip|stripe|grade|pay step|salary step)\b(?! (?:exam|piano|violin))",
    r"(?:make|made|making) (?:it|me|my role) official\b|(?:give|gives|gave|get|got|earn|have) (?:me |us )?(?:the |that |a )(?:[\w-]+ )?(?:title|stripes?|step up|nod)\b",
    r"(?:digitising|digitizing|digitali[sz]\w+|computeri[sz]ing|automating|electrifying|modernising|modernizing|overhauling|upgrading) (?:the|our|my|everything|all|it)\b",
    r"(?:until|till|til|before|to) (?:my |i (?:get |reach )?)?(?:pension|retire|retirement)\b(?=[^.?!]{0,40}(?:years|yrs|stay|,))|stay (?:until|till|til) (?:my |i )?(?:pension|retire\w*|die)\b",
    r"(?:everything|everyone|all|it)(?:'s| is| are|s)? (?:now |all )?(?:logged|done|recorded|modelled|modeled|kept|run|drawn|booked) (?:in|on|by|via|with) (?:tablets?|revit|bim|computers?|apps?|software|ai|phones?|the cloud|\w+ now)\b",
    r"(?:moved the goalposts|goalposts|keep (?:assessing|teaching|practi[sc]ing|driving|working|operating|doing what)|to keep (?:assessing|teaching|practi[sc]ing|operating))\b",
    r"(?:look|looks|laugh|smile)s? at me like (?:i'm|i am|im|a) \w+|(?:museum|fossil|relic|antique)\b(?! (?:studies|job|work|assistant|curator|guide|collections?))",
    r"(?:does|would|will|could|can) (?:\w+ ){1,5}?make (?:them|the boss|my boss|head chef|my manager|management|hr) (?:give|look|promote|take|notice|raise|see)\b",
    r"(?:re ?-? ?graded|rebanded|restructured) (?:us|me|everyone|our|the \w+)\b|(?:should'?ve|should have|ought to) (?:been|be) (?:a |an )?(?:senior|lead|manager|head|supervisor)\b|(?:seniors|leads|managers|supervisors) (?:now )?(?:need|must have|have to have|require)\b",
    rf"(?:hint\w*|promis\w+|offer\w*|dangl\w+|mention\w*|talk\w*) (?:\w+ ){{0,3}}?(?:an? |the )?{RANK} (?:{POST}|seat|chair)\b",
    r"with the same (?:crowd|lot|people|outfit|employer|crew|company|firm|team)\b|(?:be|become) the one (?:who|that) (?:runs|knows|leads|handles|does|they give)\b|like to be ready (?:for it|when)?\b",
)
