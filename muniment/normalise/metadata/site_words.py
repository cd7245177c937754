"""Words by which sites name their parts and controls, in the languages that are read; none of them is a place.

Knows nothing of lines.
"""

_WORDS = (
    "uploaded|taken|posted|created|viewed|added|modified|minutes|agenda|date of judgment|date of hearing|court|judgment"
    "|news|press|press release|press releases|media|media release|statement|statements|speech|speeches|download|print"
    "|comments|comment|share|blog|blogs|post|posts|admin|administrator|editor|editorial|staff|webmaster|guest|author"
    "|article|articles|feature|features|opinion|analysis|interview|interviews|video|videos|photo|photos|gallery|events"
    "|event|home|archive|archives|politics|world|business|sport|sports|culture|science|health|education|environment"
    "|publications|publication|report|reports|newsletter|bulletin|update|updates|latest|breaking|live|general|other"
    "|uncategorized|uncategorised|miscellaneous|announcements|announcement|resolution|resolutions|summary|abstract"
    "|introduction|transcription|transcript|contents|preface|permanent|the|public|plenary|private|confidential"
    "|pressemitteilung|pressemitteilungen|meldung|meldungen|nachricht|nachrichten|aktuelles|artikel|interview|rede"
    "|reden|beitrag|kommentar|kommentare|uhr|drucken|startseite|presse|politik|gesellschaft|wirtschaft"
    "|pressemelding|pressemeldinger|nyhet|nyheter|nyhetssak|tale|taler|taler og innlegg|artikler|kommentarer|aktuelt"
    "|pressmeddelande|nyheter|communiqué|communiqués|communiqué de presse|actualité|actualités|discours|déclaration"
    "|entretien|tribune|commentaires|brèves|dépêche|accueil|partager|imprimer|résumé|sommaire"
    "|comunicado|comunicados|comunicado de prensa|nota de prensa|noticia|noticias|actualidad|discurso|discursos|prensa"
    "|entrevista|opinión|comentarios|compartir|imprimir|inicio|nacional|internacional|portada|resumen"
    "|briefing notes|briefing|notes|press notes|media notes|news notes"
    "|texte intégral|full text|texto íntegro|texto completo|volltext|extracted text|text|transcript of remarks"
    "|opening|opening of the meeting|opening of the session|closing|attendance|present|apologies|welcome"
    "|any other business"
    "|preamble|préambule|preámbulo|präambel|artículo|artículos|bericht|berichte"
    "|comunicato|comunicati|notizie|notícia|notícias|nieuws|persbericht"
)
NO_PLACE = frozenset(_WORDS.split("|"))
"""In lower case."""
_OWN = (
    "home|homepage|about us|contact us|careers|newsletters|newsletter|privacy policy|privacy notice|terms of use"
    "|terms of service|terms and conditions|terms & conditions|site map|sitemap|help center|customer care"
    "|press room|media kit|my account|sign in|sign up|log in|login|subscribe|advertise|advertising|cookie policy"
    "|cookies|faq|faqs|contact|accessibility|join us|donate|accueil|contactez-nous|mentions légales|plan du site"
    "|inicio|contacto|aviso legal|mapa del sitio|startseite|kontakt|impressum|datenschutz|forsiden|kontakt oss"
    "|om oss|personvern"
)
OF_SITES_ONLY = frozenset(_OWN.split("|"))
"""Entries of menus that no document has among its own lines; in lower case."""
