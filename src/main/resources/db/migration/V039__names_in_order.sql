-- People look names up in the order of the alphabet: "École" stands beside "Ecole", not after "Wagram". The collation is
-- named, so that no server's own has a say.
alter table branch alter column name type text collate "und-x-icu";
alter table account alter column display_name type text collate "und-x-icu";
alter table import_profile alter column name type text collate "und-x-icu";

-- A patron's names stand in a generated column, and keep their type: who sorts by them names the collation.
drop index patron_names;
create index patron_names on patron (last_name collate "und-x-icu", first_name collate "und-x-icu", id);
