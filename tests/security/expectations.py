"""What each address answers to whom. An address without a line here fails the tests: nothing is reachable unasked.

A line reads `stranger | person | owner or operator`, each with what GET and POST answer; several answers may be right
where it depends on the form. An address that belongs to nobody in particular has no third part.
"sign-in": sent to sign in; "prove": asked to show that it is oneself; "go": sent on after something was done.
"""

from __future__ import annotations

PUBLIC = "200 405 | 200 405"
PUBLIC_READ = "200 200/405 | 200 200/405"
PUBLIC_FORM = "200 200/422 | 200 200/422"
ENTRANCE = "200 200/go | go go/200"
PAGE = "sign-in sign-in | 200 200/405"
FORM = "sign-in sign-in | 200 200/422/go"
GUARDED = "sign-in sign-in | 200/go/404 200/go/404/405"
OWN_PAGE = "sign-in sign-in | 404 404/405 | 200 200/405"
OWN_FORM = "sign-in sign-in | 404 404 | 200 200/422/go/409"
OWN_BUTTON = "sign-in sign-in | 404/405 404 | 200/405 go/200"
BUTTON = "sign-in sign-in | 405 go"
SECRET_LINK = "404 404/405 | 404 404/405"
OPERATORS = "sign-in sign-in | 404 404/405 | 200 405"

EXPECTATIONS: dict[str, str] = {
    # for whatever watches over an installation, and for browsers
    "healthz": PUBLIC,
    "readyz": PUBLIC,
    "manifest": PUBLIC_READ,
    "service-worker": PUBLIC_READ,
    "offline": PUBLIC_READ,
    "robots": PUBLIC_READ,
    "sitemap": PUBLIC_READ,
    "language": "405 go | 405 go",
    # for everybody
    "style": PUBLIC_READ,
    "home": PUBLIC_READ,
    "credentials": PUBLIC_READ,
    "credential": PUBLIC_READ,
    "credential-edition": PUBLIC_READ,
    "states": PUBLIC_READ,
    "guide": PUBLIC_READ,
    "guide-answer": PUBLIC_READ,
    "check": PUBLIC_FORM,
    "programs": PUBLIC_READ,
    "programs-compare": PUBLIC_READ,
    "school": PUBLIC_READ,
    "courses": PUBLIC_READ,
    "courses-free": PUBLIC_READ,
    "course": PUBLIC_READ,
    "providers": PUBLIC_READ,
    "provider": PUBLIC_READ,
    # for holders
    "standing": OWN_PAGE,
    "activities": PAGE,
    "activity-add": FORM,
    "activity-edit": OWN_FORM,
    "activity-trash": OWN_BUTTON,
    "activity-restore": OWN_BUTTON,
    "activities-trash": PAGE,
    "activities-export": PAGE,
    "import-start": FORM,
    "import-preview": OWN_PAGE,
    "import-confirm": OWN_BUTTON,
    "import-drop": OWN_BUTTON,
    "import-done": OWN_PAGE,
    "import-undo": OWN_BUTTON,
    "what-if": OWN_PAGE,
    "plan": "sign-in sign-in | 200/go 405",
    "plan-one": OWN_PAGE,
    "plan-wishes": OWN_FORM,
    "plan-relax": OWN_BUTTON,
    "plan-change": OWN_BUTTON,
    "plan-why": OWN_PAGE,
    "plan-choose": OWN_BUTTON,
    "plan-heal": OWN_BUTTON,
    "plan-drop": OWN_BUTTON,
    "plan-share": OWN_BUTTON,
    "plan-share-stop": OWN_BUTTON,
    "plan-calendar": OWN_PAGE,
    "plan-done": OWN_FORM,
    "plan-own": FORM,
    "plan-own-remove": OWN_BUTTON,
    "plan-spending": PAGE,
    "plan-spending-csv": PAGE,
    "plan-spending-note": OWN_BUTTON,
    "plan-shared": "404 404/405 | 404 404/405",
    "hold": PAGE,
    "hold-add": FORM,
    "holding-edit": OWN_FORM,
    "holding-renew": OWN_FORM,
    "holding-drop": OWN_BUTTON,
    "history": PAGE,
    "history-verdict": OWN_PAGE,
    "history-notice-seen": OWN_BUTTON,
    "reminders": PAGE,
    "reminders-settings": FORM,
    "reminder-seen": OWN_BUTTON,
    "reminder-stop": OWN_BUTTON,
    "reminders-start": BUTTON,
    "reminders-try": BUTTON,
    "calendar-renew": BUTTON,
    "reminders-unsubscribe": SECRET_LINK,
    "calendar": SECRET_LINK,
    # one's own account
    "me": FORM,
    "me-export": PAGE,
    "me-export-file": PAGE,
    "me-bring": FORM,
    "me-leave": FORM,
    "operator": OPERATORS,
    "operator-start": "200 200 | 200 200",
    # signing in and out (allauth)
    "account_login": ENTRANCE,
    "account_signup": ENTRANCE,
    "account_signup_by_passkey": ENTRANCE,
    "account_logout": "go go | 200 go",
    "account_inactive": PUBLIC_READ,
    "account_reauthenticate": FORM,
    "account_email": FORM,
    "account_email_verification_sent": "sign-in sign-in/go/200 | go go/200",
    "account_change_password": FORM,
    "account_set_password": "sign-in sign-in | go go",
    "account_reset_password": PUBLIC_FORM,
    "account_confirm_login_code": "sign-in sign-in | go go/sign-in",
    "account_confirm_password_reset_code": "sign-in/go sign-in/go | go/sign-in go/sign-in",
    "account_complete_password_reset": "go go | go go",
    "account_password_reset_completed": PUBLIC_READ,
    "mfa_index": PAGE,
    "mfa_authenticate": "sign-in sign-in | go go/sign-in",
    "mfa_reauthenticate": "sign-in sign-in | prove prove",
    "mfa_activate_totp": GUARDED,
    "mfa_deactivate_totp": GUARDED,
    "mfa_view_recovery_codes": GUARDED,
    "mfa_generate_recovery_codes": GUARDED,
    "mfa_download_recovery_codes": GUARDED,
    "mfa_list_webauthn": PAGE,
    "mfa_add_webauthn": GUARDED,
    "mfa_reauthenticate_webauthn": "sign-in sign-in | prove/200 prove/sign-in",
    "mfa_remove_webauthn": "sign-in sign-in | 404 404 | 200 go",
    "mfa_edit_webauthn": "sign-in sign-in | 404 404 | 200 200/go",
    "mfa_login_webauthn": "sign-in/go sign-in/go | go go",
    "mfa_signup_webauthn": "go/sign-in go/sign-in | go go",
}
