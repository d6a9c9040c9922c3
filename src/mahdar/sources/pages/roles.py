"""What the names that sites give their elements say of what is in them: furniture, a caption, a date or a writer."""

import re
from functools import lru_cache
from typing import Final

FURNITURE: Final = "furniture"
CAPTION: Final = "caption"
APART: Final = "apart"
"""A date or a name that stands beside others on one line and has nothing but style between it and them."""

_FURNITURE_TAGS = frozenset({"nav", "aside", "footer", "form", "menu", "dialog"})

# Words of ids and classes, alone or in a compound (post-tags, relatedPosts, ad_box), in the singular or plural.
_WORDS = (
    "related relate lies lire-aussi read-more readmore more-on also recommended recommend suggestion suggested "
    "share sharing sharedaddy sociable social addtoany follow subscribe newsletter partage "
    "comment respond disqus reply akismet reaction "
    "breadcrumb breadcumb crumb fil-ariane "
    "tag taglist tagcloud keyword mots-cles "
    "sidebar side widget-area popular trending mostread most-read most-viewed latest recent recommended other "
    "ticker breaking marq marquee newsline news-line topbar top-bar today clock "
    "ad ads adv advert advertisement adsense sponsored pub publicite banner promo promoted outbrain taboola "
    "stream-item about pullquote toolbar tools print-icon print-link print-share print-footer email-icon rating "
    "pager pagination pagenav navigation navbar nav top-nav topnav menu masthead footer copyright author-box bio "
    "cookie consent popup modal login poll vote next-prev current-date date-now "
    "feed skip skip-link screen-reader-text visually-hidden hide-accessible element-invisible element-hidden ms-hide"
)
_FURNITURE = re.compile(rf"(?<![a-z0-9])(?:{'|'.join(_WORDS.split())})s?(?![a-z0-9])")
_CAPTION = re.compile(r"(?<![a-z0-9])captions?(?![a-z0-9])")
_APART = re.compile(
    r"(?<![a-z])(?:dates?|time|author|byline|published|updated|meta-item|write-?by|writer|journalist|reporter|credits?)(?![a-z])"
)
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@lru_cache(maxsize=4096)
def name_words(names: str) -> str:
    """Ids and classes as words in small letters with hyphens between: lblTitle and post_title end in -title."""
    return _HUMP.sub("-", names[:500]).lower().replace("_", "-")


@lru_cache(maxsize=4096)
def role_of(tag: str, names: str) -> str:
    """FURNITURE, CAPTION, APART or nothing, by an element's tag and its names (id, classes) in one string."""
    if tag == "figcaption":
        return CAPTION
    if tag in _FURNITURE_TAGS:
        return FURNITURE
    words = name_words(names)
    if _CAPTION.search(words):
        return CAPTION
    if _FURNITURE.search(words):
        return FURNITURE
    return APART if tag == "time" or (tag == "span" and _APART.search(words)) else ""
