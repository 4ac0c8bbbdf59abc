"""Every sentence the rules can say, in one place: templates over named values, ready to translate."""

from __future__ import annotations


def N_(sentence: str) -> str:  # noqa: N802 - gettext's own name for "translate me later"
    """Mark a sentence for translation where it stands."""
    return sentence


OUTSIDE_CYCLE = N_("Earned on %(day)s, outside the cycle that runs from %(starts)s to %(ends)s.")
TOO_SHORT = N_("Lasted %(minutes)s minutes; activities without this approval must last at least %(least)s.")
KIND_NOT_ACCEPTED = N_("The certifier does not accept this kind of activity (%(kind)s).")
KIND_ACCEPTED_UNTIL = N_("This kind of activity (%(kind)s) was accepted only up to %(until)s.")
DUPLICATE = N_("The same activity is already listed as %(other)s; it counts once.")
REPEATED = N_("This course was already taken (%(other)s); it does not count again.")
RECURRING = N_("Training on %(topic)s counts once in %(months)s months; %(other)s already counts for it.")
NOT_RELEVANT = N_("You marked it as not related to medical assisting.")
UNIT_AMBIGUOUS = N_("“CEU” alone can mean one hour or ten. Say who approved it, or how many minutes it took.")
CONVERSION_UNKNOWN = N_(
    "No published rule turns this unit (%(unit)s) into points. Ask the certifier for its own number."
)
OVER_CAP = N_("Over the limit of %(at_most)s points for this kind of credit: %(counted)s of %(points)s count.")
NO_CATEGORY = N_("It has no category that this credential counts, so it counts only toward the total.")
AREA_NOT_STATED = N_("Its area is not stated. Until it is, it counts only toward the total.")

FUTURE_DATE = N_("It is dated %(day)s, which is still to come. It counts once it is done.")
IACET_CEU = N_(
    "Counted as ten hours for each IACET CEU. The certifier has not said so in print: send the contact hours."
)
RELEVANCE = N_("Is it related to medical assisting? Credit from outside the certifier counts only if it is.")
PROOF = N_("Keep the certificate: this activity has no proof attached yet.")
LENGTH = N_("How long did it take? Activities under %(least)s minutes do not count.")
ALSO_REQUIRED = N_("The rules also ask for something besides points: %(says)s")
ALSO_UNKNOWN = N_("Nobody could confirm whether this is required: %(says)s Ask your certifier.")
NUMBER_UNKNOWN = N_("No published number was found for “%(about)s”. Ask your certifier.")

BEFORE_EXPIRY = N_("Applications by this route can take %(days)s days, counted back from the day you expire.")
AT_ONCE = N_("When every point is approved by the certifier, the application is handled at once.")
EXAM_ROUTE = N_("Apply at least %(days)s days before you expire, and pass at least %(months)s months before.")
