create table reservation (
    id            uuid primary key,
    version       bigint not null,
    code          text not null unique,
    token         text not null unique,
    patron        uuid not null references patron,
    branch        uuid not null references branch,
    slot          uuid references pickup_slot,
    slot_starts_at timestamptz,
    slot_ends_at  timestamptz,
    booked_at     timestamptz,
    channel       text not null,
    documents     text not null check (documents in ('TO_PICK', 'TO_BAG', 'READY', 'NONE')),
    appointment   text not null check (appointment in ('BOOKED', 'ARRIVED', 'MISSED', 'NONE')),
    outcome       text check (outcome in ('COLLECTED', 'PARTLY_COLLECTED', 'CANCELLED', 'NO_SHOW', 'NOTHING_FOUND')),
    bag_place     text,
    made_at       timestamptz not null,
    made_by       uuid,
    arrived_at    timestamptz,
    answer_until  timestamptz,
    reminded_at   timestamptz,
    ended_at      timestamptz,
    ended_by      uuid
);
create index reservation_day on reservation (branch, slot_starts_at);
create index reservation_patron on reservation (patron, made_at);

create table reservation_line (
    id          uuid primary key,
    reservation uuid not null references reservation,
    position    int not null,
    title       uuid not null references title,
    copy        uuid references copy,
    state       text not null check (state in ('HELD', 'PICKED', 'BAGGED', 'COLLECTED', 'MISSING', 'TO_PUT_BACK', 'PUT_BACK', 'RELEASED')),
    unique (reservation, position)
);
-- A copy is promised to one open reservation at a time.
create unique index reservation_line_copy on reservation_line (copy)
    where state in ('HELD', 'PICKED', 'BAGGED', 'TO_PUT_BACK');
create index reservation_line_reservation on reservation_line (reservation);

create table loan (
    id          uuid primary key,
    version     bigint not null,
    copy        uuid not null references copy,
    patron      uuid not null references patron,
    reservation uuid references reservation,
    state       text not null check (state in ('PREPARED', 'RUNNING', 'RETURNED', 'VOIDED')),
    days        int not null check (days > 0),
    prepared_at timestamptz not null,
    started_at  timestamptz,
    due_on      date,
    returned_at timestamptz
);
create unique index loan_of_copy on loan (copy) where state in ('PREPARED', 'RUNNING');
create index loan_of_patron on loan (patron, state);
