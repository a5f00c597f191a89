"""Before or at the first job: still at school, just out of it, or nobody hires yet."""

from bot.advice.reading.kinds_of_words import gap

# Exams and courses with which school or study ends, by country.
_SCHOOL = (
    r"(?:gcses?|a ?-? ?levels?|highers|leaving cert|wassce|waec|neco|jamb|utme|kcse|kcpe|matric|matura|maturita|abitur|abi|bac|baccalaureat|bachillerato|hsc|ssc|sslc|cbse|icse|isc|gaokao|spm|stpm|o ?-? ?levels?|"
    r"10th|12th|tenth|twelfth|plus two|high school|secondary school|secondary|sixth form|school)"
)
_DEGREE = (
    r"(?:b ?\.? ?com|b ?\.? ?sc|b ?\.? ?tech|b ?\.? ?e|b ?\.? ?a|bba|bca|bsit|bscs|bsn|bsa|mba|mca|m ?\.? ?sc|m ?\.? ?tech|m ?\.? ?com|msc|llb|mbbs|mbchb|hnd|ond|nd|hnc|btec|foundation degree|bachelor'?s?|masters?|master'?s|phd|degree|diploma|"
    r"uni|university|college|polytechnic|poly|tafe|vocational school|bootcamp|boot camp|campus|varsity|studies|course)"
)
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|summer|spring|autumn|fall|winter|a month|a week|two weeks|weeks|days|this year|next year|this month|next month|this summer|next week)"
_NONE = r"(?:no|zero|0|nil|without(?: any)?|never had(?: any)?|not much|lack(?:ing)?|hardly any)"

# Whoever says so has had no trade to leave.
LEARNS: tuple[str, ...] = (
    # the last years of study
    r"(?:final|last|penultimate|second|third|fourth|fifth|2 ?nd|3 ?rd|4 ?th|5 ?th|first|1 ?st) ?-? ?(?:yr|year|sem|semester|term)(?: \w+)? ?,? (?:student|of (?:uni|college|my|b)|uni|at (?:uni|university|college|the|[\w]+ university)|in (?:uni|college)|econ\w*|law|nursing|cs|cse|ece|mech\w*|engineering|bcom|bsc|btech|accounting|business|marketing|psych\w*|biology|maths?|history|and )\b(?! (?:a plumb|a job|in (?:a row|business|the job)))(?! (?:apprentice|of (?:my )?(?:job|contract|experience)))",
    r"final (?:yr|year|sem|semester)\b(?! (?:i |of (?:my )?(?:job|contract|the|this)|was|we|they|our|my|\w+ ago|'s))",
    r"(?:student|trainee) (?:nurse|teacher|midwife|paramedic|vet|doctor|accountant)\b ?,? (?:\w+ )?(?:year|yr|qualif|graduat)",
    rf"{_DEGREE} (?:final|last|first|second|third|2nd|3rd|pre ?-? ?final) ?-? ?(?:yr|year|sem|semester)\b",
    r"(?:in|doing|finished|finishing|starting|just|a|am|i'm|im) (?:\w+ )?(?:9|10|11|12)(?: ?th)? ?-? ?(?:grade|class|std|year|form)\b",
    r"(?:in )?(?:year|yr|grade|class|form|std) (?:9|10|11|12|13|four|six)\b(?! (?:piano|violin|teacher|maths teacher|exam board|electric|students|pupils|kids))",
    r"(?:sophomore|junior|freshman|senior) (?:year|in (?:high school|college)|at (?:\w+ )?(?:uni|university|college|state))\b",
    r"(?:school|college|uni|university|masters|bachelors?|msc|bsc|tafe|polytechnic|varsity|hnd|btec|undergrad\w*|bcom|bba|btech|diploma|sixth form|high school|home ?-? ?school\w*|phd) (?:student|pupil|kid|leaver|drop ?-? ?out|grad|graduate|passout|pass out|boy|girl|senior)\b(?! (?:support|services|loans?|work|admin|discount|accommodation|advis\w+|counsel\w*))",
    r"home ?-? ?school(?:ed|er)\b",
    rf"(?:{_SCHOOL}|nysc|siwes|ojt|national service|internship|placement year|{_DEGREE}) (?:is |are |was |were |just |all |now |results? |exams? )*(?:done|finished|finishes|finish|ended|ends|ending|over|completed?|passed|pass|failed|fail|submitted|behind me|out|almost done|nearly done|results?)\b(?! (?:rate|mark|it|work|the exam|the course|of (?:date|work)|in (?:19|20)[01]\d|\d+ years? ago|rates|for me))(?=[^.?!]{{0,80}}(?:job|work|hire|hired|want|next|now|home|course|placement|earn|career|tailor|which|what|trade|waiting|last|in (?:march|june|july|may)|looking|hunt))",
    rf"(?<!since i )(?<!ever since )(?<!when i )(?<!i've )(?:finish(?:ed|ing)?|complet(?:ed|ing)|pass(?:ed)?|done|did|doing|sat|sitting|taking|leav(?:e|ing)|left|after|got|wrote|writing|straight from|out of|fresh (?:from|out of)|submitted|graduat\w+ from|in|dropp?(?:ed|ing) out of) (?:my |her |his |the |just |with |a )*(?:{_SCHOOL}) ?(?:results?|exams?|certificates?)?\b(?= ?(?:,|\.|\?|in |last|this|next|now|and |$|results|two|with|but|so|at 1))(?! (?:for my|in (?:19|20)[01]|\d+ years ago|teacher|teaching|admin\w*|work|as a (?:teacher|cook)))(?<!work in school)(?<!works in school)(?<!in school)",
    r"(?:leave|leaves|leaving|finish\w*|quit) (?:school|college|sixth form|uni)\b(?! (?:run|work|teach|admin))",
    r"(?:she|he|son|daughter|kid|nephew|niece|brother|sister|boy|girl) (?:is |just |has |'s )*(?:finish\w*|did|doing|leav\w+|left|got|sat|in) (?:her |his |the )?(?:gcses?|a ?-? ?levels?|school|college|exams|sixth form|matric|final year)\b",
    rf"(?:just|recently|newly|freshly|fresh|about to|only just|i) (?:pass(?:ed)? ?-? ?out|qualif\w+ as|graduat\w+|finished uni|finished college|out of (?:uni|university|college|school)|left (?:uni|college)|completed (?:my )?(?:{_DEGREE}))\b(?! (?:in (?:19|20)[01]|\d+ years|many years))(?! (?:from the shop))",
    r"(?:recently|fresh|just|am|i am|i'm) (?:\w+ )?pass(?:ed)? ?-? ?out\b",
    r"(?:i |we |she |he )?(?:graduate|graduating|graduated|qualify|qualifying|finish) (?:in|this|next|last|on|w|with|from \w+ (?:in|this|last)) (?:\w+ )?(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|summer|spring|autumn|fall|winter|year|month|week)\b",
    rf"(?:{_DEGREE})(?: \w+){{0,2}} (?:done|ends?|ending|finish\w*|submitted|complete\w*) (?:in |this |next |last |just )?{_MONTH}\b",
    r"(?:did|done|got|have|finished|only have) (?:my|a|the) (?:degree|diploma|masters|bachelors?|ba|bsc)(?: \w+){0,3} ?,? (?:but |and |now )?(?:can'?t|cannot|no |nothing|nobody|still|zero|what now|don'?t know|idk|not even)\b",
    r"(?:new|recent|fresh|newly|unemployed|jobless|soon|2\d|twenty \w+) ?-? ?(?:qualified |minted |registered )?(?:grad|graduate|qualified|pass ?-? ?out)\b(?! (?:electrician|plumber|scheme manager|diploma|teacher|certificate|nurse with))",
    r"(?:recien|recem) ?-? ?(?:graduad|egresad|titulad|formad)\w+\b|sin experiencia\b|sem experiencia\b|(?:kaka|ka) ?-? ?graduate\b|fresh grad\w*\b|berufseinsteiger\w*|sans experience|premier emploi|primer (?:empleo|trabajo)|primeiro emprego|erster job|(?:eine|fur|an|for an?|as) ausbildung\b",
    rf"{_SCHOOL} (?:in|this|next) {_MONTH}\b",
    # age, near school
    r"(?:i'?m|im|i am|am|aged?|turning|turned|turn|just|be|is|she'?s|he'?s|hes|shes|only|m|f) (?:just |only |turning |turned |now |almost |nearly |still )*(?:1[4-8]|fourteen|fifteen|sixteen|seventeen|eighteen)\b(?! (?:years? (?:in|of|as|at|with|on|experience|working|driving|teaching)|months|weeks|hours|modules|yrs? (?:in|exp)|k\b|stone|and a half years|in (?:the )?team|credits|people|% ))",
    r"(?:1[4-8]|sixteen|seventeen|eighteen) (?:in|next|this|soon) (?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|week|month|year|summer)\b",
    r"^(?:1[4-9]) ?,? (?:dropped|want|left|looking|in|m|f|just|no|from|love)\b",
    r"(?:, |and |, and )(?:1[5-9]) ?, (?:no|what|how|dropped|left|want|never|looking|is)\b",
    r"(?:saturday|summer|holiday|part time|weekend|after school) job\b(?! (?:as well|on top|alongside))",
)

SAID: tuple[str, ...] = (
    *LEARNS,
    # the hunt
    r"(?:first|very first|1 ?st) (?:ever )?(?:time )?(?:\w+ )?(?:job ?-? ?(?:seeker|hunt\w*)|jobseeker|gig|job|post|posting|position|role|payslip|paycheck|paid work|employment|real work|work|real job|proper job|step into|rung|associate job|salary|shift)\b(?! (?:of the|in (?:years|ages|\d)|back|since|after|aid|was|on (?:site|shift)|i had))",
    r"(?:starter|trainee|junior|graduate|grad|entry|starting|beginner) ?-? ?(?:level )?(?:role|roles|job|jobs|position|positions|scheme|schemes|post|posts|vacancy|vacancies|anything|programs?)\b(?! (?:manager|pay))",
    r"(?:any|all|every) (?:entry|junior|graduate|starter) (?:\w+ )?(?:jobs?|roles?|posts?|ads?)\b",
    r"(?:nobody|no ?-? ?one|noone|none|no company|no employer|not one|no firms?|everyone|they all|all of them|employers|companies|they|jobs?|ads|firms) (?:\w+ ){0,2}?(?:hires?|hired|hiring|calls? back|called back|call back|replies|replied|answers?|gives? me a chance|give(?:s)? a chance|takes? me|want(?:s)? (?:\d|one|two|three|five|some|prior|years|people with|experience)|ask(?:s)? (?:for )?(?:\d|two|three|experience|prior)|need(?:s)? (?:\d|two) years|ghost\w*|rejects?|rejected|says? no)\b(?= ?(?:[,.?!]|me|without|with|because|experience|freshers|beginners|years|yrs|\d|back|and|of exp|$|people|i|exp|since))",
    r"(?:can'?t|cannot|cant|couldn'?t|hard to|struggling to|not getting|don'?t get|didn'?t get|no|without|zero|not) (?:even )?(?:get |land |find |getting |any |an |a |single )*(?:interviews?|callbacks?|call ?-? ?backs?|replies|foot in|first chance|chance|responses?)(?: for|,| yet| so| with| at|\b)(?= ?(?:[,.?!]|yet|so far|for|with|from|at|since|anywhere|back|$))(?! (?:room|skills|prep|course|questions|tips|coach\w*))",
    rf"{_NONE} (?:\w+ )?(?:experience|exp|work history|background|internships?|work experience|job experience|portfolio|employment history|work record|connections|jobs?|offers?)\b(?! (?:required|needed|necessary|in (?:my|the) (?:life|cv)|requirements?|needed\b|on (?:my|the) (?:site|street)|security|for (?:me|us) here|losses|i like|to go to|at sea|left|satisfaction|cuts|market|center|centre|in \w+ (?:but|though) \d))(?= ?(?:[,.;?!]|and|at all|yet|so|what|which|in|but|or|is|will|just|only|can|with|no|to|$|whatsoever|of))(?<!no job)",
    r"(?:i |and i |have |got |with |but )(?:have )?(?:none|0|zero|nothing)(?: of it| at all| yet)? ?(?=,|\.|what|$|to show|on my cv|for my cv)(?<!for none)",
    r"(?:been )?(?:applying|job ?-? ?hunting|hunting|searching|looking) (?:for (?:a |an |my )?(?:\w+ )?(?:job|work|internship|apprenticeship|placement|analyst job|role) )?(?:since (?:i )?(?:graduat\w+|uni|college|school|finish\w+|left (?:uni|school))|after (?:uni|graduat\w+|college|school)|straight (?:from|after|out))\b",
    r"(?:apprentic\w+|traineeship|internships?|placements?|ausbildung|learnership|siwes|work placement|industrial attachment|attachment|co ?-? ?op) (?:instead of uni|or uni|over|in it|applications?|keep|keeps|offers?|hunt\w*|next|this summer|said no|rejected|no|done|season)\b",
    r"(?:get|getting|find|finding|land|want|wants|looking for|search\w* for|thinking of|apply(?:ing)? for|hunting for|need) (?:an? |my |his |her |the |some |any )?(?:\w+ )?(?:apprenticeships?|internships?|traineeships?|learnerships?|placements?|attachments?|grad scheme|graduate scheme|grad role|graduate role|grad job|summer job|first gig|first post|first real)\b",
    r"(?:first|get|getting|got) (?:me )?(?:kept on|taken on) (?:after|as an apprentice|when)\b",
    r"(?:never|not yet|haven'?t ever|never ever) (?:really |actually |ever |properly )?(?:worked|had (?:a|any) (?:\w+ )?(?:job|work|payslip|boss)|been employed|earned|practi[sc]ed|been paid|held a job|worked outside (?:uni|school))\b(?! (?:here|with|in a (?:kitchen|hospital|bank|team)|on (?:a|this)|as an?|for (?:them|him)|in (?:it|this|tech)))",
    r"(?:never|not) (?:had|seen|got) a (?:payslip|pay ?-? ?check|job|wage|proper job|real job)\b",
    r"(?:no (?:idea|clue)|don'?t know|dunno|unsure|not sure|idk|lost) (?:what|which) (?:to do|job|work|career|i want)(?: \w+){0,3} (?:for work|for a job|with my (?:degree|life)|after (?:school|uni|college)|when i (?:grow up|finish|leave|graduate))\b",
    r"(?:something|anything) (?:for|on|to put on|to go on) my (?:empty |blank )?(?:cv|resume)\b",
    r"(?:start|starts|starting|begin|beginning|started) (?:out|my career|off|in the world of work|working life|to work|earning)\b(?! (?:to work again|again|over|from home|at \d))(?<!re starting out)",
    r"(?:get|helps?|let|lets) (?:me |him |her |them |us )?(?:on|onto|a foot in|in) (?:the )?(?:door|ladder|first rung|a building site|building site|a site|world of work)\b",
    r"(?:young (?:people|person|adult|man|woman|lad|girl)|teen|teenager|school kid|kid)(?: and|,| with| looking| wanting| no) ",
    r"(?:seeking|looking for|chasing|wants?|want|hoping for|need|any) (?:an? |my |some )?(?:way in|entry|break|start|opening|a start|chance) (?:into|in|at|as|with)(?! (?:a|the|my) (?:new|second))\b(?=[^.?!]{0,60}(?:no |zero|without|never|fresh|beginner|entry))",
    r"(?:as|am|i'?m|im) (?:a |an )?(?:complete |total |absolute )?(?:beginner|newbie|novice|noob|fresher|newcomer) ?(?:,|seeking|looking|wanting|with no|no|trying|and)",
    rf"(?:on benefits|unemployed|at home|jobless|nothing|neet|helping (?:mum|mom|dad|at home)|doing nothing|out of (?:school|uni|college)) (?:since|after|for \w+ (?:years?|months?) (?:after|since)|but|\d|two|three|a year|one year|,) ?(?:i )?{gap(2)}(?:school|uni|university|college|graduat\w+|leaving school|helping|degree|nysc|studies|exams)\b",
    r"(?:nobody|no one|first) in my family (?:to |who |works?|has|went|goes)",
    r"(?:my|her|his) (?:degree|diploma|ba|bsc) (?:plus|and|with|alone|is not|isn'?t)\b(?=[^.?!]{0,50}(?:job|role|hired|starter|entry|enough|interview|first))",
    r"(?:cv|resume|linkedin) (?:is |looks |basically |almost |totally |still |so )*(?:empty|blank|thin|bare)\b|(?:first|empty|blank|thin) (?:cv|resume)\b|nothing (?:on|in|to put on) (?:my |the )?(?:cv|resume)\b",
    r"(?:at|in) (?:college|uni|university|tafe|poly|sixth form) (?:doing|studying|for|reading|now|and|,)",
    r"yet to (?:get|find|land|secure|start) (?:any |a |my |an )?(?:\w+ )?(?:job|work|role|offer|employment)\b",
    r"(?:landing|land|get|getting|find|finding|my|that|for|a|her|his) (?:that |my |a |her |his )?(?:very )?first (?!aid\b|responder)(?:[\w'-]+ ){1,3}?(?:job|role|position|post|work)\b(?! (?:aid|was|of (?:the|my)|in \d|since|after))(?<!first aid job)",
    r"finishing (?:my |a |an |the )?(?:tafe|cert (?:i|ii|iii|iv|\d)|diploma|degree|bootcamp|hnd|btec|t ?-? ?level)\b",
    r"(?:no one|nobody|employers|garage|someone|who|firm) (?:will |would |to |wants to )?(?:take|takes|taking) (?:me|him|her|us) on\b",
    rf"finish(?:ing|ed)? (?:up )?(?:at|with) [\w ]{{2,25}}? (?:in|this|next|last) {_MONTH}\b",
    r"matriculat\w+|(?:first gen|first generation)\b(?= ?(?:,|student|no|and))|no (?:network|contacts|connections)\b|(?:only|just|ever) (?:really )?worked (?:in|at|for) (?:my |the )?(?:daddy|dad|mum|mom|mummy|family|uncle|aunty|father|mother|parents?)(?:'s|s)?\b",
)
