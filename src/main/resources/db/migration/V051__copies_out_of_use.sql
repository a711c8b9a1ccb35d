-- Why a copy was out of use: kept when it comes back into circulation, for its place then forgets it.
create table copy_out_of_use (
    copy  uuid not null references copy,
    kind  text not null,
    since timestamptz not null,
    until timestamptz not null,
    note  text not null,
    primary key (copy, until)
);
