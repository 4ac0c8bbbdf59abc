"""A feed to add, and a file to read one from."""

from __future__ import annotations

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

FORMATS = {
    "linked_data": _("Linked data: schema.org or CTDL, in a page or a JSON file"),
    "sitemap": _("A sitemap whose pages hold linked data"),
    "table": _("A table (CSV or XLSX)"),
    "news": _("News (RSS or Atom)"),
    "calendar": _("A calendar (ICS)"),
}
MOST = 20 * 1024 * 1024


class FeedForm(forms.Form):
    """Without an address the feed is read from files alone."""

    name = forms.CharField(
        label=_("Short name"), max_length=30, help_text=_("Small letters, digits and dashes, such as clinic-school.")
    )
    format = forms.ChoiceField(label=_("Format"), choices=list(FORMATS.items()))
    address = forms.URLField(
        label=_("Web address"), max_length=500, required=False, assume_scheme="https",
        help_text=_("Read every day. Leave it empty to hand in files yourself."),
    )  # fmt: skip


class FileForm(forms.Form):
    """A file of the feed's format."""

    file = forms.FileField(label=_("File"), required=False)

    def clean_file(self) -> UploadedFile | None:
        found: UploadedFile | None = self.cleaned_data["file"]
        if found is not None and (found.size or 0) > MOST:
            wanted = _now(
                "This file has %(size)s MB; at most %(most)s can be read here. Use recert feed at the terminal."
            )
            raise forms.ValidationError(wanted % {"size": (found.size or 0) // 2**20, "most": MOST // 2**20})
        return found
