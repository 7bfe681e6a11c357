"""Common nouns a reader of news must know: times, documents that speak, people by what they do."""

from articles.text.english.lists import listed

TIMES = listed(
    """
    week month year day night morning afternoon evening weekend time hour minute moment today yesterday tomorrow
    tonight summer winter spring fall autumn noon midnight days weeks months years hours minutes monday tuesday
    wednesday thursday friday saturday sunday a.m. p.m. eve past decade century season
    """
)

DOCUMENTS = listed(
    """
    statement letter memo email e-mail tweet post message note report release announcement article editorial
    column essay interview speech book memoir op-ed ad advertisement video text document filing lawsuit complaint
    ruling opinion order petition resolution study survey poll website transcript press-release remark remarks
    comment comments tweets posts emails letters sign signs banner headline caption placard story piece
    blog
    """
)

# Places whose authorities speak for them: the city said.
PLACE_NOUNS = listed("city county town village borough municipality township state")

# Bodies called by a common noun: the company said.
BODY_NOUNS = PLACE_NOUNS | listed(
    """
    company agency ministry department government administration campaign committee commission council court
    university school hospital police army military navy union group organization organisation party team club
    newspaper paper network station magazine outlet website firm bank corporation charity association institute
    foundation office board panel parliament senate house congress church league federation embassy bureau
    authority authorities publication daily weekly tabloid channel broadcaster site blog camp regime movement
    coalition alliance airline manufacturer retailer museum studio watchdog regulator force service jury tribunal
    consortium nonprofit
    """
)

# What people utter, as a noun: his promise of “free college”.
SPEECHES = DOCUMENTS | listed(
    """
    promise promises pledge vow call calls claim claims assertion assertions accusation accusations criticism
    criticisms slogan argument arguments defence defense description warning warnings contention suggestion demand
    demands proposal view views belief answer answers question questions response reply charge charges allegation
    allegations rhetoric address declaration assurance commitment motto mantra chant chants joke jokes apology
    explanation reference references insistence admission advice appeal invitation request testimony account word
    words term terms phrase line lines quote quotes label labels nickname praise embrace support pitch theme stance
    emphasis plan idea notion attack attacks moniker dictum cry quip barb taunt jibe jab insult refrain tagline
    pronouncement pronouncements utterance utterances denunciation denunciations complaint complaints prediction
    predictions observation observations characterization characterisation caveat rebuke retort rejoinder threat
    reply replies response responses shout shouts cries
    """
)

# What bears names that begin like those of people: the Jane Roe Prize, Roe Airport.
NAMED_THINGS = listed(
    """
    program programme project prize award awards medal trophy airport stadium hotel avenue boulevard festival expo
    strait canal peninsula reservoir glacier
    scholarship fellowship memorial theorem disease syndrome collection legacy scandal affair
    bulletin constitution cyclone facility forum hurricane olympiad show typhoon
    """
)
