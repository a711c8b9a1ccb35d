-- Where a list of tasks begins and where it goes on, whatever the number of tasks: each list that a person may ask for is
-- the beginning of a few index ranges.
alter table inbox_task
    -- since when somebody waits outside for it
    add column waiting timestamptz;
alter table inbox_task
    -- who may see and take it, as far as one word says it; the rows' other columns say the rest
    add column lane  text collate "C" not null generated always as (
        case when person is not null then 'person'
             when for_duty then case when cardinality(candidate_groups) = 1 then candidate_groups[1] else 'duties' end
             when 'AGENT' = any(candidate_groups) then 'AGENT'
             when 'MANAGER' = any(candidate_groups) then 'MANAGER'
             when 'ADMIN' = any(candidate_groups) then 'ADMIN'
             else 'NOBODY' end || case when assignee is null then '' else ' taken' end) stored,
    add column site  uuid not null generated always as (coalesce(branch, '00000000-0000-0000-0000-000000000000')) stored,
    add column kind  text collate "C" not null generated always as (process_key || ' ' || task_key) stored,
    -- in the order of work: whom people wait for, a thousand years before everything else, then by date, then the rest
    add column place timestamp not null generated always as (coalesce(
        (waiting at time zone 'UTC') - interval '1000 years', due at time zone 'UTC', 'infinity')) stored,
    add column rank  int not null generated always as (-priority) stored;

drop index inbox_task_order;
create index inbox_task_at on inbox_task (lane, site, place, rank, created, id) include (due);
create index inbox_task_anywhere on inbox_task (lane, place, rank, created, id) include (due, site);
create index inbox_task_kind_at on inbox_task (lane, kind, site, place, rank, created, id);
create index inbox_task_kind_anywhere on inbox_task (lane, kind, place, rank, created, id);
create index inbox_task_taken on inbox_task (assignee, place, rank, created, id) where assignee is not null;
create index inbox_task_person on inbox_task (person, place, rank, created, id) where person is not null;

-- A word of one or two letters is the beginning of a word: there are no three letters to look it up by.
create function search_pattern(typed text) returns text
    language sql immutable strict parallel safe
return case when length(app.search_form(typed)) in (1, 2) then '% ' else '%' end || app.search_form(typed) || '%';

update inbox_task set search = ' ' || search;
create index inbox_task_words on inbox_task using gin (search public.gin_trgm_ops);
alter table inbox_task alter column search set statistics 1000;
