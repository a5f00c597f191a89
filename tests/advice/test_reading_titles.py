"""Titles of credentials as people type them: codes, abbreviations, slips, unknown ones."""

import pytest

from bot.advice.library import Library

KNOWN = (
    ("AZ-900", "microsoft-azure-fundamentals"),
    ("az900", "microsoft-azure-fundamentals"),
    ("AZ 900", "microsoft-azure-fundamentals"),
    ("Microsoft Certified: Azure Fundamentals (AZ-900)", "microsoft-azure-fundamentals"),
    ("azure fundamentals exam", "microsoft-azure-fundamentals"),
    ("aws ccp", "aws-cloud-practitioner"),
    ("AWS SAA", "aws-solutions-architect-associate"),
    ("aws solutions architect associate", "aws-solutions-architect-associate"),
    ("CSM", "scrum-alliance-csm"),
    ("csm cert", "scrum-alliance-csm"),
    ("PSM I", "scrum-org-psm-i"),
    ("psm1", "scrum-org-psm-i"),
    ("google data cert", "google-data-analytics"),
    ("Google Data Analytics Professional Certificate", "google-data-analytics"),
    ("data analytics google", "google-data-analytics"),
    ("google ux design", "google-ux-design"),
    ("google project management course", "google-project-management"),
    ("PL-300", "microsoft-power-bi-data-analyst"),
    ("Security+", "comptia-security-plus"),
    ("comptia sec+", "comptia-security-plus"),
    ("A+", "comptia-a-plus"),
    ("pmp certification", "pmi-pmp"),
    ("CAPM", "pmi-capm"),
    ("PRINCE2 foundation", "prince2-foundation"),
    ("CISSP", "isc2-cissp"),
    ("cisco ccna", "cisco-ccna"),
    ("itil foundation", "itil-4-foundation"),
    ("CELTA", "celta"),
    ("IOSH managing safely", "iosh-managing-safely"),
    ("food hygiene level 2", "level-2-food-hygiene"),
    ("CNA", "cna-certification"),
    ("ACLS", "aha-acls-provider"),
    ("AAT level 3", "aat-level-3"),
    ("ACCA", "acca-qualification"),
    ("SHRM-CP", "shrm-cp"),
    ("CIPD level 5", "cipd-level-5"),
    ("CKA", "cka"),
    ("terraform associate", "hashicorp-terraform-associate"),
    ("tableau desktop specialist", "tableau-desktop-specialist"),
    ("WSET level 2", "wset-level-2-wines"),
    ("nasm cpt", "nasm-cpt"),
    ("RYT 200", "ryt-200"),
    ("18th edition", "cg-2382-18th-edition"),
    # One of many with the same first words, and what people call it.
    ("LEED AP ID+C", "leed-ap-idc"),
    ("leed ap o+m", "leed-ap-om"),
    ("CSCS red card", "cscs-red-trainee"),
    ("cscs blue", "cscs-skilled-worker-blue-card"),
    ("dogging licence", "hrwl-dogging"),
    ("high risk work licence LF", "hrw-licence-forklift"),
    ("working at heights ticket australia", "riiwhs204e"),
    ("NEBDN certificate in dental radiography", "nebdn-dental-radiography"),
    ("CPAN", "cpan"),
    ("SHRM inclusive workplace culture specialty credential", "shrm-inclusive-workplace"),
    ("RCVS cert in advanced vet nursing", "rcvs-certavn"),
    ("salesforce admin certificate", "salesforce-certified-administrator"),
    ("azure admin certificate", "azure-administrator-associate"),
    ("jira admin certification", "atlassian-acp-120"),
    ("sap fico", "sap-s4hana-finance"),
    ("St John Ambulance first aid", "st-john-first-aid"),
    ("advanced life support", "resus-council-als"),
    ("kaggle badges", "kaggle-badges"),
    ("bcs dpo", "bcs-data-protection"),
    ("cilex cpq", "cilex-cpq-foundation"),
    ("ltcl teaching", "trinity-teaching-diploma"),
    ("vtct level 4 laser and ipl", "vtct-level-4-laser"),
    ("ELSA training", "elsa-training"),
    ("sps techniker", "siemens-sps-techniker"),
    ("200hr RYT", "ryt-200"),
    ("eng1", "mca-eng1"),
    ("ahli k3 umum", "ak3-umum"),
    ("tokutei ginou", "ssw-food-service"),
    ("wireman's licence", "wireman-licence-za"),
    ("truckkort", "truckforerbevis"),
    ("part 107", "faa-part-107"),
)

SLIPS = (
    ("securty+", "comptia-security-plus"),
    ("level 2 food hygeine", "level-2-food-hygiene"),
    ("google data analitics", "google-data-analytics"),
    ("azure fundementals", "microsoft-azure-fundamentals"),
    ("tablaeu desktop specialist", "tableau-desktop-specialist"),
    ("prince2 fundation", "prince2-foundation"),
)

BY_WORDS = (
    ("sql course", {"sql"}),
    ("excel course for beginners", {"excel"}),
    ("Zumba and SQL weekend", {"sql"}),
    ("leadership certificate", {"leadership"}),
    ("certificate in negotiation", {"negotiation"}),
    ("welding cert", {"welding"}),
    ("bookkeping course", {"bookkeeping"}),
    ("Python and SQL bootcamp", {"python", "sql"}),
    ("javascript course", {"javascript"}),
    ("java script course", {"javascript"}),
)

NOTHING_KNOWN = (
    "Zorbing Certificate",
    "art of visualization",
    "Developer Data Use Policy",
    "🙂 x 7",
)

# A name that shares letters or words with another one, and what it must not be read as.
COLLISIONS = (
    ("AWS Certified Welder", {"aws", "cloud-computing"}),
    ("Cisco IOS course", {"ios-development", "swift"}),
    ("data entry course", {"data-science", "data-analysis"}),
    ("java course", {"javascript"}),
    ("art of visualization", {"data-visualisation", "drawing"}),
    ("Developer Data Use Policy", {"software-development", "data-analysis"}),
)


@pytest.mark.parametrize(("says", "expects"), KNOWN)
def test_known_title_is_read(library: Library, says: str, expects: str) -> None:
    """A known credential is found by its code, abbreviation, short form or words in any order."""
    found = library.messages.titles.read(says)
    assert found is not None
    assert found.known == expects
    assert found.read == says
    assert found.name == library.knowledge.credentials[expects].name


@pytest.mark.parametrize(("says", "expects"), SLIPS)
def test_slip_is_mended_and_said(library: Library, says: str, expects: str) -> None:
    """A slip of the finger finds the credential all the same, and is marked as mended."""
    found = library.messages.titles.read(says)
    assert found is not None
    assert (found.known, found.repaired) == (expects, True)
    assert found.read == says


@pytest.mark.parametrize(("says", "expects"), BY_WORDS)
def test_unknown_title_teaches_what_its_words_say(
    library: Library, says: str, expects: set[str]
) -> None:
    """A title that nobody filed keeps its words, and teaches the skills that they name."""
    found = library.messages.titles.read(says)
    assert found is not None
    assert not found.known
    assert found.name == says
    assert set(found.skills) == expects


@pytest.mark.parametrize("says", NOTHING_KNOWN)
def test_nothing_is_guessed(library: Library, says: str) -> None:
    """A title whose words are not known is kept as typed and teaches nothing that I know."""
    found = library.messages.titles.read(says)
    assert found is not None
    assert (found.known, found.skills, found.roles) == ("", (), ())


@pytest.mark.parametrize("says", ["", "   ", "...", "?!", "\u200b\u202e", "🙂"])
def test_no_words_are_no_title(library: Library, says: str) -> None:
    """Where there are no words there is no credential."""
    assert library.messages.titles.read(says) is None


@pytest.mark.parametrize(("says", "never"), COLLISIONS)
def test_shared_letters_are_no_shared_meaning(library: Library, says: str, never: set[str]) -> None:
    """A title is never read as another one's subject because of a word or letters they share."""
    found = library.messages.titles.read(says)
    assert found is not None
    assert never.isdisjoint(found.skills)


def test_what_the_person_told_wins(library: Library) -> None:
    """An answer to "what does it teach?" holds for the same words, however they are typed."""
    told = {"zorbing certificate": ("sql",), "az 900": ("python",)}
    read = library.messages.titles.read
    for says in ("Zorbing Certificate", "zorbing  CERTIFICATE", "zorbing certificates"):
        found = read(says, answers=told)
        assert found is not None
        assert found.skills == ("sql",)
    found = read("AZ-900", answers=told)
    assert found is not None
    assert found.skills == ("python",)


def test_issuer_beside_the_title_helps(library: Library) -> None:
    """Words that name a credential only with its issuer are read with it."""
    read = library.messages.titles.read
    with_issuer, alone = read("Data Analytics", "Google"), read("Data Analytics", "Zorb")
    assert with_issuer is not None
    assert alone is not None
    assert with_issuer.known == "google-data-analytics"
    assert alone.known != "google-data-analytics"


@pytest.mark.parametrize(
    ("says", "issuer", "expects"),
    [
        ("CAP", "INFORMS", "informs-cap"),
        ("CSM", "Cisco", "cisco-customer-success-manager"),
        ("CPP", "PayrollOrg", "payroll-cpp"),
        ("CPM", "AIPMM", "aipmm-cpm"),
        ("CDMP", "DMI", "dmi-cdmp"),
        ("CST", "Scrum Alliance", "scrum-alliance-cst"),
        ("CPP", "ASIS International", "asis-cpp"),
        ("CSM", "Coursera", "scrum-alliance-csm"),
    ],
)
def test_shared_short_form_is_its_issuers(
    library: Library, says: str, issuer: str, expects: str
) -> None:
    """Letters that several bodies use mean the title of the one that is named."""
    assert library.messages.titles.read(says, issuer).known == expects  # type: ignore[union-attr]


def test_every_credential_is_found_by_its_own_name(library: Library) -> None:
    """Each credential of the knowledge is read as itself, or as one that bears the same name."""
    knowledge = library.knowledge.credentials
    wrong = []
    for title in knowledge.values():
        found = library.messages.titles.read(title.name)
        if found is None or found.known != title.id:
            other = knowledge[found.known].name if found and found.known else "nothing"
            wrong.append(f"{title.id}: {other}")
    assert wrong == []
