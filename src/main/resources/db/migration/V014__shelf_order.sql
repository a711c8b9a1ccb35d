-- Shelf marks in the order in which documents stand: without case or accents, whole numbers by their value (BD 2 before
-- BD 10), what follows a decimal point digit by digit, as classifications count (843.914 before 843.92). Bytes, so
-- that no server's own collation has a say.
create function shelf_order(mark text) returns bytea
    language sql immutable strict parallel safe
return convert_to((
    select coalesce(string_agg(coalesce(lpad(part[1], greatest(20, length(part[1])), '0') || part[2], part[3]), ''
                               order by place), '')
    from regexp_matches(
            trim(lower(replace(replace(replace(replace(
                public.unaccent('public.unaccent', normalize(mark, nfkc)), 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae')
                collate "und-x-icu")),
            '([0-9]+)((?:[.,][0-9]+)*)|([^0-9]+)', 'g') with ordinality as found (part, place)), 'UTF8');
