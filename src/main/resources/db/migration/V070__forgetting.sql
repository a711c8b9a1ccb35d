-- How much was forgotten of what, on which day of the network. Numbers alone.
create table retention_run (
    key       text not null,
    day       date not null,
    forgotten int not null,
    last_at   timestamptz not null,
    primary key (key, day)
);

-- The security record is only added to, except by the forgetting: while its function runs, and by nothing else.
create or replace function security_event_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('passerelle.forgetting', true) = 'security-record' then
        return old;
    end if;
    raise exception 'the security record is only added to';
end
$$;
create trigger security_event_stays_whole before truncate on security_event
    for each statement execute function security_event_stays();

create function forget_security_events(ended_before timestamptz, at_most int) returns int
    language sql set passerelle.forgetting = 'security-record'
as $$
    with forgotten as (
        delete from app.security_event
        where id in (select id from app.security_event where at < ended_before order by at limit at_most)
        returning id)
    select cast(count(*) as int) from forgotten
$$;

-- What the journal forgets is who of the patrons did something.
create index journal_entry_actor on journal_entry (actor) where actor is not null;
