"""Every page in every state it can be in; a page's owner adds a line here, and axe looks at it four ways."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class State:
    """A page as someone of the cast finds it. `path` may name what the world holds: {cma}, {activity}.

    `press` is the words on a button to press first, which is how a form shows its errors.
    """

    path: str
    who: str = "stranger"
    press: str = ""
    status: int = 200

    def __str__(self) -> str:
        return f"{self.who} {self.path}{f' after pressing {self.press}' if self.press else ''}"


BASE = [
    State("/style/"),
    State("/offline/"),
    State("/no/such/page/", status=404),
    State("/no/such/page/", "dana", status=404),
]
STANDING = [
    State("/"),
    State("/", "evan"),
    State("/", "dana"),
    State("/", "luz"),
    State("/", "prof. okafor"),
    State("/standing/{cma}/", "dana"),
    State("/standing/{rma}/", "luz"),
]
HOLDINGS = [
    State("/hold/", "evan"),
    State("/hold/?q=ccma", "dana"),
    State("/hold/?q=zzz", "luz"),
    State("/hold/add/cma-aama/", "evan"),
    State("/hold/add/ccma-nha/", "evan", press="Add it to my list"),
    State("/hold/{cma}/edit/", "dana"),
    State("/hold/{cma}/renew/", "dana"),
    State("/hold/{cma}/renew/", "dana", press="Open the new cycle"),
    State("/hold/{cma}/drop/", "dana"),
]
ACTIVITIES = [
    State("/activities/", "evan"),
    State("/activities/", "dana"),
    State("/activities/", "luz"),
    State("/activities/", "prof. okafor"),
    State("/activities/?q=nothing", "dana"),
    State("/activities/?show=asked", "dana"),
    State("/activities/?trashed={trashed}", "dana"),
    State("/activities/add/", "dana"),
    State("/activities/add/", "luz"),
    State("/activities/add/", "dana", press="Save"),
    State("/activities/{activity}/", "dana"),
    State("/activities/{activity}/trash/", "dana"),
    State("/activities/categories/", "dana"),
    State("/activities/categories/", "luz"),
    State("/activities/trash/", "dana"),
    State("/activities/trash/", "evan"),
]
HISTORY = [
    State("/history/", "evan"),
    State("/history/", "dana"),
    State("/history/", "luz"),
    State("/history/{verdict}/", "luz"),
]
PUBLIC = [
    State("/credentials/"),
    State("/credentials/?q=ccma"),
    State("/credentials/?q=zzz"),
    State("/credentials/cma-aama/"),
    State("/credentials/cma-aama/2005-01-01/"),
    State("/credentials/cmac-amca/superseded/"),
    State("/credentials/ncma-ncct/"),
    State("/credentials/nrcma-nahp/"),
    State("/states/"),
    State("/check/"),
    State("/check/", press="Does it count?"),
    State("/check/", press="Read it"),
    State("/check/", "dana"),
    State("/guide/"),
    State("/guide/how-many-points/"),
    State("/guide/which-category/"),
    State("/guide/ceu-cme-contact-hour/?amount=1.5&unit=ceu"),
    State("/guide/ceu-cme-contact-hour/?amount=some&unit=cme"),
    State("/guide/ways-to-earn/"),
    State("/guide/best-opportunities/"),
    State("/guide/free-cme/"),
    State("/guide/myths/"),
    State("/guide/certifier-links/"),
]
IMPORTS = [
    State("/import/", "dana"),
    State("/import/", "dana", press="Look at the file"),
    State("/import/{draft}/", "dana"),
    State("/import/{draft}/?column-0=earned_on&column-1=title&column-2=title", "dana"),
    State("/import/{lacking}/", "luz"),
    State("/import/{lacking}/", "luz", press="Completar estas filas"),
    State("/import/{unreadable}/", "dana"),
    State("/import/{done}/done/", "prof. okafor"),
    State("/import/{draft}/", "dana", press="Do not import"),
]
RECONCILE = [
    State("/reconcile/", "dana"),
    State("/reconcile/{draft}/", "dana"),
    State("/reconcile/{unreadable}/", "dana"),
    State("/reconcile/{draft}/", "dana", press="Done: let the file go"),
]
WHAT_IF = [
    State("/what-if/{cma}/", "dana"),
    State("/what-if/{cma}/?quantity=6&unit=aama_ceu&category=general&as_of=2027-03-20", "dana"),
    State("/what-if/{cma}/?route=exam", "dana"),
    State("/what-if/{cma}/?quantity=6", "dana"),
    State("/what-if/{rma}/?route=exam", "luz"),
]
SCHOOLS = [
    State("/programs/"),
    State("/programs/?near=07018&within=25"),
    State("/programs/?near=36535&within=50", "dana"),
    State("/programs/?near=59301&within=10"),
    State("/programs/?near=00000"),
    State("/programs/103501/"),
    State("/programs/compare/?school=457767&school=185509&school=103501&school=184995"),
    State("/programs/compare/"),
]
COURSES = [
    State("/courses/"),
    State("/courses/?q=phlebotmy&credential=cma-aama", "evan"),
    State("/courses/?q=vaccines", "dana"),
    State("/courses/?fills=on", "dana"),
    State("/courses/?near=00000"),
    State("/courses/?q=xylophone"),
    State("/courses/free/"),
    State("/courses/C0001/"),
    State("/courses/C0001/", "dana"),
    State("/providers/"),
    State("/providers/P001/"),
    State("/courses/?q=wound&order=price&most_price=20", "dana"),
    State("/operator/feeds/", "sam"),
    State("/operator/feeds/", "sam", press="Add it"),
]
APPLICATIONS = [
    State("/apply/", "luz"),
    State("/apply/", "evan"),
    State("/apply/{cma}/", "dana"),
    State("/apply/{rma}/", "luz"),
    State("/apply/{rma}/sent/", "luz"),
    State("/apply/{rma}/sent/", "luz", press="Anotar"),
    State("/apply/{closed}/", "luz"),
    State("/apply/{cma}/back/", "dana"),
]
ACCOUNT = [
    State("/accounts/login/"),
    State("/accounts/signup/"),
    State("/accounts/password/reset/"),
    State("/me/", "dana"),
    State("/accounts/login/", press="Sign in"),
    State("/accounts/signup/", press="Make my account"),
    State("/accounts/email/", "dana"),
    State("/accounts/password/change/", "dana"),
    State("/accounts/2fa/", "dana"),
    State("/accounts/logout/", "dana"),
    State("/me/", "luz"),
    State("/me/export/", "dana"),
    State("/me/bring/", "evan"),
    State("/me/bring/", "evan", press="Bring it back"),
    State("/me/bring/", "dana"),
    State("/me/mailing/", "dana"),
    State("/me/leave/", "dana"),
    State("/operator/", "sam"),
    State("/operator/start/no-such-key/"),
]
REMINDERS = [
    State("/reminders/", "evan"),
    State("/reminders/", "dana"),
    State("/reminders/", "luz"),
    State("/reminders/settings/", "dana"),
    State("/reminders/no-mail/{stop_mail}/"),
    State("/reminders/no-mail/{stop_mail}/", press="Stop reminders by e-mail"),
]
PLAN = [
    State("/plan/", "dana"),
    State("/plan/{cma}/?compare=on", "dana"),
    State("/plan/", "evan"),
    State("/plan/{rma}/", "luz"),
    State("/plan/{cma}/wishes/", "dana"),
    State("/plan/{cma}/why/", "dana"),
    State("/plan/{cma}/why/?offer=C0165", "dana"),
    State("/plan/{cma}/why/?offer=nothing", "dana"),
    State("/plan/step/{step}/", "dana"),
    State("/plan/found/", "dana"),
    State("/plan/found/", "dana", press="Plan with it"),
    State("/plan/spending/", "dana"),
    State("/plan/spending/", "evan"),
    State("/plan/together/", "luz"),
    State("/plan/together/", "dana"),
    State("/plan/shared/{link}/"),
]
CERTIFICATES = [
    State("/certificates/", "evan"),
    State("/certificates/", "dana"),
    State("/certificates/", "luz"),
    State("/certificates/?for={activity}", "dana"),
    State("/certificates/add/", "dana"),
    State("/certificates/add/", "luz"),
    State("/certificates/add/?for={activity}", "dana"),
    State("/certificates/{unread_paper}/", "dana"),
    State("/certificates/{unreadable_paper}/", "dana"),
    State("/certificates/{read_paper}/", "dana"),
    State("/certificates/{luz_paper}/", "luz"),
    State("/certificates/{luz_paper}/", "luz", press="Sí, agregarlo"),
    State("/certificates/read/{settled}/", "dana"),
    State("/certificates/read/{settled}/done/", "dana"),
    State("/certificates/{read_paper}/trash/", "dana"),
    State("/certificates/trash/", "dana"),
    State("/certificates/trash/", "evan"),
]
ENROLLING = [
    State("/ask/"),
    State("/ask/?school=103501&school=457767"),
    State("/ask/?school=103501", "dana", press="Look at it first"),
    State("/ask/{asked}/"),
    State("/operator/addresses/", "sam"),
    State("/operator/listings/", "sam"),
    State("/saved/", "evan"),
    State("/saved/", "dana"),
    State("/courses/C0001/review/", "dana"),
]
GROUPS = {
    "base": BASE, "standing": STANDING, "holdings": HOLDINGS, "activities": ACTIVITIES, "history": HISTORY,
    "public": PUBLIC, "imports": IMPORTS, "reconcile": RECONCILE, "what_if": WHAT_IF, "schools": SCHOOLS,
    "courses": COURSES, "account": ACCOUNT, "applications": APPLICATIONS, "certificates": CERTIFICATES,
    "reminders": REMINDERS, "enrolling": ENROLLING, "plan": PLAN,
}  # fmt: skip
STATES = [state for group in GROUPS.values() for state in group]
