-- Counts the slips between two words. Trusted, like the others: the owner of the database may create it.
create extension if not exists fuzzystrmatch with schema public;

-- The words of the title alone: where they are all in it, it comes first.
alter table title add column title_words tsvector not null
    generated always as (array_to_tsvector(app.search_words(title))) stored;
create index title_title_words on title using gin (title_words);
