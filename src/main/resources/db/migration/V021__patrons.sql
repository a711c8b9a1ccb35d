-- Only what a reservation needs to know of a person: no birth date, no address, no reason for being blocked.
create table patron (
    id            uuid primary key,
    card_number   text not null unique,
    first_name    text not null,
    last_name     text not null,
    email         text,
    phone         text,
    locale        text not null check (locale in ('fr', 'en')),
    prefers_phone boolean not null,
    blocked       boolean not null,
    category      text not null check (category in ('ADULT', 'CHILD', 'GROUP')),
    version       int not null,
    search        text not null generated always as
        (search_form(first_name || ' ' || last_name || ' ' || card_number)) stored
);
create index patron_search on patron using gin (search public.gin_trgm_ops);
create index patron_names on patron (last_name, first_name, id);
