-- Coming back to work. There is no column for a reason, and none for a text: what somebody writes is sealed (app.sealed_text).
create table work_return (
    id                uuid primary key,
    version           integer     not null,
    agent             uuid        not null references account on delete cascade,
    team              uuid references team on delete set null,
    manager           uuid references account on delete set null,
    return_on         date,
    away_since        date,
    announced_at      timestamptz not null,
    needs_due         timestamptz,
    preparation       text        not null,
    back              text        not null,
    needs             uuid references sealed_text on delete set null,
    remark            uuid references sealed_text on delete set null,
    sent_back         boolean     not null,
    easing_days       integer     not null check (easing_days between 0 and 60),
    talk_way          text,
    talk_at           timestamptz,
    came_back_on      date,
    easing_until      date,
    manager_signed_at timestamptz,
    agent_signed_at   timestamptz,
    ended_at          timestamptz,
    outcome           text check (outcome in ('CLOSED', 'LEFT', 'WITHDRAWN')),
    check ((ended_at is null) = (outcome is null))
);
-- Whoever presses twice, or two who press at once, begin one.
create unique index work_return_open on work_return (agent) where outcome is null;
create index work_return_team on work_return (team) where outcome is null;
create index work_return_agent on work_return (agent);
create index work_return_ended on work_return (ended_at) where ended_at is not null;

create table work_talk_time (
    work_return uuid        not null references work_return on delete cascade,
    place       integer     not null,
    at          timestamptz not null,
    primary key (work_return, place)
);

create table work_follow_up (
    work_return uuid    not null references work_return on delete cascade,
    after_days  integer not null,
    state       text    not null,
    primary key (work_return, after_days)
);

create table work_measure (
    id          uuid primary key,
    version     integer not null,
    work_return uuid    not null references work_return on delete cascade,
    agent       uuid    not null references account on delete cascade,
    kind        text    not null,
    source      text    not null check (source in ('AGENT', 'RULE', 'MANAGER', 'HEALTH')),
    state       text    not null check (state in ('PROPOSED', 'AGREED', 'OVER')),
    days        text,
    review_on   date,
    over_on     date,
    note        uuid references sealed_text on delete set null
);
create index work_measure_return on work_measure (work_return);
create index work_measure_agent on work_measure (agent);

-- What occupational health does beside a return, as a case of its own.
create table work_health_support (
    id          uuid primary key,
    work_return uuid        not null references work_return on delete cascade,
    opened_at   timestamptz not null,
    ended_at    timestamptz
);
create unique index work_health_support_open on work_health_support (work_return) where ended_at is null;
