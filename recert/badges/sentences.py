"""Every sentence about a badge, as templates for translation."""

from __future__ import annotations

from recert.rules.wording import N_

GOOD_KEY = N_("The signature is right: it was made with the key of %(issuer)s, and nothing was changed since.")
OWN_KEY = N_(
    "The signature is right: nothing was changed since. It was made with the key %(key)s, which the badge names as "
    "%(issuer)s; ask %(issuer)s whether that key is theirs."
)
CHANGED = N_(
    "The signature does not fit: the badge was changed after it was signed, or someone else signed it. "
    "Ask %(issuer)s for a new copy."
)
UNLIKE_ITSELF = N_(
    "The signed badge does not agree with itself: its envelope and its text name different things, or a name is missing. "
    "Ask %(issuer)s for a new copy."
)
NO_KEY = N_("We do not know the key of %(issuer)s, so we cannot say who made this badge. Ask the issuer to confirm it.")
OTHER_KIND = N_("This kind of signature cannot be checked here. Ask %(issuer)s to confirm the badge.")
NO_SIGNATURE = N_("The badge carries no signature, so anyone could have written it. Ask %(issuer)s to confirm it.")
OLDER = N_("This is an Open Badge 2.0. We read what it says and check no signature. Ask %(issuer)s to confirm it.")
MAY_BE_REVOKED = N_("The issuer keeps a list of revoked badges. We asked nobody, so look there when it matters.")
SOMEONE = N_("the issuer")

EMPTY = N_("%(file)s is empty. Download the badge again.")
TOO_LARGE = N_("%(file)s is larger than %(most)s MB; a badge is not. Download the badge again.")
NO_BADGE_IN_PICTURE = N_(
    "%(file)s is a picture without a badge in it. Download the badge itself (a “baked” PNG or SVG, or JSON) from where "
    "it was issued."
)
NOT_JSON = N_("%(file)s is neither a badge picture (PNG, SVG) nor a badge as JSON or JWT. Download the badge again.")
TOO_DEEP = N_("%(file)s is nested too deeply to be a badge. Download the badge again.")
OTHER_JSON = N_("%(file)s is JSON, but no Open Badge: a credential or assertion about an achievement was wanted.")
ONLY_A_LINK = N_("%(file)s holds only a link (%(link)s). Open it, download the badge itself and check that file.")
BROKEN_PICTURE = N_("%(file)s is a damaged picture. Download the badge again.")
TOO_MUCH_WORK = N_("%(file)s takes more time or memory to check than a badge should. Download the badge again.")
