"""What kind of paper it is: a course certificate, a CPR card, a badge, or none of these."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from recert.capture.certificates.paper import Paper, Span
from recert.capture.certificates.phrases import pattern

CPR = pattern(
    r"""
    life support|bls|acls|pals|nrp|cpr|aed|heartsaver|resuscitation|(?<!mental\shealth\s)first aid|cardiopulmonary resuscitation
    rcp|dea|reanimacion|soporte vital|primeros auxilios""",
    before=r"(?<![a-z])",
    after=r"(?![a-z])",
)
CARD = pattern(
    r"""
    renew by|recommended renewal|ecard|e-card|card ?(?:holder|code|number)|(?:provider|wallet) card|training (?:center|site|ctr)|tc (?:id|address|info|name|city)|instructor(?:'?s)?(?: name| id| #| no|:)
    american heart association|red cross|health (?:and|&) safety institute|national safety council|american safety (?:and|&) health|ashi|hsi|nsc
    cognitive and (?:skills|hands)|skills (?:evaluations?|test|session|check)|(?:written|practical) and (?:written|practical|skills)|hands-?on|provider card|course completion card|certification period|certified in|is certified|certificate id|issue date
    (?:emergency cardiovascular care|resuscitation|ilcor|ecc)(?: \d{4})? guidelines|guidelines for (?:resuscitation|cpr|emergency)
    fecha de renovacion|centro de entrenamiento|tarjeta de|cruz roja|asociacion americana del corazon|instructor""",
    before=r"(?<![a-z])",
)
ENDS = pattern(
    r"""
    renew(?:al)? (?:by|before|date|due)|recommended renewal|valid(?: for)?:? (?:2|two|1|one|3|three)[ -]?(?:years?|\(2\))|validity(?: period)?|valid (?:until|through|thru|to)|certification (?:valid|expires|period)|(?:expir(?:es|y|ation)(?: date)?|expiration)|good (?:until|through)|(?:card|certification|certificate) ends|retrain\w* (?:by|before|due)
    renovar antes|renov\w+|valid[oa] (?:hasta|por)|vence\w*|vencimiento|vigencia|caduc\w+""",
    before=r"(?<![a-z])",
)
CREDIT = pattern(
    r"""
    contact hours?|ceus?|continuing education|credits?|clock hours?|horas? contacto|educacion continua""",
    before=r"(?<![a-z])",
    after=r"(?![a-z])",
)
DONE = pattern(
    r"""
    (?:has|have|had) (?:\w+ ){0,2}(?:completed|participated|attended|fulfilled|met|passed|taken part|earned|demonstrated|shown|finished|viewed)|(?:has|have) (?:\w+ )?received (?:\w+ ){0,2}(?:instruction|training|credit)
    (?:the )?(?:attendance|participation) of(?! the)|attended|took part in|participated (?:in|on)|completed (?:the|an?|this|our|all|both|one|two|three|four|five|six)|successful(?:ly)? (?:completion|completed|passed)|successfully completing|passed (?:the|an?|with)|(?:satisfactory )?completion of the|was (?:present|in attendance|trained)|trained (?:in|on)|for (?:completing|attending|participating|(?:successful )?(?:completion|attendance|participation))|(?:confers|bestows) (?:up)?on|in recognition of|in attendance at|we (?:hereby )?award|(?:skills?|competenc\w+) (?:demonstrated|validated|observed|checked)
    (?:sign-?in|attendance) (?:sheet|list|log|record)s? .{0,40}?(?:has|have|shows?|lists?|bears?) your name|(?:replaces|in place of|in lieu of) (?:the|your|an?) (?:\w+ ){0,2}certificate|(?:serves?|stands?|issued) as (?:your |an? |the )?(?:official )?(?:proof|verification|evidence|record|confirmation|certificate|documentation)|as (?:proof|verification|evidence|confirmation|documentation) that|(?:confirm|verif|acknowledg|attest)\w* (?:\w+ ){0,3}(?:attendance|participation|completion)
    certif(?:y|ies|ied) that|(?:is|are|was|be)?(?: hereby| proudly)? ?(?:awarded|presented|granted|conferred|issued) (?:up)?(?:on|to)|awards? this|(?:is|was|and) (?:hereby )?awarded|is recognized for|this (?:acknowledges|recognizes|confirms|verifies) that
    ha (?:completado|participado|asistido|aprobado|cursado|realizado|finalizado)|haber (?:completado|participado|asistido|aprobado|cursado|realizado|finalizado)|otorga\w*|hace constar|deja constancia (?:de )?que|certifica que|completo con|asistio|participo en
    (?:completo|aprobo|realizo|finalizo) (?:satisfactoriamente|el (?:curso|taller|programa|modulo))""",
    before=r"(?<![a-z])",
    after=r"(?![a-z])",
)
"""What a person has done, or was given for it."""
NOT_YET = pattern(
    r"""
    not|yet|still|almost|(?:thank you|thanks) for|so far|completed 0|will(?! (?:certify|verify|confirm|acknowledge|serve))|as soon as|(?<!this\s)certificates? (?:is|are) (?:awarded|issued|granted)(?! (?:up)?(?:on|to))|must|should|shall|if|once|unless|until you|when you|after (?:you|attendance|completing|the)|to (?:earn|receive|get|obtain|claim|attend|participate|complete)|need(?:s|ed)?|(?<!the\s)(?<!all\s)require[sd]?|please(?! accept)|upcoming|register(?:ed|ing)? for|available after|those who|who (?:attend|stay|complete)|attendees who|is not|does not
    (?:se|otorga|recibi|obtend)ra[n]?|debe\w*|si|cuando|para (?:recibir|obtener)|quien(?:es)?|se requiere""",
    before=r"(?<![a-z])",
    after=r"(?![a-z])",
)
"""What makes of a sentence a rule or a plan: nobody has done anything yet."""
OTHER_DEED = re.compile(
    r"\b(?:is|was|are|been) (?:\w+ )?(?:enrolled|screened|employed)\b|\brequirements for clearance\b"
)
"""What papers certify besides courses: that somebody goes to a school, works somewhere, or owes nothing."""
NAMED = pattern(
    r"""
    (?:certificate|statement|record|proof|verification|confirmation|acknowledge?ment|letter) of(?! enrol)|(?<!no\s)(?<!get\s)(?<!instant\s)(?<!bulk\s)certificat(?:e|ion)(?!s? (?:of enrol|program|course|print|fee|after|on |upon|available|ready|ends|expires|lapses|number|no\b|id\b|#)|s\b)|certificado|constancia|diploma|competency|(?:training|education|in-?service|attendance|completion) (?:activity )?record|(?:attendance|completion|participation|education|credits?|ceus?) (?:verification|slip|record|certificate|statement|ticket|stub|card|log|report)|(?:attendance|completion) form|(?:course|training|class) completion(?=\n)|(?:record|log) of (?:\w+ ){0,2}(?:in-?service|training|education|attendance|instruction)|(?:training|in-?service|education|competency|talk) sign-?off|comprobante de (?:asistencia|participacion)|proof of (?:participation|attendance|completion)|(?<!with\s)transcript|continuing education record|reconocimiento""",
    before=r"(?<![a-z])",
)
"""What the paper calls itself."""
TOLD = pattern(
    r"""
    (?:date|dates|day) (?:of )?(?:completion|completed|attended|attendance|participation)|(?:completion|attendance|participation) dates?|(?<!last\s)(?:completed|finished)(?: on)?(?= ?[:\d]|\n)(?! ?\d+ of \d| ?0 )|credits? (?:awarded|earned|granted|on file|date)|passed on \w+ (?:try|attempt)|grade (?:posted|earned)|final grade|(?:hours?|ceus?) (?:awarded|earned|granted)|result:? pass\w*|training (?:date|completed)|(?:date )?trained(?: on)?(?= ?[:\d]|\n)|fecha de (?:finalizacion|terminacion|participacion)""",
    before=r"(?<![a-z])",
)
"""Names of fields that speak of something done."""
MOST_WORDS_OF_A_NAME = 7
DENIED = pattern(
    r"""
    (?:(?:is|are) not|(?:is|are|and|but) no) (?:an? )?(?:official )?(?:proof|evidence) of (?:attendance|participation|completion|credit|training)|(?:is|are) not an? (?:(?:official )?certificate|transcript)|no certificate (?:for|of|was|is|will|has)|certificates? (?:of \w+ )?(?:is|are) attached|preview only|not valid for (?:\w+ )?credit|this (?:sample|preview|specimen) is not
    no (?:es|son|constituye) (?:un |una )?(?:certificado|constancia|comprobante de (?:asistencia|participacion))|no (?:acredita|certifica) (?:la |su )?(?:aprobacion|asistencia|participacion)""",
    before=r"(?<![a-z])",
    after=r"(?![a-z])",
)
"""How a list, a bill or a report says that it is no certificate."""
LONG_LINE = 10
"""Beside a line of more words, another is running text."""
SAYS_MORE = re.compile(r"\b(?:is|are|was|were|be|by|can|have|has)\b")
TIMES = re.compile(r"\b\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\.?)?\s?[-–]\s?\d{1,2}:\d\d")
REMARK = re.compile(r"\([^()]*\)")
DASH = re.compile(r"\s-\s")
MANY_TIMES = 3
"""So many make the programme of a day."""
BADGE = pattern(
    r"""
    open badge|digital badge|badge (?:issued|earned|awarded|id|url|class)|earned (?:this|the) badge|credly|badgr|accredible|acclaim|insignia digital|openbadges?|badge\b.{0,40}\bissued by""",
    before=r"(?<![a-z])",
)
NONE_OF_THEM = {
    "other": pattern(
        r"""
        (?:was|is|has been) a student (?:of|at|in)|(?:is|was|been) (?:\w+ )?enrolled in|, enrolled in|enrollment (?:verification|status)|certificate of enrollment|clearance (?:status|certificate)|date of clearance|screening date|screened against|studied at|(?:is|was|been) registered as a|registrar'?s office
        (?:has been|is|was|are) employed|employment|to whom it may concern|salary|human resources|hours (?:per|a) week|position of|full[- ]time|part[- ]time|hire date
        sign-?in sheet(?! (?:on file|of|has|shows|lists|bears))|print name|roster|evaluation form|complete this form|please (?:rate|complete)|the objectives were|course (?:outline|description|schedule)|syllabus|grading
        authorization to test|admission (?:ticket|letter|slip)|eligible (?:from|until|through)|schedule your (?:appointment|exam)|test(?:ing)? center|last day of eligibility|time allowed|dear candidate|candidate id
        vaccine (?:administered|given|name|manufacturer|type|record)|vaccination (?:record|card)|immunization record|date given|\blot\b ?(?:no|number|#|:)|score report|scaled score|candidate""",
        before=r"(?<![a-z])",
    ),
    "unfinished": pattern(
        r"""
        (?:did|do|does) not (?:yet )?pass|not passed|failed|not (?:yet )?started|overdue|past due|open assignments?|action needed|next due(?=\n)|\d+ of \d+ (?:requirements|steps|modules|lessons|units|tasks|activities)|what you will (?:earn|get|receive)|at least \d+ minutes of attendance|retake|passing score:|try again|attempt \d of \d|back to (?:the )?(?:lessons|course)|certificate on passing|your score:|review the lessons
        unsubscribe|view (?:this|it|e-?mail) in|you receive this|continue (?:the|your|with)|in progress|\d+ ?% (?:complete|finished|done)|not (?:yet )?(?:been )?(?:finished|completed|passed)|incomplete|resume|pick up where|almost (?:there|done)|to finish|reminder|due (?:by|on|date)|assigned to you|my certificates|start(?:ed)?:? the
        aun no ha|continuar|pendiente|darse de baja""",
        before=r"(?<![a-z])",
    ),
    "portal": pattern(
        r"""
        download (?:and save |(?:and|&) print )?(?:your |the |a )?certificates?|view (?:and|&) download|view cert(?:ificate)?s?(?![a-z])|certificates? (?:is |are |was )?(?:now )?(?:ready|issued!|available)|available for download|download it|you can (?:access|download) (?:it|a|your)
        dashboard|export csv|print report|% complete|log ?in to your account|account details|thank you for (?:joining|attending)|welcome to|what's next|learning portal|you (?:are receiving|get|received) this (?:e-?mail|message)|because you completed""",
        before=r"(?<![a-z])",
    ),
    "agenda": pattern(
        r"""
        agenda|program at a glance|schedule|itinerary|breakfast|lunch(?: break)?|break\b|registration and|parking|hosted by|fees?:|door prizes?|sign in and out|planning committee|guests|exhibit\w*|networking|welcome (?:and|remarks)|adjourn
        programa del dia|almuerzo|receso|estacionamiento""",
        before=r"(?<![a-z])",
    ),
    "registration": pattern(
        r"""
        (?:you are|you're|has been|is|are now) (?:now )?(?:registered|enrolled)|(?:registration|enrollment|reservation|booking) (?:is )?(?:confirm\w+|number|id|received|details|complete)|confirmation (?:number|no|#|code|of (?:registration|enrollment))|thank you for (?:registering|signing up|enrolling)|see you (?:soon|there|then|on)|looking? forward to (?:seeing|having|welcoming)|(?:your )?certificate will|to receive (?:your|a) (?:certificate|card)|seats? (?:is |are )?(?:confirmed|reserved|held)|wait(?:ing)? ?list|subject: |thank you for attending|please complete the (?:evaluation|survey)|will be (?:e-?mailed|mailed|sent|issued|available)|join (?:link|the (?:meeting|webinar|session))|add to (?:my )?calendar|please (?:arrive|bring|sign in|check in)|(?:cancel|reschedul)\w*|doors open|check-?in
        (?:confirmacion|constancia) de (?:inscripcion|registro|matricula)|(?:inscrit|matriculad)[oa] (?:al presente|actualmente|en)|se ha (?:inscrito|registrado)|le esperamos""",
        before=r"(?<![a-z])",
    ),
    "licence": pattern(
        r"""
        licen[sc]e (?:verification|look-?up|search|details?|information|status|type|number status)|licensee (?:details?|information|search)|primary source|verification (?:of licen[sc]ure|report|results?)|search results|disciplinary|public (?:record|actions?|search)
        licen[sc]e status|nursys|current status|secondary status|standing with the board|status: ?(?:active|current|clear)|registry (?:search|look-?up|verification)|(?:nurse|nursing|aide|professional|state) registry|findings? of abuse|verificacion de licencia""",
        before=r"(?<![a-z])",
    ),
    "receipt": pattern(
        r"""
        subscription|subscribers?|your plan|renews (?:on|automatically)|auto-?renew\w*|cancel any ?time|manage (?:my|your) (?:plan|subscription|account)|trial|next (?:billing|charge|payment)|unlimited (?:access|ce|courses)|next payment|amount:|gift certificate|entitles|redeem|coupon|receipt|invoice|order (?:number|no|#|summary|total|confirmation|id)|amount (?:paid|due|charged)|sub ?total|total:? \$|payment (?:method|received|date|confirmation)|billing address|visa|mastercard|card ending|qty|transaction (?:id|number)|thank you for your (?:order|purchase|payment)|\$\s?\d+\.\d\d
        charged today|discount|balance(?: due)?:? \$?\d|paid by|bill(?:ed)? to(?![a-z])|recibo|factura(?![a-z])|monto pagado|total pagado""",
        before=r"(?<![a-z])",
    ),
    "flyer": pattern(
        r"""
        register (?:now|today|online|at|by|here)|registration (?:fee|is|opens|deadline|required)|save the date|join us|sign up|rsvp|seats? (?:are )?limited|early bird|who should attend|target audience|learning objectives|upcoming|you will learn|cost:|fee:|call for|to register|admission(?!s)|buy (?:the|now|it|your)|for \$\d+|agenda|space is limited|walk-?ins|\$ ?\d+(?![\d.])
        inscribase|registrese|cupo limitado|costo:|inscripcion(?:es)?|acompanenos""",
        before=r"(?<![a-z])",
    ),
    "extension": pattern(
        r"""
        your (?:\w+ ){0,3}(?:card|certification|certificate|credential|membership) (?:of .{1,20} )?(?:ends|expires|lapses|will expire)|(?:book|schedule) your|our records show|on your record|extension (?:of|notice|granted|letter)|(?:is|been|was) extended|extended (?:to|until|through|by)|extend the|(?:certification|credential|licen[sc]e|membership) (?:expires|will expire|is about to|is due|lapses|has expired)|expires soon|renewal (?:notice|reminder)|time to renew|(?:runs|running|run) out|due for renewal|(?:second|final|last) notice|stays? (?:valid|current)|(?:valid|current) for a further|your new (?:expiration )?date|has been renewed|remains? valid|grace period|(?:late|renewal|reinstatement) fee|renewal application|to renew|has (?:lapsed|expired)|prorroga|extendid\w+""",
        before=r"(?<![a-z])",
    ),
    "credential": pattern(
        r"""
        (?:is|as) an? (?:certified|registered|nationally certified) (?:clinical |administrative )?medical assistant|certification (?:number|no|#|id)|credential (?:number|no|#|id)|certified since|certification status|wallet card|is (?:hereby )?(?:certified|designated|granted the (?:credential|designation)) (?:as|by)
        registry (?:number|no|id)|membership|good standing|active member|member (?:since|id|number|card)|(?:has|having) (?:\w+ )?met (?:all )?(?:the )?(?:\w+ )?(?:requirements|qualifications|standards)(?: (?:for|of) (?:\w+ )?certification)?|certifying board|certified: |original certification|recertification|national certification|certified by|certificant|entitled to use
        designation of|entitled to use""",
        before=r"(?<![a-z])",
    ),
}


def kind_of(paper: Paper, *, has_amount: bool, ends: bool, made_out: bool) -> str:
    """One of the contract's kinds, from the words on the paper.

    `has_amount` says that it counts credit, `ends` that a day on it is its last, `made_out` that a person, a day and what
    it took stand on it.
    """
    attested = Attested.by(paper)
    against = {name: _lines_with(words, paper) for name, words in NONE_OF_THEM.items()}
    against["agenda"] += sum(1 for _ in paper.find(TIMES)) >= MANY_TIMES
    if paper.has(DENIED) and not attested.is_whole:
        return "not_a_certificate"
    if not attested.at_all and not _says_otherwise(against) and made_out:
        return "course"  # a slip with nothing but what counts, and nothing that says otherwise
    bare = not attested.at_all and any(count for name, count in against.items() if name != "credential")
    reminds = not attested.done and (bare or max(against.values()) >= 2)
    if not reminds and _is_card(paper, attested, has_amount=has_amount, ends=ends, against=against):
        return "cpr_card"
    if _is_none(against, attested, has_amount=has_amount):
        return "not_a_certificate"
    if paper.has(BADGE) and not has_amount:
        return "badge"
    return "course"


def _says_otherwise(against: Mapping[str, int]) -> bool:
    """Whether anything speaks against a certificate; a single word of a programme does not, a certificate may have one."""
    return any(count > (name == "agenda") for name, count in against.items())


@dataclass(frozen=True, slots=True)
class Attested:
    """How a paper says that somebody has done something: in sentences, by its own name, in the names of its fields."""

    done: int
    named: int
    told: int

    @classmethod
    def by(cls, paper: Paper) -> Attested:
        """All that a paper says of it."""
        done = {match.group() for match in paper.find(DONE) if _is_a_deed(paper.sentence_at(match.start()))}
        named = {match.group() for match in paper.find(NAMED) if _is_a_name(paper, match.start())}
        return cls(len(done), len(named), len(_said(TOLD, paper)))

    @property
    def at_all(self) -> int:
        return self.done + self.named + self.told

    @property
    def is_whole(self) -> bool:
        """Whether a deed is told, and the paper calls itself a certificate or names its fields like one."""
        return bool(self.done and (self.named or self.told))


def _is_a_deed(sentence: str) -> bool:
    """Whether a sentence tells what was done in a course: no rule, no plan, no question, and nothing else."""
    return "?" not in sentence and not NOT_YET.search(sentence) and not OTHER_DEED.search(sentence)


def _is_a_name(paper: Paper, place: int) -> bool:
    """Whether a line only names the paper: no sentence about certificates, and none that is yet to come."""
    sentence, line = paper.sentence_at(place), paper.span_of(paper.piece_at(place))
    named = next(part for part in _parts(paper.folded, line) if place < part.end)
    runs = any(len(one.words) > LONG_LINE for one in paper.paragraph_of(paper.piece_at(place)))
    short = not runs and len(REMARK.sub("", paper.folded[named.start : named.end]).split()) <= MOST_WORDS_OF_A_NAME
    return short and not SAYS_MORE.search(sentence) and not NOT_YET.search(sentence)


def _parts(text: str, line: Span) -> Iterator[Span]:
    """A line from one dash that stands alone to the next."""
    start = line.start
    for dash in DASH.finditer(text, line.start, line.end):
        yield Span(start, dash.end())
        start = dash.end()
    yield Span(start, line.end)


def _said(words: re.Pattern[str], paper: Paper) -> Sequence[str]:
    return sorted({" ".join(match.group().split()) for match in paper.find(words)})


def _lines_with(words: re.Pattern[str], paper: Paper) -> int:
    """How many different things are said on different lines: one line, as of a title, says one thing."""
    found = list(paper.find(words))
    lines = {id(paper.piece_at(match.start())) for match in found}
    return min(len(lines), len({" ".join(match.group().split()) for match in found}))


def _is_card(paper: Paper, attested: Attested, *, has_amount: bool, ends: bool, against: Mapping[str, int]) -> bool:
    cpr, card, credit = _said(CPR, paper), _said(CARD, paper), _said(CREDIT, paper)
    for_some_time = ends or paper.has(ENDS)
    if not cpr or (against["extension"] and not for_some_time) or against["registration"] > 1:
        return False
    signs = len(card) + 2 * for_some_time
    return signs >= (5 if has_amount else 3 if credit else 1 if attested.at_all else 2)


def _is_none(against: Mapping[str, int], attested: Attested, *, has_amount: bool) -> bool:
    """Whether the paper says rather what it is instead of a certificate."""
    strongest = max(against.values())
    if not attested.at_all or strongest > 2 * attested.at_all + 1:
        return True
    if strongest >= 2 and strongest > attested.at_all and not attested.is_whole:
        return True
    if has_amount:
        return False
    return (against["extension"] > 0 and attested.at_all <= 1) or (
        against["credential"] >= 2 and attested.done + attested.told <= 2
    )
