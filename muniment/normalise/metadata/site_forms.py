"""Tells from the form of one line that it belongs to a site: a control, a notice, a trail, a menu, a label, a footer.

Knows nothing of where the line stands; form alone never makes a line leave.
"""

import re
from functools import lru_cache

from muniment.normalise.metadata import document_types, labels, shapes, site_controls
from muniment.normalise.metadata.labels import REMEMBERED

_LIFTED_LABELS = {
    "date": "date",
    "updated": "furniture",
    "retrieved": "custody",
    "publisher": "publisher",
    "custody": "custody",
    "type": "kind",
    "source": "source",
    "caption": "caption",
    "tags": "furniture",
    "language": "language",
}
_CONTROL = re.compile(
    r"(?:skip to (?:main |the )?(?:content|navigation)|jump to .{1,20}|(?:show|hide|open|close"
    r"|toggle|main) (?:menu|navigation|search)|menu|search"
    r"|search (?:this )?site|log ?(?:in|out)|sign (?:in|up|out)|register|my account|subscribe(?: "
    r"to .{1,40})?|back(?: to (?:top|list|news|home|.{1,20}))?"
    r"|read (?:this )?in:? (?:english|french|spanish|arabic|russian|chinese|german|portuguese|fran\wais|espa\wol)"
    r"|close sites icon(?: close)?|search (?:form|criteria)|search for the \w+ site|user menu(?: login)?"
    r"|loading media information(?: hide)?|skip to .{1,20}menu|page language"
    r"|top of page|read more|continue reading|advertisement|share(?: (?:this|on|via|page"
    r"|article)\b.{0,40})?|tweet|like|follow us.{0,30}"
    r"|(?:send|email|e-mail|print|save|download)"
    r"(?: (?:this|as|to|by|page|pdf|document|article|story|a friend)\b.{0,60})?"
    r"|(?:download|embed|report|view) [\"“].{3,120}[\"”]?|size: ?px|start display at page:?"
    r"|(?:you are on page|est[áa] en la p[áa]gina|vous êtes (?:sur|à) la page|sie sind auf seite) \d+"
    r" ?(?:of|de|sur|von) ?\d+"
    r"|(?:go|return) to (?:the )?(?:home(?: ?page)?|main page|front page|index|top)|select page|home page"
    r"|link to this:?.{0,60}|no results? found|aucun résultat trouvé|keine ergebnisse|sin resultados"
    r"|total pages?: ?\d.{0,60}|file type: ?pdf.{0,60}"
    r"|\+? ?all categories|(?:page content )?transcript(?:ion)?|similar documents|recommended"
    r"|views?: ?\d.{0,20}|downloads?: ?\d.{0,20}"
    r"|upload(?:ed)?(?: by)?: .{1,40}|date post:.{0,30}|category:|if your browser does not render.{0,80}"
    r"|previous section.{0,60}|(?:\d+ )?(?:views|faves)"
    r"|printer[- ]friendly.{0,20}|print version"
    r"|facebook|twitter|linkedin|whatsapp|instagram|youtube|flickr|telegram|reddit|pinterest"
    r"|tumblr|viber|digg|delicious|stumbleupon|mixx|myspace|xing|mastodon|bluesky|messenger|copy link"
    r"|more sharing(?: services)?|post to .{1,20}|share this (?:story|article|page|on)!?:?|sent!|posted!"
    r"|rss(?: feed)?|pdf(?: \(.{1,20}\))?|download pdf.{0,30}"
    r"|listen(?: to .{1,30})?|text size.{0,20}|a ?a ?a|a\+ ?a-?|next(?: (?:page|article|post))?"
    r"|previous(?: (?:page|article|post))?|comments?(?: \(\d+\))?"
    r"|\d+ (?:comments?|shares?|views?|likes?|min(?:ute)? read)|leave a (?:comment|reply)|no "
    r"comments?|close|cancel|accept(?: all)?(?: cookies)?"
    r"|(?:reject|decline|manage|allow)(?: all)?(?: cookies| settings| preferences)?|cookie "
    r"(?:settings|policy|preferences)|i agree|got it"
    r"|english|français|francais|español|espanol|deutsch|norsk|bokmål|nynorsk|svenska|dansk"
    r"|русский|العربية|中文|português|italiano|nederlands"
    r"|(?:english|français|español)(?: ?[|/] ?(?:english|français|español|русский|العربية|中文)){1,5}"
    r"|hopp til (?:hoved)?innhold(?:et)?|skriv ut|del(?: på.{0,20}| denne.{0,30})?|søk|meny|logg "
    r"inn|til toppen|les mer|tips en venn"
    r"|aller au contenu.{0,20}|partager(?: .{1,30})?|imprimer|rechercher?|retour(?: .{1,30})?"
    r"|lire la suite|haut de page|envoyer.{0,30}|s[’']abonner"
    r"|ir al contenido.{0,20}|saltar al contenido.{0,20}|compartir(?: .{1,30})?|imprimir|buscar"
    r"|volver|leer más|iniciar sesión"
    r"|zum (?:haupt)?inhalt.{0,20}|drucken|teilen|suchen?|anmelden|nach oben|mehr lesen"
    r"|weiterlesen|seite (?:drucken|teilen|empfehlen)|zurück.{0,20}"
    r"|enlarge(?: image)?|view (?:larger|full) .{1,20}|click (?:here|to) .{1,40}|load more|show "
    r"more|expand all|collapse all"
    r"|(?:historical|historisk) (?:archive|arkiv)|archived? (?:content|page|material|document)"
    r"|arkiv(?:ert)?|archives? historiques?"
    r"|you are (?:here|in):?.{0,100}|du er her:?.{0,100}|vous êtes ici ?:?.{0,100}|sie sind "
    r"hier:?.{0,100}|breadcrumbs?|navigation)",
    re.IGNORECASE,
)
_MENU_WORDS = (
    "home|homepage|news centre|news center|press centre|press center|media contacts|press contacts|in focus"
    "|about|about us|who we are|what we do|our work|contact|contact us|news|newsroom"
    "|news & events|news and events|events|publications|documents|search|login|sitemap|site map|help|faq"
    "|faqs|press|press room|media|media centre|media center|resources|topics|links|privacy|privacy policy"
    "|privacy notice|terms of use|terms & conditions|terms and conditions|terms|accessibility|disclaimer"
    "|careers|jobs|vacancies|donate|subscribe|newsletter|blog|menu|archive|archives|members|membership"
    "|services|gallery|photos|videos|calendar|library|legal notice|imprint|store|shop|get involved"
    "|take action|our team|languages|feedback|copyright|security|cookies|forside|forsiden|hjem|om oss"
    "|kontakt|kontakt oss|aktuelt|nyheter|dokumenter|tema|temaer|presse|personvern|søk|english|accueil"
    "|actualités|à propos|contactez-nous|plan du site|mentions légales|médias|inicio|noticias|contacto"
    "|quiénes somos|acerca de|prensa|publicaciones|mapa del sitio|aviso legal|startseite|aktuelles"
    "|über uns|impressum|datenschutz|themen|service|mediathek|barrierefreiheit|leichte sprache"
    "|gebärdensprache|facebook|twitter|youtube|instagram|linkedin|rss|flickr|email|e-mail|print|share"
    "|parliament|ministries|government|the government|agenda|speeches|statements|press releases|reports"
    "|departments|organisation|organization|history|projects|programmes|programs|issues|countries|regions"
    "|issues & topics"
)
MENU = frozenset(_MENU_WORDS.split("|"))
"""Words of a site's menu, in lower case."""
_NETWORK_WORDS = (
    "facebook twitter youtube instagram linkedin whatsapp pinterest reddit digg delicious myspace stumbleupon mixx "
    "tumblr google+ xing telegram rss feed email e-mail print tweet flickr viber"
)
_NETWORKS = frozenset(_NETWORK_WORDS.split())
_NOTICE = re.compile(
    r"(?:(?:please )?note ?: ?)?"
    r"(?:this (?:web)?site|we|our (?:web)?site|this page|denne siden|nettstedet|vi|ce site|nous"
    r"|este sitio|esta (?:página|web)|diese (?:web)?seite|wir)\b"
    r".{0,60}\bcookies?\b"
    r"|(?:welcome to|willkommen (?:auf|bei)|bienvenue sur|bienvenid[oa]s? a|velkommen til) "
    r"(?:the |den |le |la |el |our )?(?:official )?"
    r"(?:web ?|internet)?(?:sites?|pages?|seiten|homepage|portal|sitio|página|nettsted|hjemmeside)\b"
    r"|cookies (?:help us|on this|on our|enable us|allow us|ensure)\b|we value your privacy\b"
    r"|by (?:continuing|using|clicking|browsing).{0,80}\b(?:cookies?|agree"
    r"|accept|terms)\b|en poursuivant votre navigation"
    r"|(?:you (?:need|must|have) to |please )?(?:enable|turn on|activate) javascript|javascript "
    r"(?:is|must|needs|seems)|(?:(?:please )?note ?: ?)?your browser (?:does(?:n[’']t)?|is|may)\b"
    r"|(?:please )?(?:log in|sign in|login|register) (?:to|or|with|for)\b|already (?:a member"
    r"|registered|have an account)"
    r"|(?:sign up|subscribe) (?:to|for|now)\b.{0,60}(?:newsletter|e-?mail|updates|alerts|bulletin)"
    r"|let (?:your )?friends in your (?:social )?network|a link has been (?:sent|posted) to your"
    r"|please note that this (?:document|page|text)\b.{0,40}\b(?:provided|archived|kept|outdated|historical)"
    r"|enter your e-?mail|keep me (?:informed|logged)"
    r"|loading(?:\.{2,3}|…)?$|(?:this|the) (?:page|site|website|document|content|material) (?:has "
    r"been|is|was|is no longer) (?:archived|being updated|updated"
    r"|maintained|an archived|a copy|part of the (?:web )?archive|reproduced)|archived (?:content"
    r"|web ?page|copy|version|from|on)\b"
    r"|you are (?:currently )?viewing an? (?:archived?|historical|cached|old|snapshot)\b"
    r"|this is (?:a|an) (?:archived?|snapshot|cached|historical|old)\b|(?:the )?wayback machine"
    r"|\d+ captures\b|about this capture|web archive\b"
    r"|(?:artikkelen|innholdet|siden) er (?:mer enn|arkivert|over)|(?:cette page|ce contenu) (?:a été|est) archivée?",
    re.IGNORECASE,
)
_CUSTODY = re.compile(
    r"archiv|arkiv|capture|wayback|snapshot|cached|reposted|reproduced|courtesy of|mirror(?:ed)?"
    r"|published under|publisert under|historical|please note that this",
    re.IGNORECASE,
)
_NAMING = r"(?-i:[A-ZÀ-Þ][^\s.;:!?]*|of|the|and|for|in|de|des|du|et|y|og|und|&)"
COPYRIGHT_SIGN = (
    r"(?:©|&copy;|\(c\)(?=\s*(?:©|copyright\b|(?:19|20)\d{2}\b"
    rf"|{_NAMING}(?:,?\s+{_NAMING}){{0,7}},?\s+(?:19|20)\d{{2}}\W*$)))"
)
"""`(c)` stands for the sign before a year, or before a name and a year; else it counts an item, or marks a paragraph
as confidential."""
_COPYRIGHT = re.compile(COPYRIGHT_SIGN, re.IGNORECASE)
_RIGHTS = re.compile(
    r"copyright\W{1,6}(?:(?:by|c)\W{1,3})?(?:19|20)\d{2}\b|all rights reserved|alle rettigheter|tous droits réservés"
    r"|todos los derechos|alle rechte vorbehalten",
    re.IGNORECASE,
)
_CODES = re.compile(r"[A-Z]{2,6}(?:[,;]? [A-Z]{2,6}){1,14}")
"""Subjects of a telegram by their codes, which are part of its own head: "TAGS: PREL, SENV"."""
_FOOTER = re.compile(
    r"(?:powered by|designed by|site (?:by|design)|hosted by|website by|webmaster|privacy policy"
    r"|terms of (?:use|service)|version for print|généré par"
    r"|ansvarlig redaktør|responsible editor|redaktør|last generated|this document was "
    r"(?:generated|printed)|url of this page|permanent link"
    r"|(?:end of|start of|begin) (?:page|content|main)|\[?(?:image|photo|picture|logo|img)(?: "
    r"\d+)?\]?:?$|(?:logo|banner|header image) ?(?:of|for)?\b.{0,40}$"
    r"|issn \d|registered (?:charity|office)|charity no)",
    re.IGNORECASE,
)
MENU_START = re.compile(
    r"(?:skip to|jump to|menu$|home$|home \||toggle|main menu|hopp til|aller au|zum inhalt|saltar"
    r"|ir al|forsiden?$|accueil$|inicio$|startseite$)",
    re.IGNORECASE,
)
RELATED = re.compile(
    r"(?:related\b.{0,30}|see also:?|more (?:news|stories|from|on|articles|like)\b.{0,40}|read "
    r"(?:also|next|more):?.{0,20}|you (?:may|might) also like:?"
    r"|latest (?:news|articles|posts|updates)|recent (?:posts|news|articles|comments)|most (?:read"
    r"|popular|viewed)|popular (?:posts|articles|stories)"
    r"|other (?:news|articles|stories)|les også:?|se også:?|relatert.{0,20}|siste nytt|mest lest"
    r"|voir aussi ?:?|à lire (?:aussi|également) ?:?"
    r"|articles? (?:liés?|connexes?|similaires?)|sur le même (?:sujet|thème)|ver también:?"
    r"|noticias relacionadas|artículos relacionados|siehe auch:?"
    r"|mehr zum thema|weitere (?:artikel|meldungen|informationen|nachrichten)|das könnte sie auch "
    r"interessieren|in this section|quick links|on this site"
    r"|external links|useful links|further reading|(?:similar|random|popular) posts.{0,20}|you may like these posts"
    r"|verwandte (?:inhalte|artikel|themen)|zum weiterlesen|ähnliche (?:artikel|beiträge)|lesen sie auch:?.{0,20}"
    r"|les (?:plus lus|dernières actualités).{0,30}|lo más (?:leído|visto)|también te puede interesar|leia também:?"
    r"|veja também:?|leggi anche:?|lees ook:?|läs också:?|læs også:?|читайте также:?)",
    re.IGNORECASE,
)
_CRUMB = re.compile(r" (?:>|»|›|→|::|&gt;|/|\\) ?")
_CRUMB_HOME = re.compile(
    r"(?:home|forsiden?|hjem|accueil|inicio|startseite|start|you are here|main|index|homepage"
    r"|front page)\b",
    re.IGNORECASE,
)
BANNER = re.compile(
    r"[A-ZÀ-Þ\"“].{1,100}?\b(?:is|are|est|es|er|ist) (?:an?|the|une?|una?|et|en|ein|eine) "
    r".{0,120}?\b(?:network|organi[sz]ation|coalition|campaign|alliance"
    r"|association|foundation|institute|(?:web)?site|portal|initiative|ngo|agency|service|charity"
    r"|movement|think[- ]tank|federation|project|archive"
    r"|library|blog|platform|réseau|organisation|fondation|organización|red|fundación|nettverk"
    r"|organisasjon|netzwerk|stiftung|verein)\b",
    re.IGNORECASE,
)
BANNER_PLAIN = re.compile(
    r"(?:welcome to\b|bienvenue\b|velkommen til\b|willkommen\b|bienvenid[oa]s?\b|(?:document|text"
    r"|speech|statement|transcript) (?:reproduced|reposted|provided"
    r"|archived|courtesy|supplied|hosted)\b|(?:reproduced|reposted|republished|reprinted) (?:with"
    r"|from|by|here)\b|courtesy of\b|(?:the )?(?:official )?website of\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=REMEMBERED)
def role_of(text: str) -> str:
    """Give the role a line has by its form alone; empty if it can be a line of the document."""
    if len(text) > 420:
        return ""
    if _CONTROL.fullmatch(text.strip(" *[](){}|<>«»‹›←→↑•·-–:.")) and not (text.endswith(".") and " " in text):
        return "custody" if _CUSTODY.search(text) else "furniture"
    if site_controls.is_control(text):
        return "furniture"
    if _NOTICE.match(text):
        return "custody" if _CUSTODY.search(text) else "furniture"
    if len(text) <= 220:
        if _COPYRIGHT.match(text) or _RIGHTS.match(text):
            return "furniture"
        if (_FOOTER.match(text) or text[:9].lower() == "copyright") and not shapes.is_prose(text):
            return "furniture"
        if _is_trail(text) or _is_menu_row(text) or _is_share_row(text):
            return "furniture"
        return _labelled_role(text)
    return ""


def _labelled_role(text: str) -> str:
    found = labels.of_line(text)
    if not found or len(text) > 200:
        return ""
    parts = labels.segments(text)
    if len(found) < len(parts) and not all(
        labels.of_segment(part) or document_types.alone(part) or len(part) < 30 for part in parts
    ):
        return ""
    if any(label.field == "tags" and _CODES.fullmatch(label.value) for label in found):
        return ""
    roles = [
        _LIFTED_LABELS[label.field]
        for label in found
        if label.field in _LIFTED_LABELS and (label.value or label.field == "tags")
    ]
    if len(roles) != len(found) or (shapes.is_prose(text) and len(found) == 1 and text.count(" ") > 18):
        return ""
    return roles[0] if len(set(roles)) == 1 or "date" not in roles else "date"


def last_step(text: str) -> str:
    """Give the last step of a trail ("Home » News » Press releases"); empty if the line is none."""
    steps = _CRUMB.split(text) if len(text) <= 220 else []
    return steps[-1].strip() if len(steps) > 1 and _CRUMB_HOME.match(steps[0].strip()) else ""


def _is_trail(text: str) -> bool:
    steps = [step.strip() for step in _CRUMB.split(text)]
    if len(steps) < 2 or len(steps) > 12 or any(len(step) > 80 for step in steps):
        return False
    if _CRUMB_HOME.match(steps[0]):
        return True
    slashes = " / " in text
    return (
        len(steps) >= 3
        and not slashes
        and not text.endswith((".", "?", "!"))
        and not any(char.isdigit() for char in steps[0])
    )


def _is_share_row(text: str) -> bool:
    """Tell whether a line is a row of networks that lost its separators ("Mixx Facebook Twitter Digg reddit")."""
    words = text.casefold().split()
    known = sum(word.strip(",|·•") in _NETWORKS for word in words)
    return known >= 2 and known * 3 >= 2 * len(words)


def _is_menu_row(text: str) -> bool:
    parts = [part.casefold().strip(" []") for part in labels.segments(text)]
    if len(parts) < 2:
        words = text.casefold()
        return words.startswith(
            ("home about", "home news", "home contact", "home | ", "forsiden aktuelt")
        ) and not text.endswith(".")
    known = sum(part in MENU or bool(_CONTROL.fullmatch(part)) for part in parts)
    return known >= 2 and known * 2 >= len(parts)
