-- A drop-off typed wrongly could lie before the handover. What was typed stays on record in returned_copy.
update loan set returned_at = started_at where returned_at < started_at;

-- People type a drop-off to the minute.
alter table loan add constraint loan_ends_after_it_begins
    check (returned_at is null or started_at is null or returned_at > started_at - interval '1 minute');
