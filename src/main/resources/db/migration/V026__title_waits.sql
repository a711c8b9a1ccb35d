create table title_wait (
    id           uuid primary key,
    -- Its turn: given while the line of that title at that branch is locked.
    number       bigint not null generated always as identity,
    token        text not null unique,
    patron       uuid not null references patron,
    title        uuid not null references title,
    branch       uuid not null references branch,
    channel      text not null,
    asked_at     timestamptz not null,
    asked_by     uuid,
    wanted_until timestamptz not null,
    state        text not null check (state in ('WAITING', 'OFFERED', 'TAKEN', 'GIVEN_UP', 'LAPSED', 'EXPIRED')),
    copy         uuid references copy,
    offer_until  timestamptz,
    reservation  uuid references reservation,
    ended_at     timestamptz,
    check (state <> 'OFFERED' or copy is not null and offer_until is not null),
    check ((state = 'TAKEN') = (reservation is not null)),
    check ((state in ('WAITING', 'OFFERED')) = (ended_at is null))
);
create unique index title_wait_open on title_wait (patron, title, branch) where state in ('WAITING', 'OFFERED');
-- A copy is offered to one person at a time.
create unique index title_wait_copy on title_wait (copy) where state = 'OFFERED';
create index title_wait_line on title_wait (title, branch, number) where state = 'WAITING';
create index title_wait_patron on title_wait (patron, asked_at);

-- Loans that run know until when their copies are away.
update copy_place p set until = (l.due_on + 1 + time '00:00') at time zone b.time_zone - interval '1 second'
from copy c join branch b on b.id = c.branch join loan l on l.copy = c.id and l.state = 'RUNNING'
where p.copy = c.id and p.kind = 'ON_LOAN' and p.until is null;
