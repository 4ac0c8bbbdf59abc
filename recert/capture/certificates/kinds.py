"""What kind of paper it is: a course certificate, a CPR card, a badge, or none of these."""

from __future__ import annotations

from collections.abc import Sequence

from recert.capture.certificates.paper import Paper
from recert.capture.certificates.phrases import pattern

CPR = pattern(
    r"""
    (?:basic|advanced (?:cardiac|cardiovascular)|pediatric advanced) life support|bls|acls|pals|cpr|heartsaver|first aid|cardiopulmonary resuscitation
    rcp|reanimacion|soporte vital|primeros auxilios""",
    before=r"(?<![a-z])",
    after=r"(?![a-z])",
)
CARD = pattern(
    r"""
    renew by|recommended renewal|ecard|e-card|card ?(?:holder|code|number)|training (?:center|site|ctr)|tc (?:id|address|info|name|city)|instructor(?:'?s)?(?: name| id| #| no|:)
    american heart association|red cross|health (?:and|&) safety institute|national safety council|american safety (?:and|&) health|ashi|hsi|nsc
    cognitive and (?:skills|hands)|skills evaluations?|valid (?:for )?(?:2|two) years|provider card|course completion card|certification period|certified in|is certified|valid (?:until|through|for)|certificate id|issue date|expir(?:es|ation date)
    renovar antes|fecha de renovacion|centro de entrenamiento|valid[oa] (?:hasta|por)|cruz roja|asociacion americana del corazon|instructor""",
    before=r"(?<![a-z])",
)
CREDIT = pattern(
    r"""
    contact hours?|ceus?|continuing education|credits?|clock hours?|horas? contacto|educacion continua""",
    before=r"(?<![a-z])",
    after=r"(?![a-z])",
)
COMPLETION = pattern(
    r"""
    certificate of|certifica(?:te|do|cion)|has (?:successfully |satisfactorily )?(?:completed|participated|attended|fulfilled|met)|attended|took part in|ha (?:completado|participado|asistido|aprobado)|awarded|successful(?:ly)? (?:completion|completed)|successfully completing
    participated in|completed the|constancia|diploma|certif(?:y|ies) that|completion date|date (?:of completion|completed)|record of completion|training record|competency|result:? pass|statement of (?:credit|completion|participation)|proof of completion""",
    before=r"(?<![a-z])",
)
BADGE = pattern(
    r"""
    open badge|digital badge|badge (?:issued|earned|awarded|id|url|class)|earned (?:this|the) badge|credly|badgr|accredible|acclaim|insignia digital|openbadges?|badge\b.{0,40}\bissued by""",
    before=r"(?<![a-z])",
)
NONE_OF_THEM = {
    "licence": pattern(
        r"""
        licen[sc]e (?:verification|look-?up|search|details?|information|status|type|number status)|licensee (?:details?|information|search)|primary source|verification (?:of licen[sc]ure|report|results?)|search results|disciplinary|public (?:record|actions?|search)
        licen[sc]e status|nursys|current status|secondary status|standing with the board|status: ?(?:active|current|clear)|registry (?:search|look-?up|verification)|verificacion de licencia""",
        before=r"(?<![a-z])",
    ),
    "receipt": pattern(
        r"""
        receipt|invoice|order (?:number|no|#|summary|total|confirmation|id)|amount (?:paid|due|charged)|sub ?total|total:? \$|payment (?:method|received|date|confirmation)|billing address|visa|mastercard|card ending|qty|transaction (?:id|number)|thank you for your (?:order|purchase|payment)|\$\s?\d+\.\d\d
        recibo|factura|monto pagado|total pagado""",
        before=r"(?<![a-z])",
    ),
    "flyer": pattern(
        r"""
        register (?:now|today|online|at|by|here)|registration (?:fee|is|opens|deadline|required)|save the date|join us|sign up|rsvp|seats? (?:are )?limited|early bird|who should attend|target audience|learning objectives|upcoming|you will learn|cost:|fee:|call for|to register|admission|agenda|space is limited|walk-?ins
        inscribase|registrese|cupo limitado|costo:|inscripcion(?:es)?|acompanenos""",
        before=r"(?<![a-z])",
    ),
    "extension": pattern(
        r"""
        extension|extended|extend the|(?:certification|credential|licen[sc]e|membership) (?:expires|will expire|is about to|is due|lapses|has expired)|expires soon|renewal (?:notice|reminder)|time to renew|stays? (?:valid|current)|(?:valid|current) for a further|your new (?:expiration )?date|has been renewed|remains? valid|grace period|prorroga|extendid\w+""",
        before=r"(?<![a-z])",
    ),
    "credential": pattern(
        r"""
        (?:is|as) an? (?:certified|registered|nationally certified) (?:clinical |administrative )?medical assistant|certification (?:number|no|#|id)|credential (?:number|no|#|id)|certified since|certification status|wallet card|is (?:hereby )?(?:certified|designated|granted the (?:credential|designation)) (?:as|by)
        registry (?:number|no|id)|membership|member (?:since|id|number|card)|has met (?:all )?(?:the )?(?:requirements|qualifications|standards) (?:for|of) certification|original certification|recertification|national certification|certified by|certificant|entitled to use
        licen[sc]e (?:number|no|#)""",
        before=r"(?<![a-z])",
    ),
}


def kind_of(paper: Paper, *, has_amount: bool, named: bool) -> str:
    """One of the contract's kinds, from the words on the paper; `named` says that it is made out to somebody."""
    completion = len(_said(COMPLETION, paper))
    against = {name: len(_said(words, paper)) for name, words in NONE_OF_THEM.items()}
    if _is_card(paper, has_amount=has_amount, extended=against["extension"]):
        return "cpr_card"
    if _is_none(against, completion, has_amount=has_amount, named=named):
        return "not_a_certificate"
    if paper.has(BADGE) and not has_amount:
        return "badge"
    return "course" if completion or (has_amount and (named or not against["flyer"])) else "not_a_certificate"


def _said(words: object, paper: Paper) -> Sequence[str]:
    return sorted({" ".join(match.group().split()) for match in paper.find(words)})  # type: ignore[arg-type]


def _is_card(paper: Paper, *, has_amount: bool, extended: int) -> bool:
    cpr, card, credit = _said(CPR, paper), _said(CARD, paper), _said(CREDIT, paper)
    if not cpr or (extended and not any("renew by" in one for one in card)):
        return False
    return len(card) >= (4 if has_amount else 2 if credit else 1)


def _is_none(against: dict[str, int], completion: int, *, has_amount: bool, named: bool) -> bool:
    """Whether the paper says rather what it is instead of a certificate."""
    if (
        against["receipt"] >= 3
        or (against["receipt"] >= 2 and completion <= 1)
        or (against["flyer"] >= 2 and not named)
    ):
        return True
    if against["extension"] >= 2 and completion == 0:
        return True
    if has_amount and named:
        return against["licence"] >= 3 and completion == 0
    if against["licence"] >= 2 and completion <= 1:
        return True
    if has_amount:
        return False
    return (against["extension"] > 0 and completion <= 2) or (against["credential"] >= 2 and completion <= 3)
