"""Words that make the name of an event, each list as alternatives of a pattern."""

from articles.text.english.lists import alternatives

# Events whose whole name is told by no other word: the Holocaust.
WHOLE_NAMES = alternatives(
    "Holocaust, Great Depression, Arab Spring, Prague Spring, Good Friday Agreement, World Cup, Super Bowl, Brexit"
)
# Words behind a name: the Vietnam War, the Munich Security Conference.
KINDS_AFTER = alternatives(
    """
    War, Civil War, World War, Revolution, Uprising, Massacre, Accords, Olympics, Olympic Games, Commonwealth Games,
    Security Conference, Economic Forum, National Convention, Climate Conference, Marathon, Grand Prix,
    Film Festival
    """
)
# Words before a name: Hurricane Ida, Operation Desert Storm.
KINDS_BEFORE = alternatives("Hurricane, Typhoon, Cyclone, Operation")
# Words before a name and "of": the Battle of Britain.
KINDS_OF = alternatives("Battle, Siege, Treaty, War")
# Common nouns behind a place: the Geneva talks.
KINDS_OF_PLACES = alternatives(
    """
    talks, peace talks, summit, attacks, attack, terror attacks, terrorist attacks, bombings, bombing, shooting,
    shootings, massacre, accord, accords, protests, riots, caucuses, caucus, primary, primaries, earthquake, marathon,
    referendum, uprising, Olympics, siege, nuclear talks, climate talks, climate summit, peace conference
    """
)
