-- Of what has ended the patron is forgotten after a while; what, where, when and how it ended stays, for statistics.
alter table reservation
    alter column patron drop not null,
    alter column token drop not null,
    add constraint reservation_open_is_somebodys check (ended_at is not null or patron is not null and token is not null);
alter table loan
    alter column patron drop not null,
    add constraint loan_open_is_somebodys check (state in ('RETURNED', 'VOIDED') or patron is not null);
alter table title_wait
    alter column patron drop not null,
    alter column token drop not null,
    add constraint title_wait_open_is_somebodys check (ended_at is not null or patron is not null and token is not null);

-- What is still to be forgotten is little beside all there is.
create index reservation_to_forget on reservation (ended_at) where patron is not null;
create index loan_to_forget on loan (returned_at) where patron is not null;
create index loan_of_reservation on loan (reservation);
create index title_wait_to_forget on title_wait (ended_at) where patron is not null;
create index returned_copy_to_forget on returned_copy (settled_at) where loan is not null or note is not null;
create index returned_copy_of_loan on returned_copy (loan) where loan is not null;
