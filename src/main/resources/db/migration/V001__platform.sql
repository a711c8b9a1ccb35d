create table branch (
    id               uuid primary key,
    code             text not null unique,
    name             text not null,
    address          text,
    phone            text,
    time_zone        text not null,
    practical_note_fr text,
    practical_note_en text
);

create table account (
    id              uuid primary key,
    username        text not null unique,
    password_hash   text not null,
    display_name    text not null,
    role            text not null check (role in ('PATRON', 'AGENT', 'MANAGER', 'ADMIN')),
    patron          uuid,
    failed_attempts int not null default 0,
    rests_until     timestamptz
);
create unique index account_username on account (lower(username));

create table account_branch (
    account uuid not null references account on delete cascade,
    branch  uuid not null references branch,
    primary key (account, branch)
);

-- Append-only: what happened to each case, in words.
create table journal_entry (
    id          bigint generated always as identity primary key,
    process_key text not null,
    case_id     uuid not null,
    at          timestamptz not null,
    actor       uuid,
    channel     text not null,
    message_key text not null,
    args        text[] not null
);
create index journal_entry_case on journal_entry (case_id, at);
