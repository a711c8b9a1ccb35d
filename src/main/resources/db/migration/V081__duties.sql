-- What somebody may beside their role, for the network (no branch) or for one branch.
create table account_duty (
    account uuid not null references account on delete cascade,
    duty    text not null
        check (duty in ('OCCUPATIONAL_HEALTH', 'HUMAN_RESOURCES', 'WELLBEING_REFERENT', 'STEERING_GROUP')),
    branch  uuid references branch,
    -- both in one word, as they are read
    held    text not null generated always as (duty || coalesce('@' || branch::text, '')) stored,
    primary key (account, held)
);
create index account_duty_holders on account_duty (duty);

alter table security_event add column duty text;
