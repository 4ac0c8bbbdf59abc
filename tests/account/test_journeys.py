"""People sign up, protect their account and come back, in a real browser under the strict policy."""

from __future__ import annotations

import base64
import hmac
import re
import struct
import time
from collections.abc import Callable
from hashlib import sha1

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import Page, expect

from recert.records.models import KeptMessage, Person
from tests.browser.pages import Look

PASSWORD = "walnut river carpet seven"
Visit = Callable[..., Page]
Faults = Callable[[Page], list[str]]


@pytest.fixture(autouse=True)
def mail_is_kept(settings, transactional_db: None) -> None:
    settings.EMAIL_BACKEND = "recert.config.mail.KeepingBackend"
    settings.EMAIL_OUTGOING = None


def code_sent_to(address: str) -> str:
    """The operator reads it out from the kept message."""
    text = KeptMessage.objects.filter(to=address).latest("id").text
    found = re.search(r"^[A-Z0-9-]{6,}$", text, re.MULTILINE)
    assert found, text
    return found.group()


def code_of_app(key: str, *, step: int = 0) -> str:
    """What an authenticator app shows (RFC 6238); `step` is how many half minutes ahead."""
    counter = struct.pack(">Q", int(time.time()) // 30 + step)
    digest = hmac.digest(base64.b32decode(key), counter, sha1)
    at = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 10**6:06}"


def give_a_passkey_device(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    session.send("WebAuthn.addVirtualAuthenticator", {"options": {**options, "isUserVerified": True}})


def sign_up(page: Page, address: str) -> None:
    page.get_by_label("Email").fill(address)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Make my account").click()
    enter_code(page, address)


def enter_code(page: Page, address: str) -> None:
    page.get_by_label("Code").wait_for()
    page.get_by_label("Code").fill(code_sent_to(address))
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Code").wait_for(state="detached")
    page.wait_for_load_state()  # a passkey's button does nothing until its script is there


def prove(page: Page) -> None:
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Password", exact=True).wait_for(state="detached")
    page.wait_for_load_state()


def sign_out(page: Page) -> None:
    page.goto("/me/")
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("/")


def sign_in(page: Page, address: str) -> None:
    page.goto("/accounts/login/?next=/me/")
    page.get_by_label("Email").fill(address)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def is_signed_in(page: Page, address: str) -> None:
    page.goto("/me/")
    expect(page.get_by_text(f"You are signed in as {address}")).to_be_visible()


def test_sign_up_by_code_then_add_a_passkey_and_come_back_with_it(visit: Visit, faults: Faults) -> None:
    page = visit("/accounts/signup/")
    give_a_passkey_device(page)
    sign_up(page, "nia@example.org")
    is_signed_in(page, "nia@example.org")
    page.goto("/accounts/2fa/webauthn/add/")
    assert faults(page) == []
    prove(page)
    assert faults(page) == []
    page.get_by_label("Name").fill("My phone")
    page.get_by_role("button", name="Make the passkey").click()
    page.wait_for_url(re.compile("recovery-codes|webauthn/$"))
    assert faults(page) == []
    sign_out(page)
    page.goto("/accounts/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url("/")
    is_signed_in(page, "nia@example.org")


def test_sign_up_with_a_passkey_and_no_password(visit: Visit) -> None:
    page = visit("/accounts/signup/passkey/")
    give_a_passkey_device(page)
    page.get_by_label("Email").fill("ana@example.org")
    page.get_by_role("button", name="Send me the code").click()
    enter_code(page, "ana@example.org")
    page.get_by_label("Name").fill("My phone")
    page.get_by_role("button", name="Make the passkey").click()
    page.wait_for_url("/")
    is_signed_in(page, "ana@example.org")
    assert not Person.objects.get(email="ana@example.org").has_usable_password()


def test_the_authenticator_app_is_the_second_step_and_a_recovery_code_its_spare(visit: Visit, faults: Faults) -> None:
    page = visit("/accounts/signup/")
    sign_up(page, "mei@example.org")
    page.goto("/accounts/2fa/totp/activate/")
    prove(page)
    assert faults(page) == []
    key = page.locator("#authenticator_secret").inner_text()
    page.get_by_label("Authenticator code").fill(code_of_app(key))
    page.get_by_role("button", name="Use this app").click()
    page.wait_for_url("**/recovery-codes/")
    assert faults(page) == []
    spare = page.locator("ul.codes code").first.inner_text()
    for code in (code_of_app(key, step=1), spare):
        sign_out(page)
        sign_in(page, "mei@example.org")
        assert faults(page) == []
        page.get_by_label("Code").fill(code)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url("/me/")
        is_signed_in(page, "mei@example.org")


def test_a_used_recovery_code_opens_nothing(visit: Visit) -> None:
    page = visit("/accounts/signup/")
    sign_up(page, "mei@example.org")
    person = Person.objects.get(email="mei@example.org")
    Authenticator.objects.create(user=person, type="totp", data={"secret": "JBSWY3DPEHPK3PXP"})
    Authenticator.objects.create(
        user=person, type="recovery_codes", data={"migrated_codes": ["12345678"], "used_mask": 0}
    )
    sign_out(page)
    for left in (True, False):
        sign_in(page, "mei@example.org")
        page.get_by_label("Code").fill("12345678")
        page.get_by_role("button", name="Sign in").click()
        if left:
            page.wait_for_url("/me/")
            sign_out(page)
    expect(page.get_by_role("alert")).to_be_visible()


def test_a_forgotten_password_is_replaced_with_a_code(visit: Visit) -> None:
    page = visit("/accounts/signup/")
    sign_up(page, "nia@example.org")
    sign_out(page)
    page.goto("/accounts/password/reset/")
    page.get_by_label("Email").fill("nia@example.org")
    page.get_by_role("button", name="Send me the code").click()
    enter_code(page, "nia@example.org")
    page.get_by_label("New Password", exact=True).fill("lantern orchid seventeen drums")
    page.get_by_label("New Password (again)").fill("lantern orchid seventeen drums")
    page.get_by_role("button", name="Save the new password").click()
    expect(page.get_by_role("heading", name="Your password is changed")).to_be_visible()


def test_signing_in_needs_no_javascript(visit: Visit, dana: Person) -> None:
    page = visit("/accounts/login/?next=/me/", look=Look(scripts=False))
    page.get_by_label("Email").fill(dana.email)
    page.get_by_label("Password").fill("password")
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_text(f"You are signed in as {dana.email}")).to_be_visible()


@pytest.mark.parametrize(
    "path", ["/accounts/login/", "/accounts/signup/", "/accounts/signup/passkey/", "/accounts/password/reset/"]
)
def test_every_door_is_accessible(visit: Visit, faults: Faults, path: str) -> None:
    assert faults(visit(path)) == []
