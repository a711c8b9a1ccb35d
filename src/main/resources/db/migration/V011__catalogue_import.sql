-- Mapping profiles as managers keep them; one that bears the name of a ready-made one takes its place.
create table import_profile (
    name           text primary key,
    mapping        text not null,
    branches       text not null,
    default_branch uuid references branch
);

create table import_job (
    id               uuid primary key,
    file_name        text not null,
    file_bytes       bigint not null,
    status           text not null check (status in ('WAITING', 'RUNNING', 'DONE', 'STOPPED', 'GIVEN_UP')),
    account          uuid not null,
    account_name     text not null,
    since            timestamptz not null,
    ended            timestamptz,
    format           text,
    mapping          text,
    branches         text,
    default_branch   uuid references branch,
    -- Where reading goes on: committed together with what was read before it.
    next_number      bigint not null default 1,
    next_offset      bigint not null default 0,
    created          int not null default 0,
    updated          int not null default 0,
    unchanged        int not null default 0,
    refused          int not null default 0,
    copies_created   int not null default 0,
    copies_updated   int not null default 0,
    copies_refused   int not null default 0,
    unknown_material int not null default 0
);
-- One import at a time.
create unique index import_job_running on import_job ((true)) where status = 'RUNNING';
-- And one file that waits per person.
create unique index import_job_waiting on import_job (account) where status = 'WAITING';
create index import_job_since on import_job (since desc);

create table import_refusal (
    job         uuid not null references import_job,
    number      bigint not null,
    -- Which copy of the record, or 0 for the record itself.
    copy_rank   int not null,
    byte_offset bigint not null,
    reason      text not null,
    identifier  text,
    barcode     text,
    detail      text,
    primary key (job, number, copy_rank)
);

-- The identifiers an import has met, while it runs: a second record with the same one is refused.
create table import_seen (
    job        uuid not null references import_job,
    identifier text not null,
    primary key (job, identifier)
);
