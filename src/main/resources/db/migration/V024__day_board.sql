-- The board of a day: who arrived that day, and what is still open from days before.
create index reservation_arrival on reservation (branch, arrived_at) where arrived_at is not null;
create index reservation_open on reservation (branch, slot_starts_at) where outcome is null;
