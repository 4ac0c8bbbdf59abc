"""The words certificates use, English and Spanish: what a day, an amount, a name beside them means.

Lower case and without accents, one regular expression to a line; a space stands for any white space. In a table the
earlier key wins where two would fit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping


def pattern(lines: str, before: str = "", after: str = "") -> re.Pattern[str]:
    """One pattern that finds any of the lines."""
    wanted = "|".join(line.strip() for line in lines.strip().splitlines())
    return re.compile(f"{before}(?:{wanted}){after}".replace(" ?", r"\s*").replace(" ", r"\s+"))


def table(meanings: Mapping[str, str], before: str = "", after: str = "") -> dict[str, re.Pattern[str]]:
    """A pattern to each meaning."""
    return {meaning: pattern(lines, before, after) for meaning, lines in meanings.items()}


_EVENT = r"(?:activity|event|program|class|session|training|course|meeting|conference|workshop|lecture|webinar|presentation|live|seminar|in-?service|service|education|instruction)"

DAYS = table(
    {
        "born": r"""
            date of birth|birth ?date|dob
            fecha de nacimiento""",
        "next": r"""
            next(?: (?:\w+ ){0,3}(?:class|session|course|talk|meeting|training|event|renewal))?|upcoming|will be held|proxim[oa]""",
        "program": r"""
            (?:activity|program|course|credit|offering|accreditation|enduring material|cme|approval|provider|material|module|lesson|class|webinar|session|content|test|access|license|licence|offer|recording)s?(?:'s)? (?:expir\w*|ends|closes?|lapses?|runs? out|termination)(?: date| on)?
            (?:expir\w*|termination)(?: date)? of (?:the |this )?(?:activity|program|course|credit|accreditation|approval|material)
            credits? (?:is |are )?(?:available|valid|may be claimed)(?: from| until| through)?
            approv\w+ (?:is )?(?:valid )?(?:through|until|thru|from)
            (?:activity|program|course|credit|offering|accreditation|enduring material|cme|approval|provider|sponsor|material|module|lesson|class|webinar|session|article|issue|content|test|quiz|exam|access|license|licence|membership|offer|recording|replay)s?(?:'s)? (?:is |are )?(?:valid|good|open|available|accepted|closes|current|effective) ?(?:until|through|thru|to|on)?
            (?:vigencia|vencimiento|expiracion|validez) (?:del? (?:programa|la actividad|curso|la acreditacion|material|proveedor|auspiciador|la licencia))[: ]*(?:hasta)?(?: el)?""",
        "until": r"""
            (?<![a-z]\s)to(?=\W*$)|until|through|thru|no later than|closes?(?: on)?|hasta(?: el)?""",
        "retain": r"""
            (?:retain|keep|sav(?:e|ed)|stor(?:e|ed)|conserve|guarde)\w*(?: \w+){0,6}?(?: until| through| hasta)?
            for (?:audits?|your records?)(?: until)?""",
        "renew": r"""
            (?:recommended )?renew(?:al)?(?! (?:class|course|session))(?: by| date| before| on)*|re(?:peat|fresh)(?: by| before)+|recertif\w+(?: by| due| date)+
            (?:renov\w+|repetir)(?: antes)?(?: del?)?(?: el)?""",
        "expires": r"""
            expir(?:es|y|ation|ed|acion|a)(?: date| on)?
            (?:valid|good|current|effective|certified) (?:through|thru|until|to)|(?:not valid|void) after
            (?:(?:this|your|the|esta|este) |(?<![a-z]\s))(?:card|certificate|tarjeta|certificado) (?:ends|runs out|lapses|runs to|termina)(?: on)?
            valid for .{0,30}(?:through|until)
            (?:fecha de )?venc\w+|caduc\w+
            (?:valid[oa]|vigente) hasta(?: el)?""",
        "released": r"""
            release\w*(?: date)?|original release|(?:originally|first|previously) (?:\w+ed|held|given|shown)(?: on| live)*|recorded(?: on)?|publi(?:shed|cation|cado|cacion)\w*|review(?:ed)? date|revis(?:ed|ion)|rev\.?
            effective(?: date| from| on)?|copyright|last updated|launch(?:ed)?(?: date)?""",
        "printed": r"""
            run date|(?:completed|earned|recorded) (?:between|from)|went out(?: on)?|(?:certificate |credit |record )?(?:sent|mailed|e-?mailed|posted|reported)(?: on)?|print(?:ed)?(?: date| on)*|generated(?: on)?|download\w*(?: on)?|access(?:ed)? on|as of|report date
            search(?:ed)? (?:date|on)|verif\w+(?: on| date)+|impres[oa](?: el)?|generad[oa](?: el)?""",
        "other": r"""
            approv(?:ed|al)(?: date| on)?|(?:date )?(?:of )?hired?(?: date)?|member(?:ship)? (?:since|date|issued)|joined(?: on)?|(?:created|updated|modified|amended|submitted|due|deadline)(?: date| on| by)*
            licen[sc]e\w* (?:issued?|date|renewed|issue date)(?: on)?""",
        "paid": r"""
            order date|invoice date|purchased?(?: date| on)?|paid(?: on)?|payment date|transaction date|receipt date
            fecha de (?:pago|compra)""",
        "started": r"""
            since|start(?:ed|s)?(?: date| on| time)*|begins?(?: date| on)?|beginning(?: date| on)|began(?: on)?|enroll\w*(?: date| on)?
            registered|regist\w+(?: date| on)|assigned(?: on)?|fecha de (?:inicio|inscripcion)|inici\w+(?: el)?""",
        "completed": rf"""
            (?:date|day)(?: \w+){{1,3}} (?:earned|completed|finished|passed|attended)
            (?:date )?(?:of )?compl(?:\.|eted|etion)?(?: date| on| dates?)*(?: of (?:the )?{_EVENT})?
            (?<![a-z]\s)(?:end|fin|termino|done|finish)(?=\W*$)|(?:fin|termino) / end
            finish(?:ed)?(?: date| on)*|ended(?: on)?|pass(?:ed)?(?: date| on)+|end(?:ed|ing)? date
            (?:date )?(?:test|exam|quiz|evaluation|post-?test) (?:taken|passed|completed|date)
            fecha de (?:finalizacion|terminacion|culminacion|aprobacion|conclusion|completad[oa]|cumplimiento)
            passed (?:its|the|this|our|an?) (?:\w+ )?(?:quiz|test|exam\w*|post-?test|assessment)(?: on)?
            (?:complet|finaliz|termin|concluy|culmin|aprob)(?:o|ad[oa]|aron)(?: el| en)?""",
        "held": rf"""
            participat\w+(?: on| date)*|participant date|attend(?:ed|ance)?(?: on| dates?)*
            {_EVENT}(?: activity)? (?:dates?|held)
            dates? (?:of|for) (?:the |this |live )?(?:{_EVENT}|attendance|participation)
            (?:held|presented|conducted|given|offered|delivered|taught|broadcast|viewed)(?: live| online| virtually)?(?: on)?
            (?:celebrad|realizad|impartid|ofrecid|llevad|dictad|efectuad)[oa]s?(?: a cabo)?(?: en linea| virtualmente)?(?: el| los dias?| del?)?
            (?:particip|asisti)(?:o|ado|do)?(?: el| en)?
            fecha (?:del?|de la) (?:curso|actividad|evento|taller|seminario|conferencia|clase|capacitacion|charla)
            fechas? de (?:participacion|asistencia|realizacion)|dias? del curso""",
        "issued": r"""
            date of issue|(?:date )?(?:of )?issu(?:ed|ance|ing|e(?=\W*(?:date|on\b|$)))(?: date| on)*
            (?:date )?(?:awarded|granted|conferred|earned|certified|credited|received)(?: date| on)*
            (?:credit|award|certification|certificate) date
            (?:fecha de )?(?:expedi|emisi|emit|otorg|conced|entreg)\w+(?: el)?""",
        "dated": r"""
            date[ds]?|when|on|fecha|el(?: dia)?|this|a los|day|in""",
    },
    before=r"(?<![a-z])",
    after=r"(?![a-z])",
)
"""What a day is, by the words beside it."""

AMOUNT_BEFORE = table(
    {
        "limit": r"""
            up to(?: a)?(?: maximum of)?|(?:a )?max(?:imum|\.)?(?: of)?|not to exceed|(?:no|not) (?:\w+ ){0,3}more than|as many as|(?:planned|designed|scheduled) for|(?:whole|entire|full) (?:\w+ ){1,2}(?:offered|carried|was worth|is worth)(?: a total of)?
            (?:together|combined|(?:full|whole|entire|complete) (?:\w+ ){1,2})(?: (?:is|are|was|were))? ?(?:worth|carr(?:y|ies|ied)|gives?|total\w*|offers?|counts? for)|(?:possible|available|posibles?|disponibles?)(?: [a-z]+){0,5} ?:
            hasta(?: un maximo de)?|(?:un )?maximo(?: de)?|no mas de|available:?|possible:?|may (?:earn|claim|receive)|offers?""",
        "part": r"""
            of which|including|includ(?:es?|ed)(?: up to)?|of these|of the (?:total|above)|\(with
            de (?:las|los) cuales|incluy\w+|incluidas?""",
        "each": r"""
            (?:per|each|every|owe|takes|calls for)(?![a-z])|minimum(?: of)?|at least|requires?(?![a-z])|(?:still )?needs?|remaining|must (?:earn|complete)|minimo(?: de)?|al menos|required:?|requirements?(?: (?:of|for)(?: [a-z]+){1,4})? ?(?::|is|are)""",
        "base": r"""
            based on(?: an?)?|(?:ceus?|credits?|hours?|units?|points?)(?:\(s\))? (?:is |are )?worth|equals?|represents?|equates? to|is equal to|equivale a|=|defined as|calculated (?:on|at|using)(?: an?)?|stands? for|corresponds? to|makes?(?: up)?|counts? as|minutes (?:is|are|per|make|count as|for|of instruction)""",
        "given": r"""
            award(?:ed|s)?|earn(?:ed|s)?|complet(?:ed|es|ing)|received?|grant(?:ed|s)?|credited|claim(?:ed|s|ing)?|attended
            for a total of|total(?:ing|s)?(?: of)?:?|otorg\w+|obten\w+|obtuvo|acredit\w+|con una? (?:total|valor|duracion)(?: total)? de|por un total de|worth|consist\w+ of|carr(?:ies|ied|ying)(?: a (?:total|value) of)?""",
    },
    before=r"(?<![a-z])",
)
AMOUNT_AFTER = table(
    {
        "given": r"(?:(?:was|were|is|are|has been|have been) )?(?:awarded|earned|granted|credited)",
        "limit": r"maximum|max\b|available|possible|maximo|is the maximum",
        "part": r"(?:(?:of|in|are|were|is|was|for|de|en) )?(?:pharmacotherapeutic|pharmacotherapy|pharmacology|pharmacologic|pharm\b|rx\b|ethics|jurisprudence|implicit bias|opioid|farmacolog|etica)",
        "each": r"(?:(?:are|is) )?required|(?:per|a|each|every) (?:year|renewal|hour|module|session|cycle|week|month|day)|every|each|annually|requerid[oa]s|(?:in|within|over) (?:\d+|two|three|five) (?:months|years)",
        "base": r"=|(?:is |are )?worth|equals?|represents?|equates? to|(?:is|are) (?:equal|equivalent) to|equivale a|stands? for|corresponds? to|makes? (?:up )?(?:an?|one|\d)|counts? as|means|(?:is|are) (?:defined|based|\d+ min|fifty|sixty)|consists? of \d+ min",
    },
)

_S = r"(?:s|\(s\)|'s|\(es\))?"
_HOURS = r"(?:hours?|hrs?\.?)(?:\(s\))?"
UNITS = table(
    {
        "cme": rf"""
            ama pra category (?:1|i|l|2|ii)(?: credit)?{_S}(?:\.?tm)?(?: credit{_S})?
            (?:aafp )?prescribed credit{_S}
            (?:(?:cme|category (?:1|i|l|1-a|2-b)|aapa|aafp|aoa|ama|pra) ?){{1,4}} (?:credits?|hours?|units?)(?:\(s\))?(?: of cme)?
            cme{_S}(?![a-z])""",
        "cne": rf"""
            (?:cne|cnpd|ncpd|nursing)(?: continuing (?:professional )?(?:development|education))?(?: contact)? (?:hours?|credits?|units?)(?:\(s\))?
            contact hour{_S} (?:of|for|in) (?:continuing )?(?:nursing|cne|ncpd)(?: continuing)?(?: (?:professional )?(?:education|development))?
            (?:cne|ncpd){_S}(?![a-z])""",
        "college_credit": rf"""
            (?:semester|college|quarter|academic|university)(?: hour)? (?:credits?|hours?|units?)(?:\(s\))?
            credito{_S} universitarios?""",
        "contact_hour": rf"""
            (?:ce |nurse |continuing education )?contact[- ]?{_HOURS}
            horas?(?:\(s\))?(?:-| de | )contacto""",
        "clock_hour": rf"""
            (?:ce |ceu |continuing education )?clock[- ]{_HOURS}
            horas? (?:reloj|cronologicas?)""",
        "aama_ceu": rf"""
            aama(?:-| )?(?:approved )?(?:ceu{_S}|continuing education units?|recertification (?:points?|credits?))
            ceu{_S} (?:from|by) (?:the )?aama""",
        "iacet_ceu": rf"""
            iacet (?:ceu{_S}|continuing education units?)""",
        "ceu": rf"""
            c\.?e\.?u\.?{_S}(?![a-z])(?: credits?| units?)?
            continuing education units?(?:\(s\))?(?: ?\(ceu{_S}\))?
            unidad(?:es)?(?:\(es\))? de educacion continua(?:da)?(?: ?\(ceu{_S}\))?""",
        "point": r"""
            (?:ccp |(?:re-?)?certification |renewal )?(?<!moc\s)(?<!grade\s)(?<!quality\s)points?(?:\(s\))?(?![a-z])
            puntos?(?:\(s\))?(?: de recertificacion)?(?![a-z])""",
        "ce_credit": rf"""
            (?:ce|continuing education|continuing medical education|nha|recertification|p\.?a\.?c\.?e\.?|acpe|pharmacy)(?: ce)? credit{_S}(?: hours?)?
            credit{_S} of (?:continuing|ce)(?: education)?
            credito{_S} (?:de )?(?:educacion|formacion) (?:continua|medica)\w*
            ces?(?![a-z])(?! (?:hours?|hrs?|broker|provider|course|id|center|program|requirement|activit))""",
        "ce_hour": rf"""
            (?:ce|ceu|continuing education|continuing professional development|cpd|credit|p\.?a\.?c\.?e\.?)[- ]{_HOURS}
            cehs?(?![a-z])
            {_HOURS} of (?:continuing|credit|ce|approved|professional)(?: (?:professional )?(?:education|development))?(?: credits?)?
            horas?(?:\(s\))?(?: de | )(?:educacion|formacion) continua\w*""",
        "hour": rf"""
            (?:training|instructional|education|class|classroom|course|live)[- ]{_HOURS}
            {_HOURS} of (?:instruction|training|education|study|online|live)(?: education)?
            horas?(?:\(s\))?(?: de | )(?:educacion|formacion|credito|instruccion|capacitacion|lectivas?|academicas?)(?: continua\w*)?
            {_HOURS}(?![a-z])
            horas?(?:\(s\))?(?![a-z])""",
        "credit": r"""
            credits?(?:\(s\))?(?![a-z])(?! card)
            creditos?(?:\(s\))?(?![a-z])""",
    }
)
UNIT_LEAD = r"(?:(?:total|number|no\.?|amount|numero|cantidad|credit|hours?|type|approved)(?: of| de)?\s+){0,3}"
UNIT_TAIL = r"(?:[ -](?:awarded|earned|attended|offered|available|possible|granted|completed|received|credited|claimed|given|total|value|amount|credits?|approved|issued|otorgad[oa]s|obtenid[oa]s|acreditad[oa]s|en total|in (?:total|all)|claimed by(?: (?:the )?\w+)?|reported|recorded|posted|for this (?:course|activity|program))){0,3}"

APPROVERS = table(
    {
        "aama": r"american association of medical assistants?|(?<![a-z(])aama(?![a-z)])|(?<=assistants\s)\(aama\)",
        "amt": r"american medical technologists|(?<![a-z(])amt(?![a-z)])",
        "ancc": r"american nurses'?s? credentialing center|(?<![a-z])ancc(?![a-z])",
        "accme": r"accreditation council for continuing medical education|(?<![a-z])accme(?![a-z])",
        "acpe": r"accreditation council for pharmac\w+(?: education)?|(?<![a-z])acpe(?![a-z])",
        "iacet": r"international (?:association|accreditors) for continuing education|(?<![a-z])iacet(?![a-z])",
        "pace": r"(?<![a-z])p\.a\.c\.e\.|pace(?:\(r\)|®)? (?:program|provider|credit|approved|contact|number)(?![\s\S]{0,80}(?:dentist|[fm]agd))|professional acknowledge?ment for continuing|ascls p\.?a\.?c\.?e",
        "nha": r"national healthcareer association|(?<![a-z(])nha(?![a-z)])",
        "ncct": r"national center for competency testing|(?<![a-z(])ncct(?![a-z)])",
        "amca": r"american medical certification association|(?<![a-z(])amca(?![a-z)])",
        "ccbma": r"california certifying board (?:for|of) medical assistants|(?<![a-z(])ccbma(?![a-z)])",
        "aafp": r"american academy of family physicians|(?<![a-z])aafp(?![a-z])",
        "capce": r"commission on accreditation for pre-?hospital|(?<![a-z])capce(?![a-z])",
    }
)
APPROVAL = pattern(
    r"""
    approv\w*|accredit\w*|aprob\w+|acredit\w+|avalad\w+|reconoc\w+|recogni[sz]ed|authori[sz]ed|autorizad\w+|commission
    provider (?:number|no|#|id)|program (?:number|no|#|id)|credits?|ceus?|creditos?""",
    before=r"(?<![a-z])",
)
NOT_APPROVED = pattern(
    r"""
    appl(?:ied|y|ying|ication)(?: was| is| has been)?(?: made)? (?:to|for)|submitted (?:to|for)|under review|awaiting|seeking|solicitad[oa]s?
    not (?:been |yet )?(?:approved|accredited|recogni[sz]ed|endorsed|affiliated)
    not an? (?:approved|accredited|official)|may not be (?:accepted|approved)|does not (?:approve|accept|endorse|count)|not valid
    no (?:esta|ha sido|es) (?:aprobad|acreditad|reconocid)\w+|pending|no (?:valido|vale)"""
)

SPANISH = pattern(
    r"certificado|horas|fecha|otorga|participante|curso|por haber|constancia|finalizacion|capacitacion|proveedor|nombre|primeros auxilios"
)
"""Words of which a paper in Spanish has several."""

PLAIN_LABEL = pattern(
    r"""
    (?:course|activity|program|event|session|class|training|presentation|module|webinar|in-?service)(?:\(s\))?(?: (?:title|name|number|no\.?|#|id|code|date|type|format|length|location))?|title|name|topic|subject|(?:title|name) of (?:the )?(?:program|activity|course|event|session|class|training|participant|attendee|provider|sponsor)
    (?:participant|attendee|student|learner|recipient|employee|licensee|member|holder|instructor|provider|sponsor|presenter|speaker|trainer|faculty)(?:'?s|\(s\))?(?: name| id| number| no\.?| signature| title)?|full name|organi[sz]ation
    (?:license|licence|lic\.?|cert(?:ificate|ification)?\.?)(?: ?/ ?cert\.?)?(?: type| number| no\.?| #| id)?|credential|profession|status|state|city|zip|address|e-?mail|phone|location|place|venue|where|when|format|method|level|score|grade|term|qty|amount|item|price|category|content area|area
    (?:date|day)(?:s|\(s\))?(?: of (?:the )?(?:completion|issue|birth|activity|program|course|attendance|participation|event|training|class|session|workshop|test))?(?: (?:completed|issued|earned|of completion|of issue))?|(?:completion|issue|issued|expiration|expiry|expires|start|end|original issue|renewal|renew by|release|session|completed|print(?:ed)?) ?(?:date|on)?
    (?:contact|credit|clock|ce|cme|cne|total|training)? ?(?:hours?|credits?|ceus?|units?)(?:\(s\))?(?: (?:awarded|earned|granted))?|ceus?|valid (?:until|through|for)|school|(?:estimated |actual |total |course )?(?:duration|length|time|hours)|type|type of credit|approval (?:number|no\.?|#)|record id|signature|registrar|director|department|employer|result|trainer|remarks|notes|date(?:\(s\)|s)? attended|number of (?:ceus?|credits?|hours?)|(?:given|held|taught|trained|conducted|offered|hosted) by|delivery(?: method)?|instructor (?:id|no\.?|#|number)|(?:finished|ended|student|minimum score|ssn|value|format|learner|resources?|recursos|attended|sponsor|monitor)|employee (?:no\.?|number|id)|approved by|sponsored by|presented by|provided by|topics?|objectives?|completed(?: on)?|discipline on file|renew by|(?:recommended )?renewal(?: date)?|chapter|issue date|ecard code|training (?:center|site)(?: name| id| phone)?|tc (?:id|phone)
    (?:nombre|curso|actividad|fecha|horas|creditos|lugar|instructor|proveedor|participante|titulo|tema|modalidad|duracion)(?: del? (?:participante|curso|la actividad|finalizacion|termino|expedicion|emision|vencimiento))?"""
)


def is_label(text: str) -> bool:
    """Whether a folded text is only the name of a field (in two languages, too), or ends as one does.

    >>> is_label("completion date"), is_label("location:"), is_label("date / fecha en que"), is_label("wound care")
    (True, True, True, False)
    """
    name, stroke, translation = text.partition("/")
    translated = stroke and len(translation.split()) <= 6 and PLAIN_LABEL.fullmatch(name.strip())
    return text.endswith(":") or bool(translated) or PLAIN_LABEL.fullmatch(text.strip(" :*")) is not None
