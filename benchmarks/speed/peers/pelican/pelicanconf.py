"""The archive as Pelican builds it; the folder `cache` remembers what was read, as its manual advises."""

SITENAME = "Harbour Lights"
SITEURL = ""
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
PATH = "content"
THEME = "theme"
THEME_STATIC_DIR = "static"
OUTPUT_PATH = "output"
ARTICLE_URL = "docs/{slug}.html"
ARTICLE_SAVE_AS = "docs/{slug}.html"
SLUGIFY_SOURCE = "basename"
DIRECT_TEMPLATES = ["index", "timeline", "states"]
TAG_SAVE_AS = CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = YEAR_ARCHIVE_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
DEFAULT_PAGINATION = False
JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True, "extensions": []}
PLUGINS = []
MARKDOWN = {"output_format": "html5", "extension_configs": {"markdown.extensions.meta": {}}}
CACHE_CONTENT = LOAD_CONTENT_CACHE = True
CACHE_PATH = "cache"
