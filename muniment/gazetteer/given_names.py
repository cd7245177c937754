"""Common given names: before a state's name they tell a person who bears it as a family name (`Maria Holland`).

General knowledge of English, French, Spanish, German, Nordic and Arabic names; names that are also common words, months
or states are left out, and it refuses to know any one person.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GIVEN_NAMES = _words(
    """
    aaron abdul abdullah abigail adam adrian agnes agnieszka ahmad ahmed alain alan albert alberto alejandro alex
    alexander alexandra alfonso alfred ali alice alicia allan amanda amy ana anatole anders andrea andreas andrew
    andré andy angela anita anna anne annie anthony antonio arnold arthur audrey barbara barry bartholomew beatrice
    ben benjamin bernard bertrand beth betty birgit bob brad brandon brenda brian bruce camille carl carla carlos
    carmen carol caroline catherine charles charlotte chris christian christina christine christopher claire claude
    claudia colin connie craig cynthia daniel david deborah denis dennis diana diane diego don donald donna doris
    dorothy douglas edith eduardo edward elena eleanor elizabeth ellen emily emma eric erik ernest ernst esther
    eugene eva evelyn fatima federico felipe fernando florence françois frances francesca francis francisco franz
    fred frederick friedrich gabriel gareth gary george gerald gerard gilbert gloria gordon graham greg gregory
    guillermo gunnar gustav hans harold harriet harry hassan heather heidi helen helena henri henrik henry herbert
    herman howard hugh hugo hussein ian ibrahim ingrid irene isabel ivan jack jacob jacqueline jacques james jane
    janet jean jeff jeffrey jennifer jens jeremy jerry jessica jill jim joan joe joel johan johann johannes john
    johnny jonathan jorge josef joseph josé juan judith judy julia julian julie julio karen karin karl kate katherine
    kathleen kathy keith kelly kenneth kevin kim kirsten klaus knut kurt lars laura laurent lawrence leonard leslie
    lewis linda lisa louis louise lucas lucia lucy luis luke lynn magnus manuel marc marcel marcus margaret maria
    marianne marie marina mario marion martha martin mary matthew max megan melissa michael michel michelle miguel
    mike mohamed mohammad mohammed muhammad monica nancy nathan neil nelson nicholas nicolas nicole nigel nils nina
    norman olaf oliver olivia oscar otto pablo pamela patricia patrick paul paula pauline pedro peggy peter philip
    philippe phil pierre rachel ralph raymond rebecca ricardo richard rob robert roberto robin roger roland ron
    ronald rosa rosemary roy russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean sergio sharon
    sheila simon simone sofia sophie stanley stefan stella stephanie stephen steve steven stuart susan sven sylvia
    tara ted teresa terry theodore theresa thomas tim timothy todd tom tony tracy valerie vanessa vera victor
    victoria vincent virginia vivian walter wendy werner wilhelm william wolfgang yusuf yves yvonne
    """
)
