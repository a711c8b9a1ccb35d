-- How staff are reached; nothing where they have not said. Patrons' own are with the patron.
alter table account
    add column email         text,
    add column phone         text,
    add column locale        text check (locale in ('fr', 'en')),
    add column prefers_phone boolean not null default false;
