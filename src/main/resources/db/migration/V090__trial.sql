-- How far the making of a ready-to-try library has come. Empty in a real library.
create table trial_making (
    started_at  timestamptz primary key,
    steps_done  int not null,
    finished_at timestamptz
);
create table trial_case (
    name        text primary key,
    reservation uuid not null
);
