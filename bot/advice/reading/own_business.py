"""Work of one's own, said in many ways: what one runs, sells or does, for whom, where and how."""

from bot.advice.reading.kinds_of_words import (
    BUSINESS,
    COUNT,
    KIN,
    MARKETS,
    ROOMS,
    SERVES,
    WARES,
    gap,
)  # fmt: skip

# "own business case", "a shop manager", "a van driver": what follows makes another thing of it.
_ANOTHER = (
    r"(?! (?:case|plan|plans|analy\w+|administrat\w*|admin\w*|english|partner\w*|schools?|degree|studies|intelligence|process|chain|floor|assistants?|managers?|management|owners? who|course|"
    r"cert\w*|exams?|tests?|questions?|papers?|development|driver|drivers|driving|worker|work|job|jobs|staff|keeper|staffing|hand|labourer|technician|operator|has told|is paying|is sending|pays|"
    r"paid|wants|asked|says|said|doesn'?t|does not|closed|shut|hygiene|rating|licen[cs]e|law|secretary|car|account|leader|porter|nurse|teacher|c\d))"
)
_SMALL = r"(?:small |little |tiny |wee |new |side |home |online |local |family |mobile |one man |two man |one woman |two person |modest |humble |part time |weekend |market |street |food |sandwich |coffee |cake |ice cream )"
_MINE = r"(?:(?:my|our|mum'?s|mom'?s|dad'?s|the family|family|granddad'?s|father'?s|mother'?s|parents'?|uncle'?s|aunt'?s) (?:own )?)"

SAID: tuple[str, ...] = (
    # as the tax office calls it, by country
    (
        r"(?:partita iva|p ?\.? ?iva|zzp(?: ?er)?|eenmanszaak|autonom[oa]|auto ?-? ?entrepreneur\w*|micro ?-? ?entrepr\w+|klein ?unternehm\w*|selbst(?:st)?(?:a|ae)ndig\w*|gewerbeschein|freiberuf\w*"
        r"|monotribut\w*|cuentapropista|por mi cuenta|trabajo por cuenta propia|emprendedor\w*|empreendedor\w*|monoempresa|sole ?-? ?prop\w*|owner ?-? ?(?:driver|operator|occupier)s?|ficha de mei|sou mei|mei no|mei aqui"
        r"|schedule c|my abn|an abn|gst registered|my utr|cis subcontract\w*|my own ltd|my ltd|my llc|an llc|raket|sideline po|negosyo|tindahan|warung|jua kali|hustler|side ?-? ?hustle\w*|self ?-? ?emp\w*|solopreneur\w*|entrepreneur)\b(?! (?:visa|course|degree))"
    ),
    r"(?:subb(?:y|ie)|subbing|sub ?-? ?contract\w*|freelanc\w+|handyman|jobbing|odd ?-? ?jobs?|cash ?-? ?in ?-? ?hand|cash jobs?|side ?-? ?jobs?|side ?-? ?work|side ?-? ?projects? for|moonlight\w*|small small jobs?|small jobs?|private jobs?|pj'?s|foreigners on)\b(?! (?:ad|advert|board))",
    # "I run a small …", "we have our own …": what one has that is a trade
    rf"(?:i|we|i'?ve|we'?ve|also|and|who|me) (?:also |just |now |currently |already |still |both )?(?:run|own|have|got|have got|keep|operate|opened|started|launched|set up|bought|inherited|took over|taken over|am running|are running|am opening|am starting|am taking (?:on|over)) (?:up )?(?:an? |our |my |the )?{_SMALL}{{0,3}}(?:[\w']+ )?{BUSINESS}\b{_ANOTHER}",
    rf"(?:running|owning|opening|launching|starting up|setting up|taking on|taking over|take over|takes over|took over|inherit\w*|buying into|expanding|growing|legalising|registering) (?:an? |the |{_MINE})?{_SMALL}{{0,3}}(?:[\w']+ )?{BUSINESS}\b{_ANOTHER}(?! (?:i work|where i))",
    rf"run(?:s|ning)? (?:an? |our |my |the )?(?:small |little |tiny |family |one man |two man |three man |\d man |mobile ){{1,3}}(?:[\w']+ ){{0,2}}?{BUSINESS}\b",
    rf"(?<!in )(?<!at )(?<!on )(?:my|our) (?:own |small |little |tiny |new |side |online |one man |family ){{1,3}}(?:[\w']+ ){{0,2}}?{BUSINESS}\b{_ANOTHER}(?! (?:is|are|was|will|has|i work))",
    rf"(?:family|{KIN}(?:'?s)?) (?:[\w']+ )?{BUSINESS}\b[\w ,]{{0,20}}?(?:is mine|it'?s mine|mine now|to me|i run|i'?m running)\b",
    r"(?:open|opening|opens|start|starting|starts|launch|launching|run|running|have|set up|setting up|build|building|planning|plan|get) (?:up )?(?:my|our|his|her) own (?!(?:degree|studies|career|exam|time|way|course|pc|project|projects|portfolio|team|learning|home|house|family|kids|car|room|place to live)\b)\w+",
    r"(?:start|starting|started|begin|beginning|go|going|gone|went|set|setting|branch|branching|strike|striking) (?:up |out |off )?(?:on my own|by myself|for myself|alone|solo|myself up|self ?-? ?employed|independent|limited|ltd|freelance)\b",
    r"(?:start(?:ing)?|set(?:ting)? (?:myself )?) ?up (?:doing|as|in|with) (?:an? |my )?\w+",
    r"(?:my|our|the|a) (?:own )?(?:start ?-? ?up|startup|partnership|cooperative|co op) (?:has|have|is|are|with|needs?|does|sells?|of|and)\b",
    # alone, or with kin
    rf"(?:(?:it'?s |its |is |are )?(?:just|only) (?:me|the two of us|us two)(?: \w+)?|me alone|me myself) ?,? (?:and|n|with|plus|\+) (?:a |an |my |our |the )?(?:own )?(?:van|truck|{KIN}|friend|mate|partner|dog|laptop|bike|ladder|mower|tools?|oven|needle|camera|chair|one \w+|treatment|table|cat|helper|apprentice)\b",
    rf"(?:me|i) (?:and|n|&) (?:my |a )?(?:{KIN}|mate|friend|pal)\b[^.?!]{{0,20}}? (?:run|have|own|cater|sell|make|bake|clean|paint|do|started|opened|keep)\b",
    rf"(?:my )?(?:{KIN}|mate|friend) and (?:me|i)\b (?:have|run|own|sell|make|started|opened|keep|do|cater|bake|clean)\b",
    rf"(?:sell|make|run|cater|bake|clean|cook|ship|post|sew)\w* [^.?!]{{0,50}}?(?:w|with|n|and) my (?:{KIN})\b",
    r"(?:one|two|three|1|2|3) ?-? ?(?:man|woman|person|girl|people|lady|mum|mom|lad) ?-? ?(?:band|show|shop|business|crew|outfit|operation|firm|company|team|army|brand|studio|bakery|\w+ crew)\b",
    r"(?:work|works|working|trade|trading|operate|jobs?|houses?|gigs?|weddings?|wiring|plastering|painting|fixing|sewing|roofs?|gardens?|on|all) (?:[\w']+ ){0,2}?(?:on my own|on my own account|for myself|on my own name|under my own name|by myself now|off my own bat)(?! (?:time|pace|speed|computer|laptop|dime|terms|at home|shift|team|ward|floor|site|school))\b(?<!learn on my own)(?<!study on my own)",
    r"(?:own account|own name|own book of business|own boss|nobody employs me|no one employs me|no boss|don'?t have a boss|without a boss|not employed by|no fixed (?:job|employer)|no employer)\b",
    # "I make cakes in my kitchen", "sell bags on insta"
    rf"{SERVES} {gap(5)}(?:from|in|at|out of) (?:the back of |the corner of )?(?:my|our|his|her|{KIN}'?s|a (?=room|converted|van|kiosk|shed|caravan|shack|cabin|tent)) ?(?:own |{KIN}'?s |back |converted |old |little |spare |front )*{ROOMS}\b(?! (?:manager|staff|assistant))(?<!doing my room)",
    rf"(?:do|doing|run|running|offer|offering|see|seeing|trade|trading|work) (?:it |them |this |these |clients |people |all )?(?:from|out of|in) (?:a room|(?:my|our|{KIN}'?s) (?:own |{KIN}'?s |back |little |spare |front )*(?:kitchen|garage|garden|shed|spare room|sitting room|living room|front room|back room|box room|basement|yard|veranda|car|van|cabin))\b",
    rf"(?:i|we|to|and|she|also|then) (?:also |just |only |mostly |already |now )?(?:sell|hire out|rent out|re ?-? ?sell|make and sell|do up|flip|import|ship) {gap(4)}(?:on|via|at|through|over|thru|in|by|from) (?:an? )?{MARKETS}\b",
    rf"(?:selling|reselling|making and selling|flipping|importing|dropshipping) {gap(4)}(?:on|via|at|through|over|thru|in) {MARKETS}\b(?! (?:for|with) (?:the|a) (?:company|firm))",
    rf"(?:i|we) (?:also |just |mostly |already |now |still )?(?:sell|sew|bake|crochet|knit|mow|braid|groom|brew|upholster|cater|carve|make|import|do up|breed) (?:my |our |and sell |home ?made |hand ?made |custom |fresh |local |organic |\w+ )?(?:and )?(?:sell |for |up )?(?:old )?{WARES}\b(?! (?:at work|for (?:a|the) (?:company|hotel|bank)))",
    rf"(?:i|we) (?:also |just |mostly |already |now |still )?do (?:\w+ ){{0,2}}{WARES} (?:for|at|on|around|in my|from)\b",
    rf"(?:doing|do) (?:\w+ )?{WARES} for (?:brides|people|friends|neighbou?rs|locals|small|restaurants|shops|{KIN}|the street|the village|money|cash|a few|local|businesses|clients|cash|mates)\b",
    r"(?:hotels?|shops?|restaurants?|cafes?|customers?|people|supermarkets?|tourists?|companies) (?:will |would |to |can |who |that |could )?(?:buy|buys|stock|sell|take|order) (?:my|our|from me|from us)\b",
    r"(?:sell|market|price|label|brand|export|advertise|promote) (?:my|our) (?:own )?(?!(?:self|skills|soul|house|car|experience|cv|flat|home|laptop|profile|course)\b)\w+",
    r"(?:i )?(?:repair|fix|mend|sew|clean|mow|teach|tutor|paint|cook|bake|walk|groom|mind|build|translate|design) (?:them |it |\w+ )?(?:for (?:a few|a fee|some|money|cash|\d+|people|neighbou?rs|locals|families|the village|small)|out of)\b",
    rf"(?:clean|mow|paint|do|tutor|teach|walk|wash|groom|see|cut|serve|look after) {COUNT} (?:private )?(?:houses?|homes|lawns|gardens?|flats|offices|kids|children|students|pupils|dogs|families|heads|clients|ladies|horses)\b",
    r"(?:hire myself out|hire (?:me|us) (?:per|by|for) (?:the )?(?:project|job|day|hour|event)|per (?:project|word|piece|lesson|gig|wedding|commission|shoot)|paid (?:by the|per) (?:word|piece|job|project|lesson|cut|article|gig)|by the (?:word|piece|job)|between contracts|contract to contract|contract work|bookings?|commissions?|word of mouth|walk ?-? ?ins|repeat (?:customers?|business|clients?)|get(?:ting)? more jobs|bigger (?:jobs|contracts)|(?:win|winning|bid|bidding|tender|tendering|quote|quoting) (?:on |for |more |bigger |better |small )*(?:contracts?|jobs?|work|projects?|tenders?|council)|my (?:van|tools|rig|mower|kiln|oven|sewing machine) and)\b(?! (?:office|staff|system|law|clerk|manager|management|online test))",
    r"(?:i|we) (?:do |mostly |only |now |just )*(?:invoice|charge|quote|bill) (?!me\b)\w+",
    r"(?:what|how much|more|rates?|prices?) (?:i|we|to|can i|should i|could i) (?:can |could |should )?(?:charge|invoice|bill|quote)\b",
    # those who pay
    r"(?:clients?|customers?|brides|couples|punters|guests) (?:so far|are (?:mostly|mainly|all|small|usually|asking)|mostly|include|list|base|keep asking|come to me|find me|contact me|expect me|would trust me|ask (?:me|if|do|for|about|whether)|trust me|want me|pay me)\b",
    r"(?:my|our|few|own|paying|regular|private|first|new|more|better|get|win|attract|\d+) (?:\w+ )?(?:clients|customers|clientele|regulars|punters|brides|couples|pupils|tutees|private students)\b(?! (?:service|care|relation|success|at work))",
    r"(?:people|neighbou?rs|families|ladies|parents|folks|villagers|locals|everyone) (?:\w+ ){0,5}?(?:bring|send|pay|hire|call|book|come to|order from|buy from|recommend|ask|trust) (?:me|us)\b(?! (?:if|why|when|how|that|whether|what|for my|about my))",
    r"(?:got|have|bought|buy|buying|with|get|drive) (?:myself |me )?(?:my own|our own|an? (?:little |small |old |converted |mini |second ?-? ?hand )*)(?:van|lorry|truck|digger|excavator|tractor|trailer|jet ?-? ?wash(?:er)?|mower|kiln|food truck|tuk ?tuk|boda|rickshaw|chainsaw|press|loom|sewing machines?|laser cutter|drone)\b(?! (?:licen[cs]e|test|driver|job|course|cert\w*|ticket|pilot))",
    r"(?:mobile|independent|freelance|self taught|peripatetic|locum|private|solo|travelling|traveling) (?:\w+ )?(?:in|from|with|out of|round|around) (?:a |my )?(?:converted|van|transit|car|caravan|clients)\b",
    r"(?:mobile|round) (?:in|to) (?:people'?s|clients'?|their) (?:homes?|houses?)|at (?:people'?s|clients'?) (?:homes?|houses?)\b",
    r"(?:\d+|a few|some|several|many) (?:weddings?|bookings|gigs|orders|commissions|jobs) (?:a (?:week|month|year)|booked|lined up|this (?:year|summer|season)|per (?:week|month|year|season))\b",
    r"(?:our|my) (?:own )?(?:little |small |tiny )?(?:guest ?-? ?house|homestay|b and b|bnb|campsite|food stall|stall|kiosk|apiary|hives|flock|herd|vineyard|orchard|smallholding|round|rentals?|listings?)\b",
    r"(?:make|look|look more|be) (?:me |us )?(?:legit|proper|professional|credible|serious) (?:to|for|with) (?:sponsors|customers|clients|brides|people|buyers|hotels|tourists|parents)\b",
    r"(?:live|living|make|earn|income|money) (?:\w+ ){0,2}(?:from|off|through) (?:my|our) (?:art|photos|photography|music|craft|channel|blog|cakes|garden|farm|writing|videos|hens|goats|land)\b",
    r"i (?:consult|contract|temp|sub|locum|guide|officiate|umpire|busk|dj|cater|tutor|coach|train people) (?:for|with|to|at|in|on|around|privately)\b(?! (?:the|my) (?:company|firm|school|employer))",
    rf"(?:work|works|working|operate|operating|childmind\w*|mind\w*|see clients|treat\w*|trade|trading) (?:\w+ )?(?:out of|from|in) (?:my|our) (?:own )?(?:house|home|flat|apartment|living room|{ROOMS})\b(?! (?:since covid|office|for (?:a|the|my) (?:company|firm|employer|bank)))(?<!work from my home)",
    r"(?:w|with|have|got|has|in|from) (?:my |our |an? )?own (?:little |small )?(?:treatment |therapy )?(?:room|chair|clinic|premises|kit|tools|gear|equipment|workshop|unit|van|studio)\b",
    rf"{BUSINESS} (?:of|that'?s|thats|which is) (?:mine|my own|ours|our own|me and|{COUNT}(?= ?[,.]))\b",
    rf"(?:{BUSINESS}|service) is (?:in my name|mine|ours|registered to me)\b",
    r"(?:only|just) me (?:in|at|on|running) (?:the|my|this) (?:business|company|firm|shop|books|payroll|it)\b",
    r"(?:started paying|they pay me|pays me|people pay|get paid) (?:me )?(?:for it|per|cash|for my|by the|,)",
    rf"(?:{COUNT}|some|more|few|other) (?:to \d+ )?(?:private )?(?:families|people|households|neighbou?rs|students|pupils|clients|owners|couples|customers|kids|dogs|horses) (?:already |now |currently |who )*(?:pay|paying|pays me|hire|hiring|book|booking|a week|per week|a month|on my books|signed up|waiting)\b",
    rf"(?:got|have|manage|run|with|managing|running|look after) {COUNT} (?:airbnbs?|holiday lets?|rentals?|flats|cottages|cabins|hives|cows|goats|hens|chickens|sheep|acres|hectares|pitches|chairs|vans|trucks|apprentices|lads|staff|employees)\b(?! (?:at (?:work|the)|in my (?:team|department)|under me))",
    r"(?:folks|people|neighbou?rs|friends|locals|owners|builders|companies|restaurants|venues|hotels|tourists|big firms|others) (?:bring|send|give|leave|call|hire|book|pay|want|ask|ask for|recommend) (?:me|us|theirs|their \w+|cards off us|our|my)\b(?! (?:if i|why|how|when|whether))",
    r"(?:i|we) (?:make|paint|throw|weave|carve|cook|bake|print|sew|fix up|do up|restore|buy|import|grow|flip|refurbish)(?: (?:the |old |up )?[\w-]+){0,3} (?:and|n|then|&) (?:re ?-? ?)?sell\b",
    r"(?:take|taking|drive|driving|show|guide|guiding) (?:tourists|people|visitors|guests|groups|families|kids) (?:\w+ ){0,4}?(?:in|on|round|around|up|for) (?:my|our|cash|a fee)\b",
    r"(?:my|our) (?:own )?(?:minibus|van|atelier|taller|botega|workshop|easel|studio|salon|stall|stand|farm shop|market pitch|food truck|little shop|practice) (?:in|at|on|by|near)\b(?! (?:work|school|home office))",
    r"(?:commission only|self generating|zero hours? contractor|day rates?|gigging|gigs as|on the circuit|touring|busking|per diem|residenc(?:y|ies) and)\b(?! (?:at work))",
    r"(?:i|we|my (?:wife|husband|partner|sister|brother|mum|friend) and (?:i|me)) (?:just |have |recently |'ve )*(?:bought|opened|started|leased|rent|rented|took on) (?:an? |the |our |some )(?:\w+ )?(?:campsite|cafe|shop|bar|pub|farm|field|vineyard|guest ?house|hostel|b and b|bakery|stall|restaurant|laundromat|garage|studio|salon|clinic|franchise|kiosk|land|orchard|food truck|boat|smallholding)\b",
    rf"(?:sell|sells|selling) (?:my |our |some )?(?:[\w'-]+ ){{0,2}}?(?:{WARES}|books?|stuff|things|pieces|work) (?:thru|through|via|in|to|from) (?:an? |the |two |three |local |some )*(?:galler(?:y|ies)|shops?|agents?|restaurants?|hotels?|cafes?|delis?|my \w+)\b",
    rf"(?:business|biz|firm|company|outfit|gang|crew) ,? ?(?:with |of |, )?{COUNT} (?:girls|lads|staff|vans|men|women|people|of us|guys|workers|cleaners|employees|drivers|carers)\b",
    r"(?:hang|hanging|hung) (?:out |up )?(?:my|a) (?:own )?shingle\b|(?:my|our) own (?:outfit|gig|thing going|little thing)\b|(?:clients|customers|people|couples|buyers|brides|guests) (?:find|found|reach|come to|contact|message|hear of) (?:me|us)\b",
    r"i (?:play|sing|dj|shoot|film|cater|officiate|perform at|do) (?:weddings|parties|funerals|events|festivals|pubs|gigs|bar mitzvahs)\b",
    r"(?:just |we |i )?(?:lost|won|missed|got) (?:the|a|our|that) (?:\w+ ){0,2}(?:contract|tender|job|client|account|practice|hotel|school) (?:because|cos|as|to) (?:we|i|they wanted|of)\b",
)
