"""What only the holder can answer: doubtful fields, missing ones, and what a paper says against itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from recert.capture.certificates.paper import Paper
from recert.capture.certificates.phrases import pattern
from recert.capture.certificates.reading import Field, Question
from recert.rules.wording import N_

DOUBTFUL = {
    "title": N_("Is “%(found)s” the title of the course? Correct it if it is not."),
    "holder": N_("Is “%(found)s” the name on the certificate? Correct it if it is not."),
    "earned_on": N_("Was it completed on %(found)s? Check the day on the certificate."),
    "expires_on": N_("Does it expire on %(found)s? Check the day on the certificate."),
    "quantity": N_("Is the amount %(found)s? Check the number on the certificate."),
    "unit": N_("What does the certificate count: hours, CEUs, or something else? We read it as %(found)s."),
    "minutes": N_("Did it take %(found)s minutes? Check the certificate."),
    "provider": N_("Was it offered by “%(found)s”? Correct it if it was not."),
    "approved_by": N_("Does the certificate say that it was approved by %(found)s?"),
    "approval_number": N_("Is %(found)s the approval number of this course? It may be the provider's own number."),
}
WHY = {
    ("earned_on", "several"): N_("The certificate shows several days. Was it completed on %(found)s?"),
    ("earned_on", "unnamed"): N_("The certificate does not say what its days are. Was it completed on %(found)s?"),
    ("earned_on", "order"): N_("Is the month first? Then it was completed on %(found)s; another day may be meant."),
    ("earned_on", "turned"): N_("The day seems to come before the month. Was it completed on %(found)s?"),
    ("quantity", "limit"): N_("The certificate says “up to” %(found)s. How much were you awarded?"),
    ("quantity", "several"): N_("The certificate shows several amounts. Were you awarded %(found)s?"),
    ("quantity", "ceu_mismatch"): N_("The hours and the CEUs on the certificate do not agree. Were you awarded %(found)s hours?"),
    ("quantity", "large"): N_("We read %(found)s, which is a great deal. Is a decimal point missing?"),
    ("quantity", "point"): N_("We read %(found)s, but there seems to be a point before the number. How much is it?"),
    ("quantity", "length"): N_("Are the %(found)s hours what you were awarded, or how long the course took?"),
    ("unit", "ceu"): N_("“CEU” alone can mean one hour or ten. Who approved it, or how many hours did it take?"),
}  # fmt: skip
MISSING = {
    "title": N_("We found no title. What is the course called?"),
    "earned_on": N_("We found no day of completion. When did you complete it?"),
    "provider": N_("We found no provider. Who offered the course?"),
    "quantity": N_("The certificate shows no amount of credit. How many hours or credits were you awarded?"),
}
NOT_OFFICIAL = N_("The certificate says that it is no official statement of credit. Ask the provider for one.")
NOT_FOR_RENEWAL = N_("The certificate says that it is not valid for renewal. Ask your certifier before you count it.")
IN_ANOTHER_WAY = pattern(
    r"not an? official (?:statement|record|transcript|certificate)|unofficial|no es un documento oficial"
)
NO_RENEWAL = pattern(
    r"not (?:be )?(?:valid|used|accepted) (?:for|toward) (?:\w+ )?(?:renewal|recertification|credit)|no (?:es )?valid[oa] para (?:la )?renovacion"
)


def asked(name: str, field: Field, doubt: str) -> Question:
    """The question that a doubtful field is."""
    wording = WHY.get((name, doubt)) or DOUBTFUL[name]
    return Question(name, doubt or "doubtful", wording, {"found": field.value})


def about(paper: Paper, kind: str, fields: Mapping[str, Field]) -> Iterator[Question]:
    """Questions that no doubtful field raises."""
    if kind != "not_a_certificate":
        for name, wording in MISSING.items():
            if name not in fields and not (name == "quantity" and kind in ("cpr_card", "badge")):
                yield Question(name, "missing", wording)
    if paper.has(IN_ANOTHER_WAY):
        yield Question("", "not_official", NOT_OFFICIAL)
    if paper.has(NO_RENEWAL):
        yield Question("", "not_for_renewal", NOT_FOR_RENEWAL)
