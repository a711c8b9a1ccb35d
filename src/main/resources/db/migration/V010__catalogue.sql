-- The words of a text as searches compare them, each once. Long strings are cut: a word is not a way to fill the index.
create function search_words(words text) returns text[]
    language sql immutable strict parallel safe
return array(select distinct left(word, 40) from unnest(string_to_array(app.search_form(words), ' ')) as word
             where word <> '');

-- Everything that one wrong, missing, superfluous or swapped letter makes of a word.
create function one_slip_away(word text) returns setof text
    language sql immutable strict parallel safe
begin atomic
    select left(word, i - 1) || substr(word, i + 1) from generate_series(1, length(word)) as i
    union
    select left(word, i - 1) || substr(word, i + 1, 1) || substr(word, i, 1) || substr(word, i + 2)
    from generate_series(1, length(word) - 1) as i
    union
    select left(word, i - 1) || letter || substr(word, i + 1)
    from generate_series(1, length(word)) as i,
         unnest(string_to_array('abcdefghijklmnopqrstuvwxyz0123456789', null)) as letter
    union
    select left(word, i) || letter || substr(word, i + 1)
    from generate_series(0, length(word)) as i,
         unnest(string_to_array('abcdefghijklmnopqrstuvwxyz0123456789', null)) as letter;
end;

create table title (
    id               uuid primary key,
    identifier       text not null unique,
    title            text not null,
    responsibility   text,
    authors          text[] not null default '{}',
    publisher        text,
    publication_year int,
    isbns            text[] not null default '{}',
    languages        text[] not null default '{}',
    subjects         text[] not null default '{}',
    series           text,
    material         text not null check (material in ('BOOK', 'COMIC', 'MAGAZINE', 'CD', 'DVD', 'GAME', 'OTHER')),
    -- Of what the record said when it was last imported: the same again changes nothing.
    content_hash     text,
    title_form       text not null collate "C",
    search_words     tsvector not null
);
create index title_search_words on title using gin (search_words);
create index title_isbns on title using gin (isbns);
create index title_in_order on title (title_form, id);

-- Every word of every title, to find what somebody meant who wrote it a little differently.
create table catalogue_word (
    word text collate "C" primary key
);
create index catalogue_word_alike on catalogue_word using gin (word public.gin_trgm_ops);

create table copy (
    id         uuid primary key,
    title      uuid not null references title,
    barcode    text not null unique,
    branch     uuid not null references branch,
    shelf_mark text,
    material   text not null check (material in ('BOOK', 'COMIC', 'MAGAZINE', 'CD', 'DVD', 'GAME', 'OTHER')),
    note       text
);
create index copy_of_title on copy (title, branch);
create index copy_at_branch on copy (branch, title);

-- Where each copy is: always one row per copy, so that a copy is in one place.
create table copy_place (
    copy    uuid primary key references copy,
    kind    text not null check (kind in ('SHELF', 'HELD', 'PICKED', 'BAGGED', 'TO_SHELF', 'ON_LOAN', 'MISSING',
                                          'OUT_OF_CIRCULATION')),
    since   timestamptz not null,
    until   timestamptz,
    case_id uuid,
    note    text
);
create index copy_place_case on copy_place (case_id) where case_id is not null;
