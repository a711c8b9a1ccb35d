create table pickup_settings (
    branch        uuid primary key references branch,
    slot_minutes  int not null check (slot_minutes between 5 and 240),
    places        int not null check (places between 1 and 500),
    lead_minutes  int not null check (lead_minutes between 0 and 43200),
    days_ahead    int not null check (days_ahead between 1 and 90),
    grace_minutes int not null check (grace_minutes between 0 and 1440),
    offer_hours   int not null check (offer_hours between 1 and 720),
    version       int not null
);

-- Weekly windows in the branch's own time; weekday 1 is Monday.
create table opening_window (
    branch  uuid not null references branch,
    weekday int not null check (weekday between 1 and 7),
    starts  time not null,
    ends    time not null,
    primary key (branch, weekday, starts),
    check (starts < ends)
);

create table closed_day (
    branch uuid not null references branch,
    day    date not null,
    primary key (branch, day)
);

-- A row exists from the first booking on; what it promised stays, whatever becomes of the settings.
create table pickup_slot (
    id        uuid primary key,
    branch    uuid not null references branch,
    starts_at timestamptz not null,
    ends_at   timestamptz not null,
    places    int not null,
    taken     int not null,
    unique (branch, starts_at),
    check (starts_at < ends_at),
    check (taken between 0 and places)
);
