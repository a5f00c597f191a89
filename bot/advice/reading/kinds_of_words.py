"""Kinds of words that sentences about oneself are put together from.

Each is an alternative to stand in a pattern; see :mod:`clues` for how the patterns are tried.
"""


def gap(most: int) -> str:
    """Up to so many words, as few as will do; no stop stands among them."""
    return rf"(?:[\w'&-]+ ){{0,{most}}}?"


COUNT = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|a couple of|a few|few|several|many)"
SPAN = rf"(?:{COUNT} ?\+? ?(?:or so |odd |long |full )?(?:years?|yrs?|yr|months?|mths?|y|winters|seasons)|a (?:year|decade|while|long time)|decades|ages|years|too long|my \w+ years)"
SO_LONG = r"(?:(?:a |an |the last |about |over |nearly |almost |around ){0,3}(?:\d+|few|couple of|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|many|several) ?(?:years?|yrs?|months?|mths?|y)|a decade|decades|ages|a while|years|(?:19|20)\d\d|covid|the pandemic|lockdown|uni|school|(?:the |my )?(?:kids?|baby|twins|children|accident|operation))"

# People who are no employer: what they want, say or ask is no order.
KIN = r"(?:mum|mom|mummy|mam|ma|mother|dad|daddy|father|parents?|wife|husband|hubby|partner|girlfriend|boyfriend|gf|bf|son|daughter|kids?|child|children|brother|sister|bro|sis|uncle|aunt|auntie|aunty|cousin|nephew|niece|nan|gran|granny|grandma|grandad|grandfather|grandmother|in ?-? ?laws?|family|folks)"
STRANGER = (
    rf"(?:{KIN}|friends?|mates?|pals?|buddy|flatmate|roommate|neighbou?rs?|colleagues?|co ?-? ?workers?|teachers?|tutors?|professors?|lecturers?|mentors?|coach|"
    r"accountant|lawyer|solicitor|doctor|dr|gp|physio|surgeon|therapist|dentist|landlord|recruiters?|agent|agents|caseworker|advis[eo]r|counsell?or|pastor|priest|imam|"
    r"bank|visa|embassy|insurance|insurer|course|exam|degree|school|college|uni|university|country|state|licence|license|cert|certificate|cv|resume|goal|dream|plan|"
    r"body|back|knees?|hips?|heart|gut|head|brain|eyes|health|laptop|phone|budget|experience|english|life|situation|question|problem|interest|skills?|studies|"
    r"instructor|trainer|provider|website|job ?centre|jobcentre|own|last|old|ex|first|dog|cat)"
)

# Those who give orders at work, and work itself.
BOSS = (
    r"(?:boss(?:es)?|boss ?man|managers?|mgr|management|mgmt|mgt|gaffer|foreman|oga|tl|team lead(?:er)?|line manager|hr|h r|l and d|l d|head ?office|head of (?:year|department|\w+)|hq|"
    r"company|firm|employers?|organi[sz]ation|org|trust|council|directors?|owners?|gm|ceo|cto|cfo|coo|cio|ciso|md|vp|principal|head(?:teacher|master|mistress)?|chef|sous|"
    r"supervisor|sup|superintendent|workplace|work|job|charity|ngo|agency|partners|department|dept|unit|ministry|chief(?: \w+)?|captain|skipper|matron|sister in charge|charge nurse|"
    r"dean|commander|sergeant|bishop|admin|leadership|board|training (?:manager|officer|department)|school board|client|club|factory|plant|hospital|school|head|clinic|hotel|restaurant|depot|"
    r"warehouse|store|shop|salon|gym|airline|ward|care home|home|nursery|yard|shipyard|mine|site|farm|studio|lab|team|army|navy|pmo|(?:ward |unit |clinical |charge )?(?:sister|educator)|heim|betrieb|klinik|betriebsrat|teamleiter\w*|vorgesetzte\w*|firma|drh|rh|board|trustees|bosses|superiors?|seniors|higher ups|command|regional|area manager|lead|floor manager|shift lead|superintendent|regulator|inspectors?|tender|contract|steward|builder|contractor|patron|parish|gov(?:ernment)?|bank|company i joined|practice|centre|center|pools?|estate|embassy i work for)(?:'s|'ve|'d|'ll)?"
)
# The same without what is said of others too ("the hospital says"): enough without "my".
PLAIN_BOSS = (
    r"(?:boss ?man|boss(?:es)?|manager|mgr|management|mgmt|gaffer|foreman|oga|line manager|hr|h r|l and d|head ?office|hq|employer|work|workplace|org|my org|chief|matron|"
    r"headteacher|principal|director|supervisor|ceo|cto|cfo|coo|md|gm|ops manager|owner|captain|skipper|head chef|chef|dept|department|firm|company|council|trust)(?:'s|'ve|'d|'ll)?"
)

# What people have that is a trade of their own.
BUSINESS = (
    r"(?:business|biz|company|firm|agency|salon|studio|consultancy|practice|shop|store|cafe|bakery|boulangerie|patisserie|clinic|nursery|kennels?|cattery|gym|dojo|restaurant|takeaway|pub|bar|"
    r"food truck|truck|lorry|van|cart|coffee cart|trailer|kiosk|stall|stand|booth|pop ?-? ?up|garage|workshop|round|rounds|crew|gang|outfit|brand|label|channel|podcast|blog|website|page|"
    r"b and b|guest ?-? ?house|homestay|hostel|campsite|airbnb|creche|day ?-? ?care|child ?-? ?minding|farm|smallholding|allotment business|orchard|vineyard|hives|herd|boat|charter|taxi|cab|tuk ?tuk|"
    r"boda|matatu|startup|start ?-? ?up|venture|enterprise|micro ?-? ?business|micro ?-? ?enterprise|llc|ltd|pty|etsy|etsy shop|online shop|web ?-? ?shop|school|academy|centre|center|spa|barber ?-? ?shop|"
    r"barbers|tattoo parlour|parlour|butchery|butchers|florist|laundry|laundrette|car wash|catering|cleaning|landscaping|lawn care|removals|tailoring|carpentry|joinery|plumbing|roofing)"
)
# What one does for those who pay for it.
SERVES = (
    r"(?:do|does|doing|did|make|makes|making|sell|sells|selling|bake|baking|cook|cooking|cater|catering|sew|sewing|knit|knitting|crochet\w*|fix|fixing|repair|repairing|mend|mending|paint|painting|"
    r"build|building|cut|cutting|braid|braiding|groom|grooming|tutor|tutoring|teach|teaching|coach|coaching|train|training|clean|cleaning|wash|washing|mow|mowing|shoot|shooting|film|filming|"
    r"photograph\w*|edit|editing|translate|translating|design|designing|write|writing|brew|brewing|roast|roasting|carve|carving|weld|welding|look after|looking after|mind|minding|walk|walking|"
    r"board|boarding|breed|breeding|keep|keeping|grow|growing|rent out|renting out|hire out|hiring out|restore|restoring|upholster\w*|tattoo|tattooing|massage|massaging|host|hosting|dj|run|running|code|coding)"
)
WARES = r"(?:cakes?|cupcakes|bread|food|lunch(?:es)?|meals|pastr(?:y|ies)|sweets|pickles|jam|honey|eggs|milk|vegetables|veg|fruit|flowers|plants|candles?|soaps?|jewell?ery|clothes|dresses|abayas?|bags|shoes|hats|hair|wigs|lashes|nails|brows|makeup|make ?-? ?up|crafts?|cards|prints|art|portraits|furniture|toys|logos|websites|web sites|sites|apps|videos|reels|photos|photography|lessons|tuition|massages?|facials|haircuts|cuts|gardens?|lawns|hedges|trees|windows|ovens|carpets|gutters|houses|homes|flats|phones|laptops|computers|cars|bikes|boilers|tours|weddings?|parties|funerals|events|odd jobs|small jobs|alterations|curtains|puppies|dogs|cats|pets|goats|chickens|spices|coffee|juice|sandwiches|samosas|dumplings|tacos|tamales|marmitas)"
MARKETS = r"(?:insta(?:gram)?|ig|fb|facebook(?: marketplace)?|marketplace|whats ?app|tik ?tok|etsy|ebay|vinted|depop|shopee|lazada|jumia|olx|amazon|daraz|tokopedia|wechat|telegram|shopify|gumroad|redbubble|upwork|fiverr|preply|italki|airbnb|(?:the |our |my |a |local |farmers |night |flea |saturday |sunday |weekend |village |street |craft |christmas )*(?:markets?|craft fairs?|fairs?|stall))"
ROOMS = r"(?:kitchen|garage|garden|shed|spare room|sitting room|living room|front room|back room|dining room|box room|bedroom|bathroom|basement|cellar|attic|loft|conservatory|veranda|verandah|yard|back ?-? ?yard|driveway|house|home|flat|apartment|place|van|car|caravan|truck|tent|compound|balcony|kiosk|shack|cabin|barn|terrace|boot|room)"

# What one rises to.
RANK = (
    r"(?:senior|snr|sr|lead|leader|leading|team lead(?:er)?|head|deputy|assistant head|chief|principal|supervisor|supervisory|foreman|charge ?-? ?hand|charge nurse|sister|ward manager|matron|sous(?: chef)?|"
    r"head chef|chef de partie|manager|managerial|management|area manager|shift (?:lead(?:er)?|manager|supervisor)|store manager|site manager|general manager|director|partner|associate|mid ?-? ?level|"
    r"master|specialist|advanced|consultant|inspector|sergeant|captain|first officer|headship|team manager|coordinator|section head|hod|superintendent|quality lead)"
)
POST = r"(?:role|job|post|position|spot|seat|chair|desk|vacancy|title|grade|band|place|opening|slot|level|rank)"
