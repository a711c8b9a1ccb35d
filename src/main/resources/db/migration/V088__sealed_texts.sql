-- What not even whoever holds the database may read, and who has read it.
create table sealed_text (
    id     uuid primary key,
    about  uuid  not null references account on delete cascade,
    kind   text  not null,
    sealed bytea not null
);
create index sealed_text_about on sealed_text (about);

create table sealed_reading (
    id     uuid primary key,
    text   uuid        not null,
    about  uuid        not null references account on delete cascade,
    kind   text        not null,
    reader uuid        not null,
    at     timestamptz not null
);
create index sealed_reading_about on sealed_reading (about, at desc);
create index sealed_reading_at on sealed_reading (at);
