"""The nouns that make a longer name of a state's name: of a body, a paper, an event, a treaty, a place or a thing.

General words of English, French and Spanish; it refuses to know any one organisation, place or species.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _reasons(*rows: tuple[str, str]) -> dict[str, str]:
    return {word: reason for reason, words in rows for word in words.split()}


BODY = "part of the name of an organisation"
PAPER = "the name of a newspaper or journal"
EVENT = "the name of an event"
TREATY = "the name of a treaty or law"
BUILDING = "part of the name of a street or building"
PRIZE = "the name of a prize"
PLACE = "a geographical name"
THING = "a thing, an animal, a plant or a dish"

# After a name or demonym, with up to three words between: what makes the sequence a name of its own.
NAME_NOUNS = _reasons(
    (
        BODY,
        """academy agency airlines airways alliance association bank brigades broadcasting brotherhood bureau campaign
        center centre church club coalition college commission committee company confederation conference consortium
        coop corporation corps council crescent cross engineering establishment exchange federation forum foundation
        front fund group holdings hospital inc. industries institute institution jihad league library limited ltd ltd.
        mosque movement museum museums network observatory orchestra organisation organization party petroleum
        philharmonic project radio school schools seminary shuttle society steel survey survivors synagogue synod
        technologies telecom telecommunications television télévisions tobacco theatre trust union university
        liberation""",
    ),
    (
        PAPER,
        "daily express gazette guardian herald journal mail news post press review star telegraph times today tribune",
    ),
    (
        EVENT,
        """bicentennial biennale contra crisis cup day famine festival games genocide insurrection marathon massacre
        mutiny olympics prix rebellion reunification revolution unification uprising war wars""",
    ),
    (TREATY, "act"),
    (BUILDING, "avenue boulevard garden gardens lane palace road square street tower"),
    (PRIZE, "medal prize award awards"),
    (
        PLACE,
        """alps archipelago basin bay bight canal channel delta desert gulf highlands islands lake lowlands mountains
        ocean peninsula plain plains plate plateau ridge rift river riviera sea strait straits trench""",
    ),
)

# The same, only when the word stands directly after the name.
CLOSE_NOUNS = _reasons(
    (TREATY, "accord accords agreement charter compact convention declaration pact pathway protocol round treaty"),
    (EVENT, "open summit"),
    (BODY, "air chamber democrats fc jaycees labor mosque"),
    (
        BUILDING,
        "bridge gate hall hotel house park place plaza stadium station terrace wharf",
    ),
    (PLACE, "beach cove creek current falls forest gorge heights hill hills island isthmus plume point springs valley"),
    ("a city", "city town township"),
    (PRIZE, "order"),
)
# Of those, what a demonym before it describes: "the Norwegian Declaration" is Norway's.
ONLY_NAMES = _words("agreement air declaration island order pathway point hill hills forest park round town")

# The same, only when another word stands between: "Church Aid" is a name, "Norwegian Aid" is none.
FAR_NOUNS = _reasons(
    (TREATY, "code"), (BODY, "aid authority executive initiative media program programme service services")
)

# In small letters directly after a name or demonym: species, stuffs and dishes that are called after a state.
THING_NOUNS = _words("""
    balsam beetle beech canary cedar cedars chameleon cobra cork cowslip crocus cypress daisy encephalitis fern fever
    finch fir flu fowl fowls gecko goose geese grouse hamster hare hawk hen hens horehound hornet hound hounds hyacinth
    juniper kite laurel lily lizard lobster lobsters lynx macaque mackerel mahogany mantis maple measles moth myrtle
    newt nightshade oak orchid osprey ostrich pansy parrot partridge peony pheasant pine pipit plover poplar poppy pox
    primrose python quail redwood robin saltpetre saltpeter shrew skink sparrow spaniel spruce starling stork sturgeon
    tern terrier terriers thistle thrush toad tortoise viper vole vulture vultures warbler weevil willow wolfhound
""")
# The same, only after a demonym: "Maltese cross", but a red cross of Malta.
DEMONYM_THINGS = _words("bath baths bulldog collie fries kale leek marigold mastiff pastry pastries poodle setter")
# …and only after a name: "Peru balsam", "Chile con carne", "Turkey carpet"; a Turkish carpet is Turkey's.
NAME_THINGS = _words("""
    ant bee butterfly carpet carpets cat cats con dog dogs eagle falcon fig frog grass hat hats leather libre mango
    monitor moss nut nuts octopus owl pepper peppers pigeon plum pony powder rabbit rat rats rose rug rugs spider
    squirrel stew swan teak trout tulip turtle wasp wood worm
""")

# Before "of" and a name: the state's name is part of a longer one.
OF_NOUNS = _words("""
    academy alliance archbishop archdiocese association bank bay battle bishops brotherhood bureau chamber church club
    coalition college company confederation conference corporation front fund movement network trust
    courts crescent cross diocese district electricité électricité federation foundation friends gulf institute
    isthmus journal knights league library lowlands museum order orchestra parishes party prefecture prix province
    radio school sea siege society giro stade strait straits times tour vuelta treaty union university voice
    université banque
    bibliothèque comédie coupe institut croix-rouge église collège musée golfe mer traité ordre bataille grand
    universidad banco biblioteca instituto iglesia golfo mar tratado
""")
# The same in small letters: "la guerre du Vietnam", "the province of Luxembourg".
OF_SMALL = _words("guerre guerra génocide genocidio prefecture province provincia bataille batalla détroit golfe")
# Before "of Israel": the people of the Bible.
BIBLE_NOUNS = _words("children tribe tribes god son sons daughters house elders patriarchs lord")

# Before "of", "for", "on" and capitalised words: "Society for American Archaeology", "Centre for Syrian Studies".
FOR_NOUNS = _words("""
    academy association campaign center centre coalition council foundation friends institute league movement museum
    network school society trust union
""")

# At the head of a long name that ends with the state's: "Association of Scouts of", "Universidad Nacional de".
LONG_NOUNS = FOR_NOUNS - {"council"} | _words("""
    alliance bank bishops chamber church club college company confederation conference corporation cross crescent
    federation library order orchestra party university banque bibliothèque cercle chambre collège confédération
    conférence école église fédération ligue mouvement musée ordre parti secours société syndicat université asociación
    banco biblioteca cámara colegio confederación conferencia cruz escuela federación iglesia instituto liga movimiento
    museo orden partido sindicato sociedad unión universidad
""")

# In small letters inside such a name.
CONNECTING = _words("of the for and des de du la les le pour et d' l' y para los las del e")

# Directly before a name, without "of": a branch of an organisation, or a company.
BRANCH_WORDS = _words("""
    international watch radio air statistics children frontières frontieres borders télévision telecom unicef oxfam
    caritas greenpeace amnesty rotary motor motors petroleum transparency foundation institute team miss health
    environment transport parks affairs aid bank christi cross crescent federation network society fc sc tourism
    action center centre
""")
# With a capital before a name: they say when or which part of the state is meant.
QUALIFIERS = _words("""
    age century dear democratic era federal former free great greater hindu holy imperial inner islamist keep lower
    mainland metropolitan ming mother muslim nazi northeast northwest occupied outer overseas prewar quit qing
    revolution rural save southeast southwest unified united upper urban vichy war wartime weimar wider young
    dynasty help stop free visit inside across versus island coast border minister ambassador chief director professor
    pope king queen saint
""")
SHIPS = _words("USS HMS HMAS HMCS HMNZS HNoMS INS RMS SS MV M/V MS MT")

# Words that begin a name of their own, which a demonym before it describes: "Norwegian World Cup team".
OWN_NAMES = _words("world cold un u.n. eu e.u. european nato olympic olympics osce")
