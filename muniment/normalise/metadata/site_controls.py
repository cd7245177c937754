"""The controls, counters and invitations that sites print round a text, as whole lines, in the languages of many sites.

Knows nothing of where a line stands. A row ends at a bar; `…` stands for up to eighty further characters.
"""

import re

_SKIP_LINKS = (
    "skip to … content|skip navigation|go to content|pasar al contenido principal|ir al contenido…"
    "|saltar a contenido…|aller au contenu…|passer au contenu…|accéder au contenu…|direkt zum inhalt…"
    "|springe zum inhalt…|zum hauptinhalt…|hopp til …innhold…|hopp til hovedmeny…|gå til …innhold…"
    "|gå til hovedindhold…|hoppa till …innehåll…|ir para o conteúdo…|pular para o conteúdo…"
    "|saltar para o conteúdo…|vai al contenuto…|salta al contenuto…|ga naar de inhoud…"
    "|overslaan en naar de inhoud gaan|przejdź do treści…|przejdź do głównej treści"
    "|перейти к основному содержанию|перейти к содержанию|перейти к содержимому|تجاوز إلى المحتوى الرئيسي"
    "|تخطى إلى المحتوى…|انتقل إلى المحتوى…|跳转到主要内容|跳到主要内容|跳至主要内容|メインコンテンツに移動"
    "|본문으로 바로가기"
)
_LANDMARKS = (
    "navigation path|left navigation|right navigation|main navigation|secondary navigation|site navigation"
    "|additional tools|breadcrumb trail|service menu|hovedmeny|navegación principal|navigation principale"
    "|hauptnavigation"
)
_READING = (
    "aumenta… el tamaño d…|disminu… el tamaño d…|tamaño de(?:l texto| letra)…|agrandir … texte"
    "|augmenter la taille d…|diminuer la taille d…|réduire la taille d…|taille du texte…|schriftgröße…"
    "|schrift vergrößern|schrift verkleinern|skriftstørrelse…|imprimer la page|imprimer en pdf|imprimer cet…"
    "|imprimir página|imprimir esta…|seite drucken|artikel drucken|skriv ut siden|stampa questa pagina|stampa"
    "|imprimer|imprimir|printable version|printer[ -]friendly version|print version|version imprimable"
    "|versión para imprimir|druckversion|utskriftsvennlig versjon|descarga el documento en …pdf"
    "|imprimir artigo|télécharger le …|descargar … pdf|descargar en pdf|descargar para leer sin conexión"
    "|als pdf herunterladen|last ned pdf|last ned som pdf|baixar pdf|scarica il pdf|listen to this…"
    "|escuchar artículo|écouter cet article|artikel anhören|close this search box|qr-code…|logo (?:der firma"
    "|of|de|du|von|til) .{1,120}"
)
_NETWORKS = (
    "social media links|social plugin|síguenos…|siga-nos…|seguici su…|suivez-nous…|folgen sie uns…|følg oss…"
    "|follow by e-?mail|share - …|tweeter|twittear|twittern|compartir esta noticia"
    "|partager cet article|compartilhar|compartilhar no…|compartilhe…|condividi|condividi su…|delen"
    "|dela|поделиться"
)
_COUNTERS = (
    r"\(\d+ votos?\)|\(\d+ votes?\)|valora este …|valorar|valoración ?: ?\d.{0,15}|visto \d+ veces"
    r"|leído \d+ veces|\d+ veces|\d+ lectures?|\d+ (?:mal )?gelesen|\d+ visningar|\d+ visninger"
    r"|puntu[aá]lo \d+ estrellas?|actualmente puntuada con …|page \d+ of \d+|\d+ of \d+|\d+ de \d+|\d+ von \d+"
    r"|\d+ sur \d+"
)
_TALK = (
    "(?:post|add|write|leave) (?:a|your) (?:comment|reply|response)|be the first to comment…"
    r"|no comments(?: yet)?…|comments are closed…|comentarios?(?: \d+)?|comentários?(?: \d+)?"
    r"|commentaires?(?: \d+)?|laisser un commentaire|deja (?:un|tu) comentario|kommentar schreiben"
    "|skicka en kommentar|inga kommentarer|ingen kommentarer"
    "|legg igjen en kommentar|lämna en kommentar|lascia un commento"
    "|fill in your details below or click an icon to log in…|you are commenting using your…"
    "|%d bloggers like this|anonymous comments will be…|suscríbete…|regístrate gratis…|únete a …"
    "|abonnez-vous…|jetzt abonnieren…|inscrivez-vous…|get all latest content delivered…|see older posts…"
    "|(?:older|newer) (?:posts|entries)|report this content"
)
_SHARERS = (
    "document sample…|powered by docstoc|…powered by docstoc|slideshare una empresa de scribd…"
    "|slideshare a scribd company…|from wikinews, the free news source you can write!?"
    "|from wikipedia, the free encyclopedia|jump to navigation jump to search|from wikisource…"
)
_TABLES = (_SKIP_LINKS, _LANDMARKS, _READING, _NETWORKS, _COUNTERS, _TALK, _SHARERS)

_NEIGHBOUR = re.compile(
    r"(?i:previous|next) (?i:article|post) ?:?(?=[A-ZÀ-Þ\"“‘]).{4,160}|← ?\S.{4,140}|\S.{4,140}? ?→"
)
"""The story before or after, with the words of the control stuck to it, or with the arrow that leads there."""
_STUCK_NETWORKS = re.compile(
    r"(?:(?:Facebook|Twitter|Google\+?|LinkedIn|Pinterest|E-?mail|WhatsApp|Reddit|Tumblr|Print|Telegram|Share)[ ,]*)"
    r"{3,}"
)
"""A row of networks that lost its blanks."""
_REMAINS = re.compile(r"(?=.*[|←→↑↓])(?:!\[\]\(\)|[|←→↑↓\s])+")
"""What is left of a table or of a picture's link: bars and arrows, and no word."""


def _row(words: str) -> str:
    """Turn a row of a table into the pattern of its lines."""
    return words.replace("…", r".{0,80}?").replace(" .{0,80}? ", r" (?:.{0,80}? )?")


_CONTROL = re.compile("|".join(_row(row) for table in _TABLES for row in table.split("|")), re.IGNORECASE)


def is_control(text: str) -> bool:
    """Tell whether a line is a control, a counter, an invitation, or what is left of one; never a sentence."""
    return bool(
        _CONTROL.fullmatch(text.strip(" *[]{}|<>•·-–:.!"))
        or _STUCK_NETWORKS.fullmatch(text)
        or _REMAINS.fullmatch(text)
        or (_NEIGHBOUR.fullmatch(text) and not text.endswith("."))
    )
