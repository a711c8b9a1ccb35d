-- What was done about accounts: who, about whom, when. Names are looked up when it is read; nothing here is free text.
create table security_event (
    id     bigint generated always as identity primary key,
    at     timestamptz not null,
    kind   text not null,
    actor  uuid,
    about  uuid,
    branch uuid
);
create index security_event_at on security_event (at);

-- A record that could be changed afterwards would prove nothing.
create function security_event_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the security record is only added to';
end
$$;
create trigger security_event_stays before update or delete on security_event
    for each row execute function security_event_stays();
