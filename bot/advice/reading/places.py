"""In which countries the person wants to work, and where they are, by the words of a message.

A move needs words that lead there ("in", "to", "for"); where none do, a bare name tells where the
person is. Where somebody comes from says nothing of either.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from bot.advice.reading.clues import MESSAGES, Clues

QUEBEC = "CA-QC"  # a part of a country with a language of its own

_NAMES: dict[str, str] = {
    "AE": "uae|united arab emirates|emirates|dubai|abu dhabi|sharjah",
    "AR": "argentina|buenos aires",
    "AT": "austria|osterreich|vienna|wien",
    "AU": "australia|aus|sydney|melbourne|brisbane|perth|adelaide|queensland|nsw|new south wales"
    "|canberra|hobart|tasmania|darwin|gold coast|qld|south australia|western australia|aussie",
    "BE": "belgium|belgique|belgie|brussels",
    "BH": "bahrain",
    "BR": "brazil|brasil|sao paulo",
    "CA": "canada|toronto|ontario|vancouver|calgary|alberta|british columbia|ottawa|edmonton"
    "|winnipeg|manitoba|saskatchewan|nova scotia|new brunswick|newfoundland",
    QUEBEC: "quebec|montreal",
    "CH": "switzerland|schweiz|suisse|zurich|geneva|basel",
    "CL": "chile",
    "CN": "china|shanghai|beijing|shenzhen",
    "CO": "colombia|bogota",
    "CZ": "czechia|czech republic|prague",
    "DE": "germany|deutschland|alemania|allemagne|berlin|munich|hamburg|frankfurt",
    "DK": "denmark|danmark|copenhagen",
    "EG": "egypt|cairo",
    "ES": "spain|espana|madrid|barcelona",
    "FI": "finland|suomi|helsinki",
    "FR": "france|paris|lyon|marseille",
    "GB": "uk|united kingdom|england|scotland|wales|britain|great britain|london|northern ireland"
    "|leeds|manchester|birmingham|glasgow|edinburgh|liverpool|bristol|cardiff|belfast|sheffield"
    "|nottingham|leicester|newcastle|aberdeen|southampton|brighton|yorkshire|essex|devon|cornwall",
    "GH": "ghana|accra",
    "GR": "greece|athens",
    "HK": "hong kong",
    "ID": "indonesia|jakarta|bali",
    "IE": "ireland|dublin|galway|limerick",
    "IL": "israel",
    "IN": "india|bangalore|bengaluru|mumbai|delhi|hyderabad|pune|chennai",
    "IT": "italy|italia|milan|rome",
    "JO": "jordan",
    "JP": "japan|tokyo|osaka|nihon",
    "KE": "kenya|nairobi",
    "KR": "korea|south korea|seoul",
    "KW": "kuwait",
    "LI": "liechtenstein",
    "LU": "luxembourg",
    "MA": "morocco|maroc|casablanca",
    "MT": "malta",
    "MX": "mexico",
    "MY": "malaysia|kuala lumpur",
    "NG": "nigeria|lagos|abuja",
    "NL": "netherlands|the netherlands|holland|nederland|amsterdam",
    "NO": "norway|norge|oslo",
    "NZ": "new zealand|nz|auckland|christchurch|wellington",
    "OM": "oman|muscat",
    "PE": "peru|lima",
    "PH": "philippines|manila|cebu",
    "PL": "poland|polska|warsaw",
    "PT": "portugal|lisbon",
    "QA": "qatar|doha",
    "RU": "russia|moscow",
    "SA": "saudi|saudi arabia|ksa|riyadh|jeddah",
    "SE": "sweden|sverige|stockholm",
    "SG": "singapore",
    "TH": "thailand|bangkok",
    "TR": "turkey|turkiye|istanbul",
    "TW": "taiwan|taipei",
    "TZ": "tanzania",
    "UA": "ukraine|kyiv",
    "US": "usa|united states|the states|america|texas|california|new york|florida|nyc|chicago"
    "|houston|dallas|austin|los angeles|san francisco|san diego|atlanta|seattle|boston|miami"
    "|philadelphia|denver|detroit|ohio|michigan|illinois|pennsylvania|arizona|colorado|nevada"
    "|oregon|virginia|north carolina|south carolina|tennessee|minnesota|wisconsin|missouri"
    "|maryland|indiana|kentucky|alabama|oklahoma|massachusetts|new jersey|connecticut",
    "VN": "vietnam|hanoi|saigon",
    "ZA": "south africa|cape town|johannesburg|durban",
}  # fmt: skip
_WITHIN = {  # parts of a country that license by themselves, and what lies in them
    "alberta": "calgary|edmonton",
    "british columbia": "vancouver",
    "california": "los angeles|san francisco|san diego",
    "florida": "miami",
    "illinois": "chicago",
    "massachusetts": "boston",
    "new york": "nyc",
    "nsw": "sydney|new south wales",
    "ontario": "toronto|ottawa",
    "queensland": "brisbane|qld|gold coast",
    "texas": "houston|dallas|austin",
}
_PART_OF = {place: part for part, places in _WITHIN.items() for place in places.split("|")}
_OF = {name: code for code, names in _NAMES.items() for name in names.split("|")}
_FIRST = frozenset(name.split()[0] for name in _OF) | {"us"}
_MOST_WORDS = 3  # of a place's name
_NO_PLACE = frozenset("from of ex left leaving than the".split())  # "the London one" is an issuer's
NAMES = frozenset(name for name in _OF if " " not in name)
_EVERY = "|".join(sorted(_OF, key=len, reverse=True))
_PLACE = (
    rf"(?:in|to|for|into|towards?|im|nach|en|au|aux|fur|pour|para|sa|of) (?:the )?({_EVERY})(?!\S)"
)
_OFF_TO = (
    r"(?<!\S)(?:want|wanna|wants|wanting|hope|hoping|plan|planning|like|dream|go|goin|going|mov\w+"
    r"|relocat\w+|emigrat\w+|migrat\w+|apply|applying|head\w*|abroad|regist\w+|visa|licen[cs]\w+"
    rf"|recogni[sz]\w+|anerkennung)(?: \S+){{0,4}}? {_PLACE}"
)
_TO_AMERICA = (  # "us" is mostly a pronoun
    r"(?<!\S)(?:go|going|move|moving|work|nurse|apply|applying|planning) (?:to|in|for)"
    r" (?:the )?us(?!\S)"
)
CLUES: Clues[str] = Clues(
    {"said": (rf"(?<!\S){_PLACE}",), "off to": (_OFF_TO,), "to america": (_TO_AMERICA,)},
    MESSAGES,
)


def places(line: str) -> frozenset[str]:
    """Country codes of where the work is to be: where the person is off to, else where it is."""
    return countries(_said(line))


def countries(names: Iterable[str]) -> frozenset[str]:
    """The codes of the countries in which these places lie."""
    return frozenset(_OF[name] for name in names)


def parts(names: Iterable[str]) -> frozenset[str]:
    """The states and provinces among these places, or in which they lie."""
    return frozenset(part for part in (_PART_OF.get(n, n) for n in names) if part in _WITHIN)


def whereabouts(line: str) -> frozenset[str]:
    """Names of where the work is, or else of where the person is: a bare name tells of that."""
    return _said(line) or frozenset(named(line.split()))


def named_in(title: str) -> tuple[str, ...]:
    """The places in the name of a title."""
    return tuple(named([word.strip("(),;:") for word in title.casefold().split()]))


def named(words: Sequence[str]) -> Iterator[str]:
    """Each place named, however it stands there; where somebody is from is left out."""
    for at, word in enumerate(words):
        if word in _FIRST and not (at and words[at - 1] in _NO_PLACE):
            phrases = (" ".join(words[at : at + most]) for most in range(_MOST_WORDS, 0, -1))
            yield from [name for name in phrases if name in _OF][:1]


@lru_cache(maxsize=8)
def _said(line: str) -> frozenset[str]:
    if _FIRST.isdisjoint(line.split()):
        return frozenset()
    found = CLUES.hits(line)
    off = {hit[1] for hit in found.get("off to", ())}
    if found.get("to america"):
        off.add("usa")
    return frozenset(off or {hit[1] for hit in found.get("said", ())})
