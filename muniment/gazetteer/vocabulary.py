"""The words by which a name that contains a state's name is told from a reference to the state.

General words of English, with a few of French and Spanish; it refuses to know any one organisation, person or document.
"""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# After a name or demonym: the sequence refers to the state and its organs, whatever follows.
STATE_ORGANS = _words("""
    ambassador ambassadors army armed assembly authorities authority cabinet capital chair chairman chairmanship
    chancellor chargé congress congressman congressmen constitution consul consulate crown deputy delegate delegates
    delegation department directorate embassy emperor empire envoy fm forces government governments govt guard head
    king kingdom ministry ministerial minister ministers mission monarch navy nationals parliament parliamentarian
    parliamentarians permanent police premier presidency president presidents prime prince princess prosecutor queen
    republics representative representatives republic secretary senate senator senators speaker state statement
    supreme treasury troops vice government's president's minister's ministry's army's parliament's
""")

# Lower-case words directly after a state's name that make it the name of an event.
EVENT_WORDS = _words("genocide war wars")
# …"war" only when one of these or nothing follows: "Iraq war veterans" and "war ship" speak of the state.
AFTER_WAR = _words("""
    and or but was is has had were are in of on that which who began ended as to with by from against under will would
""")

# Two words that make an organ of the state where the second alone would make another name.
ORGAN_PAIRS = _words("""
    federal-council council-of council-ministers state-council privy-council national-council executive-council
    legislative-council security-council high-commission high-commissioner house-of state-party states-party
    states-parties air-force air-forces air-defence air-defense governing-council transitional-council
    constitutional-council constitutional-court ruling-council military-council regency-council presidential-council
    marine-corps coast-guard supreme-council ministerial-committee select-committee council-president
    foreign-service secret-service press-secretary press-office press-officer press-attaché press-attache press-release
    press-conference press-statement
""")

# After an organ: a body, street or building that bears the organ's name ("Peru State College", "Army Radio").
AFTER_ORGAN = _words("""
    avenue club college hotel museum museums party prison radio road square station street union university
""")

# Directly before a name: a lake, a fort or a quarter of a city that bears it.
PLACE_WORDS = _words("lake lac lago river rio río mount mont monte fort port little")

# Before a hyphen: parties of international relations (`EU-Ukraine`), and what only colours the name (`Non-US`).
HYPHEN_PARTIES = _words("eu ec eec nato un au oas oau acp asean ecowas sadc caricom mercosur gcc efta brics")
HYPHEN_PREFIXES = _words(
    "non anti pro ex post pre un intra inter extra mid semi quasi neo all ultra co "
    "nord sud est ouest north south east west"
)

# "… Mission in Liberia", "… Tribunal for Rwanda": names of bodies, when an international body stands before them.
BODY_NOUNS = _words(
    "mission missions operation force referendum tribunal tribunals chambers court courts "
    "programme program fund mechanism coalition campaign"
)
# … before "on": "International Conference on the Former Yugoslavia".
MEETING_NOUNS = _words("conference commission committee tribunal")
BODY_OWNERS = _words("""
    nations un u.n. eu union nato osce international assistance observer verification monitoring stabilization
    stabilisation interim extraordinary special hybrid residual preparatory peacekeeping
""")

# What stands between angle brackets in HTML, and is no sign of the stock exchange.
TAGS = _words("BR TD TR TH LI UL OL HR EM DL DT DD DIV FONT SPAN TABLE IMG SUP SUB BIG PRE CODE FORM BODY HEAD HTML")

TITLES = _words("""
    mr mrs ms miss mx dr prof professor sir dame lord lady judge justice capt captain col sgt m. mme mlle senator sen
    archbishop bishop cardinal rev reverend monsignor msgr rabbi
""")

STREET_WORDS = _words("""
    rue avenue av boulevard bd chemin quai calle place plaza piazza route pont gare hôtel via avenida avda paseo
    rua praça ronda glorieta carrera viale corso
""")
STREET_BARE = _words(
    "rue avenue boulevard chemin quai calle hôtel avenida avda paseo rua praça glorieta viale plaza piazza praza"
)

CURRENCIES = _words("""
    dollar dollars pound pounds franc francs krone kroner krona kronor peso pesos yen rupee rupees ruble rubles
    rouble roubles yuan rand lira lire shilling shillings dinar dinars riyal riyals forint zloty baht escudo escudos
    dlr dlrs cts cent cents pence pesetas peseta guilder guilders drachma drachmas schilling schillings markka ringgit
    rupiah hryvnia reais renminbi
""")
# The same, only after a demonym: "the US marks the day".
DEMONYM_CURRENCIES = _words("marks crowns")

LANGUAGE_NOUNS = _words("""
    version versions translation translations translator translators text texts language languages speaking speaker
    speakers edition editions subtitles word words original interpretation interpreter interpreters spelling
    alphabet grammar lessons transcript
""")
LANGUAGE_BEFORE = _words(
    "in into from to original language languages speak speaks spoke spoken speaking translated fluent"
)
SPEAKING = _words("speak speaks spoke spoken speaking fluent")
# With a capital: "Old French", "Classical Armenian", "Serbo-Croatian".
OLD_LANGUAGES = _words("old middle high low ancient classical medieval vulgar biblical koine standard")
# After the last of a row of languages.
AFTER_LANGUAGES = _words("by at on to with for from is are was were only as if")
LANGUAGES_ONLY = _words("""
    english arabic hebrew persian farsi dari pashto latin hindi urdu catalan swahili tamil bengali esperanto kurdish
    tibetan welsh basque français español русский 中文 العربية deutsch italiano português norsk svenska dansk
""")

CONTINENTS = _words("africa asia oceania antarctica eurasia")
# Beside "Micronesia" they tell the region from the state.
ISLAND_REGIONS = _words("melanesia polynesia")

US_STATES = _words("""
    alabama alaska arizona arkansas california carolina colorado connecticut delaware florida hawaii idaho illinois
    indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri
    montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin
    wyoming
""")
# Of those, what is no given name and stands in no longer word: two of them make a text American.
US_EVIDENCE = tuple(sorted(US_STATES - {"carolina", "indiana", "kansas", "maine", "virginia"}))
# The first words of the others, and how addresses shorten them; what is also an English word needs its stop.
US_FIRST_WORDS = _words("new north south west rhode")
US_SECOND_WORDS = _words("york jersey hampshire carolina dakota virginia island")
US_ABBREVIATIONS = _words("""
    AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA
    RI SC SD TN TX UT VT VA WA WV WI WY Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. Kans. Ky. La.
    Md. Mass. Mich. Minn. Miss. Mo. Mont. Neb. Nebr. Nev. Okla. Ore. Pa. Tenn. Tex. Vt. Va. Wash. Wis. Wyo. N.Y. N.J.
    N.H. N.C. N.D. S.C. S.D. W.Va.
""")
# Before the name of a state, "New York" after it is the seat of its mission, and no town is meant.
MISSION_WORDS = re.compile(r"(?i)\b(?:missions?|permanent|consulate|embassy|ambassador|delegation|representative)\b")
# What tells that a text speaks of Georgia in the Caucasus.
CAUCASUS = (
    *("Tbilisi", "Tiflis", "Caucasus", "Abkhaz", "Ossetia", "Batumi", "Adjara", "Georgian ", "Georgian-", "Armenia"),
    *("Azerbaijan", "Soviet", "Moldova", "Kyrgyz"),
)
# What tells that "Turkey" is the bird and "China" is porcelain, and what tells that they are not.
FOOD = re.compile(
    r"(?i)\b(?:thanksgiving|cranberry|stuffing|gravy|poultry|roasting|drumsticks?|teacups?|saucers?|crockery|tableware)\b"
)
NO_FOOD = ("Turkish", "Ankara", "Istanbul", "Türk", "Turks", "Erdo", "Chinese", "Beijing", "Peking", "Shanghai")
# With a capital before "US": the pronoun of a menu ("Contact US").
MENU_VERBS = _words("about call contact email find follow join like tell text visit write")

# What tells that "Indians" are a first people of America.
FIRST_PEOPLES = (
    *(" tribe", "ndigenous", "Native American", "Indian agen", "Indian Affairs", "Indian treat", "Indian title"),
    *("Indian reserv", "Indian hostil", "Indian neighbo", "Indian lands", "Indian Bureau", " savages", "Cherokee"),
    *("Creeks", "Sioux", "Navajo", "Iroquois", "Apache", "irst Nation", " aborigin"),
)
# Names of states that are also names of towns in the United States.
US_TOWNS = _words("""
    bolivia brazil chad chile china cuba cyprus denmark egypt finland greece holland iran ireland israel italy jamaica
    japan jordan lebanon luxembourg malta mexico morocco norway palestine panama peru poland russia scotland spain
    sweden switzerland syria turkey wales
""")
GEORGIA_CITIES = _words("""
    atlanta augusta savannah athens columbus macon decatur marietta benning plains valdosta albany roswell rome
    brunswick gainesville lagrange stewart gordon washington kennesaw alpharetta duluth robins carrollton statesboro
""")
GEORGIA_OFFICES = _words("governor gov senator sen congressman congresswoman rep")

# What stands after the name of a person: "Norway, Jr."
AFTER_PERSONS = re.compile(r",? (?:Jr|Sr|III|II|IV)\b")

# Capitalised words before a state's name that are no given names.
NOT_GIVEN = _words("""
    a after against all also although among an ancient and any arab as at because before beyond biblical both but by
    central colonial contracting country currently developing during each eastern either even every finally for
    former free from furthermore greater here historic how however if in independent indeed inside instead into its
    its last like mandatory meanwhile member modern near neither new next non nor northern not now of off on once
    only or our outside over party post pre present re recently republic seasonal signatories since so southern
    state states still such support than that the their then there these they this those though through throughout
    thus till to today together toward towards under unlike until upon urging versus via vs was we western what when
    where whereas whether which while who why will with within without yesterday yet zionist south north east west
    hashemite kingdom january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday le la les de du des en au aux et pour avec dans sur y el los
    las con para por entre del
""")
# Capitalised words after a state's name that are no family names (state organs are none either).
NOT_FAMILY = NOT_GIVEN | _words("""
    accepted acceded accession approved are can defence defense did does foreign had has have he is it may must no
    none observer ratified ratification said says she should signatory signed succession welcomed yes you your our
    us i my national international human civil red mine ban treaty convention army general basin valley river
    israel's
""")
