"""Why a file cannot be read, in one sentence."""

from __future__ import annotations

from recert.capture.transcripts.remarks import Remark
from recert.rules.wording import N_

EMPTY = N_("%(file)s is empty. Choose the file again, or take a new photo.")
NO_PICTURE = N_("%(file)s is not a PDF, photo or scan that we can read. Save it as PDF or JPEG and add it again.")
WEB_PAGE = N_("%(file)s is a web page, not the certificate itself. Open it in a browser and save it as PDF.")
ENCRYPTED = N_("%(file)s is locked with a password. Save it without the password and add it again.")
DAMAGED = N_("%(file)s is damaged or incomplete. Download it again, or take a photo of the paper.")
TOO_MANY_PAGES = N_(
    "%(file)s has %(found)s pages; we read up to %(most)s. Save the pages with certificates on their own."
)
TOO_LARGE = N_(
    "%(file)s is %(found)s megapixels large; we read up to %(most)s. Take a smaller photo, or scan at 300 dpi."
)
TOO_HEAVY = N_("%(file)s is %(found)s MB large; we read up to %(most)s MB. Save it smaller and add it again.")
TOO_MUCH_WORK = N_(
    "%(file)s takes more time or memory to read than a certificate should. Add a photo of the paper instead."
)
NO_SUCH_PAGE = N_("%(file)s has no page %(found)s.")


class CannotBeRead(ValueError):
    """A file that cannot be read as certificates: `remark` says what was found and what to do."""

    def __init__(self, wording: str, **values: str) -> None:
        self.remark = Remark(wording, values)
        super().__init__(self.remark.text)
