"""In which countries the person wants to work, by the words of a message.

Only words that lead there count ("in", "to", "for"): where somebody comes from says nothing of it.
"""

from bot.advice.reading.clues import Clues

QUEBEC = "CA-QC"  # a part of a country with a language of its own

_NAMES: dict[str, str] = {
    "AE": "uae|united arab emirates|emirates|dubai|abu dhabi|sharjah",
    "AR": "argentina|buenos aires",
    "AT": "austria|osterreich|vienna|wien",
    "AU": "australia|aus|sydney|melbourne|brisbane|perth|adelaide|queensland|nsw|new south wales",
    "BE": "belgium|belgique|belgie|brussels",
    "BH": "bahrain",
    "BR": "brazil|brasil|sao paulo",
    "CA": "canada|toronto|ontario|vancouver|calgary|alberta|british columbia",
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
    "GB": "uk|united kingdom|england|scotland|wales|britain|great britain|london|northern ireland",
    "GH": "ghana|accra",
    "GR": "greece|athens",
    "HK": "hong kong",
    "ID": "indonesia|jakarta",
    "IE": "ireland|dublin",
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
    "NZ": "new zealand|nz|auckland",
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
    "US": "usa|united states|the states|america|texas|california|new york|florida",
    "VN": "vietnam|hanoi|saigon",
    "ZA": "south africa|cape town|johannesburg|durban",
}  # fmt: skip
_OF = {name: code for code, names in _NAMES.items() for name in names.split("|")}
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
    {"said": (rf"(?<!\S){_PLACE}",), "off to": (_OFF_TO,), "to america": (_TO_AMERICA,)}
)


def places(line: str) -> frozenset[str]:
    """Country codes of where the work is to be: where the person is off to, else where it is."""
    found = CLUES.hits(line)
    off = {_OF[hit[1]] for hit in found.get("off to", ())}
    if found.get("to america"):
        off.add("US")
    return frozenset(off or {_OF[hit[1]] for hit in found.get("said", ())})
