"""My account: how one signs in (allauth's pages in our words), language, time zone, and leaving."""
