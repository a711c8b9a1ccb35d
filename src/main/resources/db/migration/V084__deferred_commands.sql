-- What the engine is told right after a scan: that a case is done, and now also that an offer begins.
alter table settled_case rename to deferred_command;
alter index settled_case_pkey rename to deferred_command_pkey;

insert into deferred_command (process_key, case_id, due)
select 'copy-offer', copy, 'epoch' from title_wait where state = 'CHOSEN' and not offer_begun;
alter table title_wait drop offer_begun;
