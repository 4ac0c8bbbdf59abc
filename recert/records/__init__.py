"""The only tables: what people record and what was answered; rows become values in `snapshots`, one way."""
