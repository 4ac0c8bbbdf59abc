"""The addresses of the wallet, from the camera to the confirmed activity."""

from __future__ import annotations

from django.urls import path

from recert.web.certificates import confirm, files, paper, upload, wallet

urlpatterns = [
    path("certificates/", wallet.wallet, name="certificates"),
    path("certificates/add/", upload.add, name="certificate-add"),
    path("certificates/trash/", wallet.trashed, name="certificates-trash"),
    path("certificates/<int:certificate_id>/", paper.paper, name="certificate"),
    path("certificates/<int:certificate_id>/original/", files.original, name="certificate-original"),
    path("certificates/<int:certificate_id>/page/<int:page>/", files.page_image, name="certificate-page"),
    path("certificates/<int:certificate_id>/read-again/", paper.read_once_more, name="certificate-read-again"),
    path("certificates/<int:certificate_id>/type-in/", paper.type_it_in, name="certificate-type-in"),
    path("certificates/<int:certificate_id>/sure/", confirm.all_sure, name="certificate-sure"),
    path("certificates/<int:certificate_id>/attach/", paper.attach, name="certificate-attach"),
    path("certificates/<int:certificate_id>/trash/", wallet.trash, name="certificate-trash"),
    path("certificates/<int:certificate_id>/restore/", wallet.restore, name="certificate-restore"),
    path("certificates/read/<int:read_id>/", confirm.confirm, name="read-confirm"),
    path("certificates/read/<int:read_id>/attach/", confirm.attach, name="read-attach"),
    path("certificates/read/<int:read_id>/set-aside/", confirm.set_aside, name="read-set-aside"),
    path("certificates/read/<int:read_id>/reopen/", confirm.reopen, name="read-reopen"),
    path("certificates/read/<int:read_id>/done/", confirm.done, name="read-done"),
]
