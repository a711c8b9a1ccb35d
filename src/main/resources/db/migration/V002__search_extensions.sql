-- Both extensions are trusted: the owner of the database may create them.
create extension if not exists unaccent with schema public;
create extension if not exists pg_trgm with schema public;

-- Words as they are compared in every search: lower case, without accents (œ is oe, æ is ae), punctuation as spaces.
-- The collation is named because lower() and character classes must not depend on the server's locale; the dictionary
-- is named because that is what makes the result depend on the argument alone.
create function search_form(words text) returns text
    language sql immutable strict parallel safe
return trim(regexp_replace(
        lower(replace(replace(replace(replace(
            public.unaccent('public.unaccent', normalize(words, nfkc)), 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae')
            collate "und-x-icu"),
        '[^[:alnum:]]+' collate "und-x-icu", ' ', 'g'));
