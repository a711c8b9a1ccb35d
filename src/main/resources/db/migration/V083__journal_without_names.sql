-- What happened to a case whose flow promises not to tell by whom: no column for anybody, no hour, and nothing that tells in
-- which order rows were written. Apart from the journal, whose rows would tell it by where they lie.
create table journal_anonymous (
    id          uuid primary key,
    process_key text not null,
    case_id     uuid not null,
    day         date not null,
    -- by whose clock it was that day
    zone        text not null,
    message_key text not null,
    args        text[] not null
);
create index journal_anonymous_case on journal_anonymous (case_id, day);
