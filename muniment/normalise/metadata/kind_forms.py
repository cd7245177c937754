"""Holds the forms by which the kinds of documents are known: heads of cables, salutations, recitals, rows of a list.

Knows nothing of how much each is worth.
"""

import re

CABLE = re.compile(
    r"\b\d{6}Z ?[A-Z]{3} ?\d{2,4}\b|^(?:[ROPZ]{1,2} \d{6}Z|FM (?:AMEMBASSY|AMCONSUL|USMISSION"
    r"|SECSTATE|USEU|USDEL|\w+)\b|TAGS: ?[A-Z]{2,4},"
    r"|E\.O\. \d{5}|VZCZC\w+|TO (?:RUEHC|SECSTATE|AMEMBASSY)\b|SUBJ(?:ECT)?: [A-Z][A-Z0-9 ]{6,}"
    r"|REF: [A-Z]\. )"
)
DEAR = re.compile(
    r"^(?:Dear|Kjære|Cher|Chère|Estimad[oa]|Sehr geehrte[rs]?|Madame,|Monsieur,|Sir,|Sirs,"
    r"|Excellency,|Your Excellency,|Liebe[rs]?|Muy señor)\b"
)
DEAR_CROWD = re.compile(
    r"^(?:Dear|Kjære|Chers?|Chères?|Estimad[oa]s|Sehr geehrte|Liebe)\s+(?:all|friends|colleagues"
    r"|delegates|participants|guests|partners|students"
    r"|citizens|brothers|venner|kolleger|ami\w*|collègues|amigos|colegas|damen|freunde|gäste"
    r"|landsmenn)\b",
    re.IGNORECASE,
)
REGARDS = re.compile(
    r"^(?:Yours (?:sincerely|faithfully|truly)|Sincerely|Respectfully(?: yours)?|(?:With )?(?:kind"
    r"|best|warm) (?:regards|wishes)|I have the honou?r to be"
    r"|Please accept,? .{0,60}assurances|Med (?:vennlig )?hilsen|Vennlig hilsen|Veuillez agréer"
    r"|Je vous prie d[’']agréer|Atentamente|Le saluda|Reciba"
    r"|Mit freundlichen Grüßen|Hochachtungsvoll|Cordialement|Salutations)\b",
    re.IGNORECASE,
)
ADDRESSED = re.compile(
    r"^(?:(?:Thank you,? )?(?:Madam|Mr\.?|Mrs\.?|Ms\.?) (?:Chair\w*|President|Speaker|Moderator"
    r"|Secretary)|Chair(?:person)?,|President,|Thank you,? "
    r"(?:Madam |Mr\.? )?(?:Chair|President)\w*|Monsieur le Président|Madame la Présidente|Señor "
    r"Presidente|Señora Presidenta|Herr Vorsitzender"
    r"|Herr Präsident|Frau Präsidentin|President!|Ærede president)"
)
GREETED = re.compile(
    r"^(?:(?:Your )?Excellenc|Ladies and [Gg]entlemen|Distinguished|Honou?rable|(?:Dear|Kjære) "
    r"(?:friends|colleagues|venner|all|guests|participants|delegates)"
    r"|Friends|Colleagues|Good (?:morning|afternoon|evening)|Mine damer|Mesdames|Meine (?:sehr "
    r"geehrten )?Damen|Sehr geehrte Damen|Liebe|Señoras y señores"
    r"|Excelencias|Chers|Your (?:Majest|Royal|Holiness)|God (?:morgen|dag|kveld)|My (?:fellow|dear))"
)
DELEGATION = re.compile(
    r"\b(?:my delegation|on behalf of|we align ourselves|aligns itself|our delegation|ma "
    r"délégation|mi delegación|meine Delegation|vår delegasjon)\b"
)
COMMIT = re.compile(
    r"\b(?:(?:solemnly |hereby |therefore )*(?:declare|proclaim|resolve|reaffirm|pledge|undertake"
    r"|commit (?:themselves|ourselves)|agree) (?:to\b|that\b|as follows"
    r"|the following|our|their)|have agreed as follows|nous (?:déclarons|engageons)|declaramos"
    r"|nos comprometemos|s[’']engagent à|erklærer|erklären|verpflichten (?:uns|sich)"
    r"|se comprometen a|forplikter seg)\b[^.]{0,80}:?",
    re.IGNORECASE,
)
RECITAL = re.compile(
    r"^(?:Recogni[sz]ing|Recalling|Reaffirming|Noting|Convinced|Mindful|Considering|Bearing in "
    r"mind|Deeply concerned|Determined|Welcoming|Aware|Conscious"
    r"|We, the|Rappelant|Considérant|Conscients?|Reconociendo|Recordando|Convencid[oa]s|In dem "
    r"Bewusstsein|Nous,|Nosotros,|Wir, die)\b"
)
MEETING = re.compile(
    r"^(?:Present|Apologies(?: for absence)?|In attendance|Attendees|Members present|Absent|Til "
    r"stede|Forfall|Présents?|Excusés?|Presentes|Asistentes|Anwesend"
    r"|Entschuldigt|Chair|Quorum)\s*:|\b(?:the meeting (?:was called to order|opened|was opened"
    r"|closed|adjourned|was adjourned) at|minutes of the (?:last|previous)"
    r" meeting (?:were|was) |meeting (?:adjourned|closed) at|la séance est (?:ouverte|levée) à"
    r"|møtet ble (?:satt|hevet)|se levanta la sesión)",
    re.IGNORECASE,
)
SAID = re.compile(
    r"[”\"’»,] ?(?:said|says|added|told|stated|explained|according to|sier|sa|a déclaré|dijo|sagte"
    r"|señaló|añadió|a souligné|erklärte|fortalte|uttalte)\b"
    r"|\b(?:said|told|announced|sier|sa|a déclaré|a annoncé|dijo|anunció|sagte|teilte)\b"
)
DATELINE = re.compile(
    r"^[A-ZÀ-Þ][A-ZÀ-Þa-zà-þ .,'’()/-]{1,60}?(?:\d{1,2}[^–—-]{0,30}|\([^()]{2,40}\))?\s*(?:–|—|--"
    r"| - )\s*[A-ZÀ-Þ“\"«]"
)
RELEASE = re.compile(
    r"^(?:(?:media|press) (?:contacts?|enquiries|inquiries|office)|for (?:more|further) "
    r"information|notes? to editors?|contacts?(?: for (?:the )?media)?|#{3}|-?ends?-?"
    r"|pressekontakt|contact presse|contacto de prensa|for mer informasjon|pour (?:plus d[’']"
    r"|toute )information|about [A-Z])\b",
    re.IGNORECASE,
)
STATUS_ROW = re.compile(
    r"^[A-ZÀ-Þ][\w ,.'’()-]{2,48}?[\t |:;,–-]+\(?(?:(?:\d{1,2}[ ./-])?(?:\w{3,9}[ ./-])?(?:\d{1,2}, "
    r")?(?:19|20)\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|signed|ratified|yes|no|x|–|—)\b",
    re.IGNORECASE,
)
REPORT = re.compile(
    r"^(?:(?:[\dIVX]+[.)]? )?(?:executive summary|introduction|background|methodology|findings"
    r"|conclusions?(?: and recommendations)?|recommendations|table of contents|contents"
    r"|résumé|sommaire|introducción|antecedentes|conclusiones|einleitung|zusammenfassung"
    r"|innledning|sammendrag|bakgrunn|konklusjon))\W*$",
    re.IGNORECASE,
)
SPEAKER = re.compile(
    r"\b(?:I am|I have|I would|I want|I wish|I stand|let me|my government|allow me|we are gathered"
    r"|je voudrais|permettez-moi|quisiera|permítanme|ich möchte|jeg vil|la meg)\b",
    re.IGNORECASE,
)
