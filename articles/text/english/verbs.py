"""Verbs that report words, with all their forms, and other common verbs, which only end a noun phrase."""

from articles.text.english.lists import listed

# Verbs whose plain use is to report words: they bind a quotation wherever they stand.
STRONG = listed(
    """
    say tell add write tweet explain note reply declare respond conclude argue insist remark acknowledge recall
    warn announce joke assert predict concede state ask continue quip opine retort exclaim caution lament
    reiterate stress emphasize emphasise contend maintain muse recount interject proclaim testify comment retweet
    admit vow pledge promise boast complain observe claim repeat
    """
)

# Verbs that report words when a quotation or a clause stands by them.
_USUAL = listed(
    """
    accuse advise affirm agree allege answer apologize apologise appeal articulate assail assess assure attack
    attest bark beg believe bellow bemoan blame blast blog blurt brag bristle call characterize characterise chant
    charge cheer chide cite clarify command commend condemn confess confirm congratulate counsel counter credit
    criticize criticise critique croon cry curse decline decry deem defend demand denounce deny deride describe
    disagree disclose dismiss dispute dub echo elaborate elucidate email emphasise encourage enthuse envision
    estimate exhort expound express exult fear forecast fume gasp gloat growl grumble guess gush hail hint hiss
    holler hope howl imply implore indicate inform inquire instruct intimate intone introduce invoke jeer jest
    jibe judge kid label lambaste laugh lecture liken mention moan mock mumble murmur mutter nod object offer
    order pen plead point ponder posit praise pray preach press proffer pronounce propose protest quote rail rant
    rap rate rave read reason reassure rebuke reckon recommend reflect refer refute reject rejoin relate relay
    remind report request reveal ridicule rip roar salute scoff scold scowl scream shout shriek shrug sigh sign
    signal slam snap snarl sneer sniff sob speak speculate spell splutter stammer stipulate stutter suggest sum
    summarize summarise surmise suspect swear sympathize taunt tease term text thank theorize think thunder tout
    trumpet underline underscore urge utter vent venture verify voice volunteer wail warble welcome whine whisper
    wish wonder worry yell hammer knock marvel decry skewer summon chastise berate admonish extol laud applaud
    invite hypothesize rhapsodize chuckle crow banter recite sing plug pitch bill brand cast paint portray depict
    frame publish release post caption
    grouse gripe rue deplore belittle excoriate cajole beseech reminisce recollect classify categorize categorise
    designate christen nickname aver avow certify corroborate deduce infer determine decree specify parrot mimic
    reference allude insinuate broach heckle disparage denigrate vilify malign divulge confide scrawl scribble
    """
)

_IRREGULAR = {
    "say": "says said saying", "tell": "tells told telling", "write": "writes wrote written writing",
    "think": "thinks thought thinking", "speak": "speaks spoke spoken speaking", "read": "reads read reading",
    "swear": "swears swore sworn swearing", "sing": "sings sang sung singing", "cast": "casts cast casting",
    "beg": "begs begged begging", "refer": "refers referred referring", "spell": "spells spelled spelling",
    "forecast": "forecasts forecast forecasting", "quip": "quips quipped quipping",
    "admit": "admits admitted admitting",
    "rap": "raps rapped rapping", "snap": "snaps snapped snapping", "rip": "rips ripped ripping",
    "dub": "dubs dubbed dubbing", "brag": "brags bragged bragging", "hum": "hums hummed humming",
    "sum": "sums summed summing", "blog": "blogs blogged blogging", "nod": "nods nodded nodding",
    "sob": "sobs sobbed sobbing", "plug": "plugs plugged plugging", "slam": "slams slammed slamming",
    "concur": "concurs concurred concurring", "shrug": "shrugs shrugged shrugging", "kid": "kids kidded kidding",
    "tweet": "tweets tweeted tweeting", "lead": "leads led leading", "pen": "pens penned penning",
}  # fmt: skip

# Verbs of several words; the words after the first follow it directly.
PHRASAL = {
    "went on": "add", "goes on": "add", "going on": "add", "shot back": "reply", "fired back": "reply",
    "hit back": "reply", "chimed in": "add", "chimes in": "add", "weighed in": "say", "put it": "say",
    "puts it": "say", "pushed back": "reply", "pointed out": "say", "points out": "say", "point out": "say",
    "pointing out": "say", "called out": "criticize", "goes": "say", "shoots back": "reply", "chipped in": "add",
    "spoke up": "say", "summed up": "say", "sums up": "say",
}  # fmt: skip

# Verbs that report nothing but tell where a noun phrase ends.
_OTHER = listed(
    """
    accept achieve act address admire adopt aim allow announce appear appoint approve arrive arrest attempt attend
    avoid back ban become begin bring build buy campaign cancel carry catch cause celebrate challenge change
    choose claim close collect come compare compete consider contain create cut decide deliver discuss draw drive
    drop earn elect emerge enter escape establish expect explore face fail fall feel fight file find fire follow
    force get give go grow handle happen hear help hit hold host include increase issue join jump keep kill know
    lead lean learn leave lie live look lose make manage meet mean miss move need notice open oppose pay play
    prepare prevent push put raise reach receive refuse remain remember require resign return rise run save see
    seek seem sell send serve set shoot sit spend stand start stay step stop support take talk throw travel try
    turn understand use visit vote wait walk want wear win work ensure pretend appear intend plan hope suffer
    tie exist die try belong contribute depend destroy develop differ dig divide enjoy examine exceed exclude extend
    gather govern identify ignore impose improve inspire install involve justify maintain marry mention merge modify
    negotiate obey obtain occupy occur operate originate overcome participate perform persist persuade possess
    preserve proceed protect provide prove publish pursue qualify recognize recognise recover recruit reduce relax
    rely remove renew replace resemble resist resolve restore retain retire reunite satisfy serve settle shrink
    solve strengthen submit succeed survive tend threaten transform translate unite unveil violate weaken withdraw
    adapt adjust afford analyze analyse apply assemble assist assume attract await bother broaden compose conceive
    conduct confront confuse connect construct consult convert convince cooperate deserve determine disappear
    discover distinguish distribute donate eliminate enable encounter endorse endure enforce engage enhance evaluate
    expand expire explode flee forbid forgive fulfil fulfill generate hesitate hurry imagine imitate immigrate
    inspect integrate interpret interrupt invent invest investigate locate mobilize
    """
)
_OTHER_IRREGULAR = listed(
    """
    became begun began brought built bought caught chose chosen came cut dealt drew drawn drove driven ate fell
    fallen felt fought found forgot flew gave given went gone got gotten grew grown heard held hit kept knew known
    laid led left lent lay lost made meant met paid put ran rose seen saw sought sold sent set shook shot sat
    slept spent stood stole struck stuck swung took taken taught threw thrown understood woke wore won broke
    broken bore beat bent bid bled blew hung hurt let let's slid clad sworn
    """
)

_DOUBLING = "ptgbmnd"


def forms(verb: str) -> list[str]:
    """All forms of an English verb: says, said, saying."""
    if verb in _IRREGULAR:
        return [verb, *_IRREGULAR[verb].split()]
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    past, gerund = verb + "ed", verb + "ing"
    if verb.endswith("e"):
        past, gerund = verb + "d", verb[:-1] + "ing"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        third, past = verb[:-1] + "ies", verb[:-1] + "ied"
    elif _doubles(verb):
        past, gerund = verb + verb[-1] + "ed", verb + verb[-1] + "ing"
    return [verb, third, past, gerund]


def _doubles(verb: str) -> bool:
    """Stop, stopped: one short vowel before one consonant."""
    one_vowel = sum(letter in "aeiou" for letter in verb) == 1
    return len(verb) >= 3 and one_vowel and verb[-1] in _DOUBLING and verb[-2] in "aeiou" and verb[-3] not in "aeiou"


# A form of a reporting verb -> the verb.
CUE_FORMS: dict[str, str] = {form: verb for verb in _USUAL | STRONG for form in forms(verb)}
# Forms that are far more often nouns or adjectives than reports of words.
for _form in listed(
    """
    point points press charge charges order orders sign signs term terms post posts text texts rate rates offer
    offers credit request requests hope hopes fear fears label labels brand brands bill bills cast report reports
    comment comments quote quotes promise promises attack attacks protest protests object objects reason reasons
    pitch signal signals plug pen pens pray released release releases published publish publishes command commands
    welcome reject nod sum judge judges appeal appeals defend email emails demand demands voice voices frame
    frames cry estimate estimates forecast forecasts knock rap rip hammer guess kid kids paint tweet laugh laughs
    believed thought think believe suspect suspects stress concerns pledge pledges vow dispute disputes counter
    counsel praise hail salute answer repeat note remark remarks reply joke jokes worry wish wishes claim whine
    roar shout scream yell whisper tease critique blame tout curse plead spell
    """
):
    CUE_FORMS.pop(_form, None)
CUE_FORMS |= {"posted": "post", "emailed": "email", "quipped": "quip"}
OTHER_FORMS: set[str] = {form for verb in _OTHER for form in forms(verb)} | set(_OTHER_IRREGULAR)
# Forms of other verbs that are mostly nouns.
OTHER_FORMS -= listed(
    """
    act address aim attempt back ban campaign cause challenge change close cut draw drive drop fall fight file
    fire force help hit host increase issue lead lie look move need notice open pay play plan push return rise run
    save set sit stand start stay step stop support talk travel turn use visit vote wait walk work works plans
    hopes votes uses acts addresses aims attempts bans campaigns causes challenges changes cuts fights files fires
    forces hosts increases issues leads lies looks moves needs plays returns runs sets stands starts steps
    supports talks turns visits walks hit hold face catch live lives pushes rises visits spends building meeting
    finding findings feelings feeling hearing meaning mean beginning understanding standing cut left
    """
)
