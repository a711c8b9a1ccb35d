create table quarantine_settings (
    branch    uuid primary key references branch,
    situation text not null check (situation in ('ORDINARY', 'REINFORCED')),
    covered   boolean not null,
    closes_at time not null,
    capacity  int not null check (capacity between 0 and 100000),
    version   int not null
);

create sequence crate_number start with 1001;

create table crate (
    id              uuid primary key,
    version         bigint not null,
    code            text not null unique,
    branch          uuid not null references branch,
    material        text not null check (material in ('BOOK', 'COVERED_BOOK', 'MAGAZINE', 'CASE', 'GAME', 'OTHER')),
    stacked         boolean not null,
    day             date not null,
    state           text not null check (state in ('OPEN', 'QUARANTINE', 'TREATMENT', 'INSPECTION', 'PUT_AWAY', 'DONE')),
    opened_at       timestamptz not null,
    sealed_at       timestamptz,
    sealed_by       uuid,
    -- What the table answered when the crate was sealed, or when it was last recomputed.
    rule_version    int,
    hours           int check (hours >= 0),
    treatment       boolean,
    dry_wipe        boolean,
    damp_wipe       boolean,
    virucide        boolean,
    contact_minutes int check (contact_minutes >= 0),
    release_at      timestamptz,
    released_at     timestamptz,
    early           boolean not null default false,
    done_at         timestamptz,
    -- A crate that is empty at closing time is done without having been sealed.
    check (state = 'OPEN' or state = 'DONE' and sealed_at is null
           or sealed_at is not null and release_at is not null)
);
create unique index crate_open on crate (branch, material, stacked, day) where state = 'OPEN';
create index crate_of_branch on crate (branch, release_at) where state <> 'DONE';

-- One row for each document scanned at a returns desk, and what became of it.
create table returned_copy (
    id             uuid primary key,
    copy           uuid not null references copy,
    branch         uuid not null references branch,
    scanned_at     timestamptz not null,
    scanned_by     uuid,
    dropped_off_at timestamptz not null,
    source         text not null check (source in ('DESK', 'BOX', 'DRIVE', 'VOLUNTEER', 'RELAY')),
    loan           uuid references loan,
    late           boolean not null,
    was_at         text not null,
    crate          uuid references crate,
    fate           text not null check (fate in ('IN_CRATE', 'TO_SHELF', 'SHELVED', 'SET_ASIDE', 'IN_TRANSIT', 'REPAIR',
                                                 'WITHDRAWN', 'RELEASED_EARLY', 'UNDONE')),
    note           text,
    settled_at     timestamptz
);
-- A copy is in one crate at a time.
create unique index returned_copy_in_crate on returned_copy (copy) where fate in ('IN_CRATE', 'TO_SHELF');
create index returned_copy_of_crate on returned_copy (crate);
create index returned_copy_of_copy on returned_copy (copy, scanned_at);
create index returned_copy_of_branch on returned_copy (branch, scanned_at);

create table crate_treatment (
    id      uuid primary key,
    crate   uuid not null references crate,
    method  text not null check (method in ('DRY_WIPE', 'DAMP_WIPE', 'VIRUCIDE')),
    product text,
    minutes int not null check (minutes >= 0),
    at      timestamptz not null,
    by      uuid
);
create index crate_treatment_of_crate on crate_treatment (crate);

create table release_request (
    id         uuid primary key,
    version    bigint not null,
    crate      uuid not null references crate,
    returned   uuid references returned_copy,
    reason     text not null,
    asked_by   uuid not null,
    asked_at   timestamptz not null,
    state      text not null check (state in ('ASKED', 'APPROVED', 'REFUSED', 'NO_LONGER_NEEDED')),
    decided_by uuid,
    decided_at timestamptz,
    check (decided_by is null or decided_by <> asked_by)
);
create unique index release_request_open on release_request (crate, coalesce(returned, crate)) where state = 'ASKED';
