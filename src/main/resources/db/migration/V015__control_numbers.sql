-- The sender's own number in an identifier: what stands behind the agency between parentheses. A sender that begins to
-- say its agency, or stops saying it, still speaks of the same titles.
create function control_number(identifier text) returns text
    language sql immutable strict parallel safe
return regexp_replace(identifier, '^\([^)]*\)', '');

create index title_control_number on title (control_number(identifier));
