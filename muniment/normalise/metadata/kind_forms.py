"""Holds the forms by which the kinds of documents are known: heads of cables, salutations, recitals, rows of a list.

Knows nothing of how much each is worth.
"""

import re

from muniment.normalise.metadata.view import Line

Found = tuple[str, Line, str]
"""Kind, line, words on that line."""

OF_COURTS = frozenset(("judgment", "judgement", "court-record", "court-decision", "decision", "ruling"))
"""Ids an archive may give to its kind for the records of courts."""
CABLE = re.compile(
    r"\b\d{6}Z ?[A-Z]{3} ?\d{2,4}\b|^(?:[ROPZ]{1,2} \d{6}Z|FM (?:AMEMBASSY|AMCONSUL|USMISSION"
    r"|SECSTATE|USEU|USDEL|\w+)\b|TAGS: ?[A-Z]{2,4},"
    r"|E\.O\. \d{5}|VZCZC\w+|TO (?:RUEHC|SECSTATE|AMEMBASSY)\b|SUBJ(?:ECT)?: [A-Z][A-Z0-9 ]{6,}"
    r"|REF: [A-Z]\. )|^PAGE \d{2} [A-Z]{3,8} .{0,20}\d{6}Z$"
    r"|^(?:UNCLASSIFIED|CONFIDENTIAL|SECRET|LIMITED OFFICIAL USE)$"
)
DEAR = re.compile(
    r"^(?:(?:Dear|Kjære|Cher|Chère|Estimad[oa]|Sehr geehrte[rs]?|Liebe[rs]?|Muy señor)\b"
    r"|My (?:dear )?(?:Lords?|Lady|Sir|Friend)\s?[,:]\s*$|My dear [A-Z]"
    r"|(?:Madame|Monsieur|Sirs?|(?:Your )?Excellency|Mr\.? Ambassador|Mr\.? Minister|Gentlemen)\s?[,:]\s*$)"
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
    r"^(?:Monsieur le (?:Ministre|Premier|Secrétaire|Directeur|Maire)|Madame la (?:Ministre|Secrétaire|Directrice)"
    r"|(?:Cher|Chère) Président|Señor (?:Ministro|Secretario)|Señora Ministra"
    r"|(?:Thank you,? )?(?:Madam|Mr\.?|Mrs\.?|Ms\.?) (?:Chair\w*|President|Speaker"
    r"|Moderator|Secretary)|Chair(?:person)?,|President,|Thank you,? "
    r"(?:Madam |Mr\.? )?(?:Chair|President)\w*|Monsieur le Président|Madame la Présidente|Señor "
    r"Presidente|Señora Presidenta|Herr Vorsitzender"
    r"|Herr Präsident|Frau Präsidentin|President!|Ærede president|Herr talman|Fru talman|Hr\.? formand|Fru formand"
    r"|Signor Presidente|Senhor Presidente|Mijnheer de voorzitter|السيد الرئيس|אדוני היושב)"
)
GREETED = re.compile(
    r"^(?:(?:Your )?Excellenc(?:y|ies)(?=[,.:;!]|$| and\b)|Ladies and [Gg]entlemen|Gentlemen\b"
    r"|(?:My )?[Ff]ellow[- ][Cc]itizens|Members of (?:the|this)"
    r"|Distinguished|Honou?rable|(?:Dear|Kjære) "
    r"(?:friends|colleagues|venner|all|guests|participants|delegates)"
    r"|Friends|Colleagues|Good (?:morning|afternoon|evening)|Mine damer|Mesdames|Meine (?:sehr "
    r"geehrten )?Damen|Sehr geehrte Damen|Liebe|Señoras y señores"
    r"|Excelencias|Chers|Your (?:Majest|Royal|Holiness)|God (?:morgen|dag|kveld)|My (?:fellow|dear)"
    r"|Kära |Ärade |Bästa |Kære |Mina damer|Dames en heren|Geachte|Signore e signori|Gentili|Senhoras e|Minhas senhoras"
    r"|[\w ]{0,20}systrar och bröder|[\w ]{0,20}brødre og søstre|أيها السيدات|السيدات والسادة|גבירותיי ורבותיי)"
)
DELEGATION = re.compile(
    r"\b(?:my delegation|on behalf of|we align ourselves|aligns itself|our delegation|ma "
    r"délégation|mi delegación|meine Delegation|vår delegasjon)\b"
)
COMMIT = re.compile(
    r"\b(?:(?:solemnly |hereby |therefore )*(?:declare|proclaim|resolve|reaffirm|pledge|undertake"
    r"|commit (?:themselves|ourselves)|agree) (?:to\b|that\b|as follows"
    r"|the following|our|their)|have agreed as follows|nous (?:déclarons|engageons)|declaramos"
    r"|nos comprometemos|(?:decidimos|acordamos|reafirmamos|reiteramos|ratificamos)"
    r" (?:que|la|el|las|los|nuestr[oa])\b|s[’']engagent à|erklærer|erklären|verpflichten (?:uns|sich)"
    r"|se comprometen a|forplikter seg)\b[^.]{0,80}:?",
    re.IGNORECASE,
)
RECITAL = re.compile(
    r"^(?:Recogni[sz]ing|Recalling|Reaffirming|Noting|Convinced|Mindful|Considering|Bearing in "
    r"mind|(?:Deeply |Gravely )?(?:[Cc]oncerned|[Aa]larmed)|Underscoring|Underlining|Emphasi[sz]ing|Acknowledging"
    r"|Highlighting|Stressing|Affirming|Taking (?:note|into)|Having (?:considered|regard|met)"
    r"|(?:FURTHER )?RECOGNI[SZ]ING|RECALLING|NOTING|WELCOMING|CONSIDERING|ACKNOWLEDGING"
    r"|Deeply concerned|Determined|Welcoming|Aware|Conscious"
    r"|We, the|Rappelant|Considérant|Conscients?|Reconociendo|Recordando|Convencid[oa]s|In dem "
    r"Bewusstsein|Nous,|Nosotros,|Wir, die)\b"
)
MEETING = re.compile(
    r"^(?:Present|Apologies(?: for absence)?|In attendance|Attendees|Members present|Absent|Til "
    r"stede|Forfall|Présents?|Excusés?|Presentes|Asistentes|Anwesend"
    r"|Entschuldigt|Chair|Quorum|Närvarande|Tilstede|Aanwezig|Presenti)\s*(?::|$)"
    r"|\bfollowing members were present\b|\brecords? of the last (?:\w+ )?meeting\b|\bin the chair\b"
    r"|\bwas called to order\b|^\(?these minutes\b|\bminutes of (?:a|the) (?:\w+ ){0,3}meeting of\b"
    r"|\bapologies for absence (?:apologies|were|from)\b|\b(?:council|committee|meeting|board) RESOLVED\b"
    r"|\b(?:the meeting (?:was called to order"
    r"|opened|was opened|closed|adjourned|was adjourned) at|minutes of the (?:last|previous)"
    r" meeting\b|meeting (?:adjourned|closed) at|(?:opened|closed|adjourned) the meeting\b"
    r"|apologies (?:for absence )?(?:were |was )?(?:received|accepted|noted)|welcome and apologies"
    r"|no further business|proposed by .{2,60} seconded by|seconded and (?:carried|agreed)|il n[’']y avait plus rien à"
    r"|es waren anwesend|la séance est (?:ouverte|levée) à"
    r"|møtet ble (?:satt|hevet)|se levanta la sesión)",
    re.IGNORECASE,
)
SAID = re.compile(
    r"[”\"’»,] ?(?:said|says|added|told|stated|explained|according to|erklärte|sier|sa|a déclaré|dijo|sagte"
    r"|señaló|añadió|a souligné|erklärte|fortalte|uttalte)\b"
    r"|(?<!\bI )(?<!\b[Ww]e )(?<!\bI have )(?<!\b[Ww]e have )(?<!\bthe )(?<!\bbe )\b(?:said|told|announced)\b"
    r"|\b(?:wrote|concludes?)\b|(?<!\w)و?(?:صرح|قال|أعلن|أكد|أضاف|أوضح|وضح|أشار)(?!\w)"
    r"|\b(?:erklärte|sier|sa|a déclaré|a annoncé|dijo|anunció|sagte|teilte|säger|sade|sagde)\b"
    r"|\b(?:señaló|afirmó|aseguró|explicó|indicó|informó|manifestó|destacó|subrayó|precisó)"
    r" (?:que|el|la|a|en|hoy|ayer)\b"
    r"|\b(?:señala|precisa|indica|informa|afirma|asegura|indique|précise|affirme|souligne|annonce) qu(?:e\b|[’'])"
    r"|\b(?:a affirmé|a indiqué|a précisé|a expliqué|a estimé|a déploré|a rappelé|begrüßte|bekräftigte|kündigte"
    r"|betonte|berichtete|bestätigte)\b"
)
"""Reported speech; "sa" is Norwegian "said", and "her" or "his" in French: see `NORDIC`."""
NORDIC = ("nb", "nn", "no", "da", "sv")
"""Languages in which "sa" is a verb."""
FIRST_PERSON = re.compile(
    r"\b(?:I(?= [a-z]|[’'])|[Mm]y|[Ww]e|[Oo]ur|us"
    r"|je|nous|notre|ich|wir|unser\w*|jeg|vi|vår|jag|yo|nosotros|nuestr[oa]s?)\b"
)
"""Who speaks for himself or for those present."""
OFFICIAL = re.compile(
    r"\b(?:Ministry|Department|Embassy|Mission|Delegation|Government|Cabinet|Chancellery|Prime Minister|President"
    r"|Minist[eè]re|Ministerio|Ministero|Minist[eé]rio|\w*ministerium|\w+departementet|Auswärtiges Amt"
    r"|Ambassade|Embajada"
    r"|Botschaft|Regjeringen|Bundesregierung|Municipality|City Council|Kommune)\b",
    re.IGNORECASE,
)
"""Bodies that put their name over what they issue."""
QUOTED = re.compile(r"[“\"«„][^”\"»“]{0,600}[”\"»“]")
"""Words between quotation marks: another's."""
FOR_PRESS = ("forthepres", "forpres", "forimediaterelease", "presrelease", "newsrelease", "mediarelease")
"""How the head of a release begins when blanks and doubled letters are taken out: "N E W S  R E L E A S E"."""
TRANSMITS = re.compile(
    r"^(?:I have the honou?r,? (?:[^.]{0,80}, )?to (?:request|refer|inform|transmit|forward|enclose|acknowledge"
    r"|bring|draw"
    r"|convey|advise|attach|submit|write|communicate|state|confirm|call|reply|send|invite)"
    r"|(?:I am|We are) writing to (?:you|express|inform|urge|request|ask|seek|draw)\b"
    r"|The (?:Embassy|Permanent Mission|Ministry|Legation|High Commission|Secretariat)\b.{3,120}"
    r" presents its compliments"
    r"|J[’']ai l[’']honneur de (?:vous|me référer)|Tengo el honor de (?:dirigirme|comunicar|remitir)"
    r"|L[’']Ambassade .{3,100} présente ses compliments|La Embajada .{3,100} saluda)"
)
"""How official letters and notes begin."""
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
CAPITAL_RELEASE = re.compile(
    r"\b(?:PRESS RELEASE|NEWS RELEASE|COMMUNIQUÉ DE PRESSE|PRESSEMITTEILUNG|COMUNICADO DE PRENSA)\b"
)
"""How a release names itself in a head that ran into one line; in prose these words are small."""
