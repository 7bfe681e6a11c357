"""Words that name an office, a rank or an occupation, and words of courtesy and kinship."""

from articles.text.english.lists import listed

# Written before a name with a capital: President Jane Roe, Gen. Jane Roe.
TITLE_WORDS = listed(
    """
    president vice-president chairman chairwoman chairperson chair secretary minister chancellor premier governor
    senator representative congressman congresswoman councillor councilman councilwoman councilmember assemblyman
    assemblywoman alderman delegate mayor ambassador envoy commissioner commander general admiral colonel captain
    major lieutenant sergeant corporal marshal brigadier commodore inspector superintendent constable sheriff
    chief judge justice attorney solicitor professor doctor dean director archbishop bishop cardinal pope rabbi
    imam sheikh pastor reverend father sister brother ayatollah king queen prince princess duke duchess lord lady
    baron baroness sir dame emperor emir sultan speaker spokesman spokeswoman spokesperson leader treasurer
    administrator comptroller coach officer undersecretary taoiseach coordinator counselor adviser advisor editor
    correspondent reporter analyst candidate manager strategist lawmaker co-founder founder astronaut deputy surgeon
    executive comrade
    """
)
RANKS = listed(
    """
    sen. sens. rep. reps. gov. gen. lt. col. sgt. capt. adm. maj. cmdr. cpl. pvt. prof. rev. hon. insp. supt.
    brig. pres. amb. del. det. sen rep gov gen lt col sgt capt prof
    mp cde mme
    """
)
IN_FULL = {
    "sen.": "senator",
    "rep.": "representative",
    "gov.": "governor",
    "gen.": "general",
    "lt.": "lieutenant",
    "col.": "colonel",
    "sgt.": "sergeant",
    "capt.": "captain",
    "adm.": "admiral",
    "prof.": "professor",
    "rev.": "reverend",
    "pres.": "president",
    "amb.": "ambassador",
    "det.": "detective",
}
COURTESY = listed("dr dr. mr mrs ms miss mx mr. mrs. ms. mx. messrs. sir dame honorable honourable emeritus")
HE_TITLES = listed(
    """
    mr mr. sir king prince duke lord baron emperor sultan emir pope bishop cardinal imam rabbi father brother
    congressman chairman spokesman councilman assemblyman businessman ayatollah
    """
)
SHE_TITLES = listed(
    """
    mrs mrs. ms ms. miss dame queen princess duchess lady baroness sister congresswoman chairwoman spokeswoman
    councilwoman assemblywoman businesswoman actress
    """
)

# Lower-case nouns that name what a person does or is.
ROLE_NOUNS = TITLE_WORDS - {"chair", "general", "major", "father", "sister", "brother"} | listed(
    """
    activist actor actress administrator advocate agent aide ally anchor announcer archaeologist architect artist
    assistant associate astronomer athlete attorney author banker biologist billionaire blogger boss broadcaster
    businessman businesswoman campaigner captain celebrity ceo cfo coo champion chemist clerk co-chair co-host
    co-author coach columnist comedian commentator composer congressman conservationist consultant contractor
    contributor co-worker counsel creator critic curator defector demographer designer detective
    developer diplomat dissident doctor driver dramatist drummer economist educator employee engineer entertainer
    entrepreneur epidemiologist executive expert farmer fellow filmmaker financier firefighter footballer frontman
    fundraiser geologist goalkeeper guitarist guru head historian host hostess hunter illustrator insider
    instructor inventor investigator investor journalist jurist lawyer lecturer legislator librarian lobbyist
    meteorologist midfielder missionary mogul monk musician negotiator neurosurgeon neuroscientist nominee
    novelist nun nurse official operative opponent organiser organizer owner painter pastor philanthropist
    philosopher photographer physician physicist pilot pioneer planner player playwright poet policeman politician
    pollster priest principal producer programmer prosecutor psychiatrist psychologist publicist publisher pundit
    ranger rapper rector researcher resident scholar scientist sculptor secretary-general shareholder singer
    skipper socialist sociologist soldier soprano specialist spokesperson star statesman statistician striker
    student surfer surgeon surrogate teacher technician theologian therapist trader trainer trustee tycoon
    undersecretary vendor veteran veterinarian vice-chair vice-chairman victim violinist virologist volunteer
    voter winner worker wrestler writer zoologist candidate contender front-runner frontrunner hopeful rival
    incumbent premier envoy czar chairperson member co-leader vice-chancellor provost chaplain barrister
    magistrate justice goalie defender quarterback pitcher footballer co-director lieutenant teenager survivor
    witness mother-of-two cofounder mastermind whistleblower businessperson
    """
)
# Plural or vague people.
PEOPLE_NOUNS = listed(
    """
    man woman men women person people official officials source sources witness witnesses critic critics supporter
    supporters opponent opponents analyst analysts expert experts aide aides voter voters protester protesters
    demonstrator demonstrators resident residents activist activists scientist scientists researcher researchers
    lawyer lawyers attorney attorneys prosecutor prosecutors diplomat diplomats insider insiders observer
    observers reader readers boy girl child neighbour neighbor friend friends colleague colleagues user users
    poster student students teacher teachers parent parents lawmaker lawmakers senator senators republicans
    democrats conservatives liberals spokesman spokeswoman spokesperson employee employees worker workers reporter
    reporters journalist journalists member members fan fans caller guest audience crowd strategist operative
    operatives donor donors
    """
)
KINSHIP = listed(
    """
    son daughter wife husband mother father brother sister son-in-law daughter-in-law mother-in-law father-in-law
    brother-in-law sister-in-law widow widower grandson granddaughter grandfather grandmother nephew niece uncle
    aunt cousin stepson stepdaughter stepfather stepmother stepbrother stepsister half-brother half-sister fiancé
    fiancée fiance fiancee girlfriend boyfriend partner spouse ex-wife ex-husband twin great-grandson
    great-granddaughter
    """
)
BEFORE_OFFICE = listed(
    """
    former ex-president acting deputy vice senior chief prime foreign assistant associate interim junior first
    lead executive managing national special press white attorney under parliamentary permanent lord major
    lieutenant staff general presidential campaign outgoing incoming then late state supreme
    """
)


# What a minister or a secretary has charge of.
PORTFOLIOS = listed(
    """
    state defense defence war interior treasury justice labor labour energy education health transportation transport
    commerce trade agriculture housing homeland culture finance environment development veterans
    """
) | {"foreign affairs", "homeland security", "veterans affairs", "the interior", "public works", "national security"}

_OFFICES = (TITLE_WORDS | ROLE_NOUNS | RANKS) - COURTESY
# Offices only with a capital: "Major Jane Roe" but "an art major"; "Father Roe" but "her father".
_WITH_CAPITAL = listed("major general father mother sister brother lady lord")


def is_office(low: str) -> bool:
    """Whether a word names an office, a rank or an occupation."""
    return low in _OFFICES or ("-" in low and low.rsplit("-", 1)[1] in ROLE_NOUNS)


def names_office(word: str) -> bool:
    """The same of a word as written, for some words are offices only with a capital."""
    return is_office(word.lower()) and word not in _WITH_CAPITAL
