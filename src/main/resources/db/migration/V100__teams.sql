-- Teams, the agents in them, and when they work. Why somebody is away is in no column.
create table team_post (
    id      uuid primary key,
    name    text    not null check (length(name) between 1 and 100),
    retired boolean not null default false
);
create unique index team_post_name on team_post (lower(name));

create table team (
    id      uuid primary key,
    version integer not null,
    name    text    not null check (length(name) between 1 and 100)
);
create unique index team_name on team (lower(name));

create table team_minimum (
    team    uuid    not null references team on delete cascade,
    weekday text    not null,
    people  integer not null check (people between 1 and 500),
    primary key (team, weekday)
);

-- Without a team: of every team.
create table team_manager (
    account uuid not null references account on delete cascade,
    team    uuid references team on delete cascade,
    unique nulls not distinct (account, team)
);
create index team_manager_of on team_manager (team);

create table team_agent (
    account     uuid primary key references account on delete cascade,
    version     integer not null,
    team        uuid    not null references team,
    branch      uuid    not null references branch,
    post        uuid references team_post,
    share       integer not null check (share between 10 and 100),
    alternating boolean not null
);
create index team_agent_team on team_agent (team);

create table team_working_day (
    agent    uuid    not null references team_agent on delete cascade,
    weeks    text    not null check (weeks in ('EVERY', 'ODD', 'EVEN')),
    weekday  text    not null,
    starts   time    not null,
    ends     time    not null check (ends > starts),
    telework boolean not null,
    primary key (agent, weeks, weekday)
);
