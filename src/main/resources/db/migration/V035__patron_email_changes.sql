-- An address that a patron has given and not confirmed yet: whoever reads its mail holds the token.
create table patron_email_change (
    patron     uuid primary key references patron on delete cascade,
    email      text not null,
    token      text not null unique,
    asked_at   timestamptz not null,
    lapses_at  timestamptz not null,
    -- How many addresses were written to in a row without one being confirmed.
    tries      int not null
);
