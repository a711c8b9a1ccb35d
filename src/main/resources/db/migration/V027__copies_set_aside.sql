-- A copy is set aside by whoever scans it; the offer is made after that, and to who may have it.
alter table title_wait
    -- Somebody held the copy when it was set aside: it stands apart, not on its shelf.
    add in_hand boolean not null default false,
    -- A copy went by for the first time while the patron had reached a limit.
    add passed_over_at timestamptz;
alter table title_wait drop constraint title_wait_state_check, drop constraint title_wait_check, drop constraint title_wait_check2;
alter table title_wait
    add constraint title_wait_state_check check (state in ('WAITING', 'CHOSEN', 'OFFERED', 'TAKEN', 'GIVEN_UP', 'LAPSED',
                                                           'EXPIRED', 'NOT_ALLOWED')),
    add constraint title_wait_copy_check check (state not in ('CHOSEN', 'OFFERED') or copy is not null),
    add constraint title_wait_offer_check check (state <> 'OFFERED' or offer_until is not null),
    add constraint title_wait_end_check check ((state in ('WAITING', 'CHOSEN', 'OFFERED')) = (ended_at is null));
drop index title_wait_open;
create unique index title_wait_open on title_wait (patron, title, branch) where state in ('WAITING', 'CHOSEN', 'OFFERED');
-- A copy is set aside for one person at a time.
drop index title_wait_copy;
create unique index title_wait_copy on title_wait (copy) where state in ('CHOSEN', 'OFFERED');
create index title_wait_chosen on title_wait (id) where state = 'CHOSEN';
