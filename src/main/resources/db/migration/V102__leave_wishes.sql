-- Days that people would like to be away. There is no column for a reason.
alter table team add column leave_approval boolean not null default false;

create table leave_wish (
    id        uuid primary key,
    version   integer     not null,
    agent     uuid        not null references account on delete cascade,
    starts    date        not null,
    ends      date        not null check (ends >= starts),
    kind      text        not null check (kind in ('LEAVE', 'TELEWORK', 'MEETING')),
    state     text        not null check (state in ('WISHED', 'AGREED', 'DECLINED', 'TAKEN_BACK')),
    awaited   boolean     not null,
    wished_at timestamptz not null
);
create index leave_wish_agent on leave_wish (agent, starts);
create index leave_wish_awaited on leave_wish (agent) where awaited;
create index leave_wish_ends on leave_wish (ends);
