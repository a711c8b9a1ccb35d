-- A duty may be held for a team as well: for whoever is in it, at whichever branch.
alter table account_duty drop constraint account_duty_pkey;
alter table account_duty drop column held;
alter table account_duty add column team uuid references team on delete cascade;
alter table account_duty add constraint account_duty_one_scope check (branch is null or team is null);
alter table account_duty add column held text not null
    generated always as (duty || coalesce('@' || branch::text, '#' || team::text, '')) stored;
alter table account_duty add primary key (account, held);

-- Whose team's a task is: its holders of a duty see it.
alter table inbox_task add column team uuid;

-- What a team was called when it was given to somebody, or a duty for it: the record outlives the team.
alter table security_event add column team text;
