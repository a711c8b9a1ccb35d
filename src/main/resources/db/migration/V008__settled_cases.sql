-- Cases whose work a scan has done, until the engine has moved them on.
create table settled_case (
    process_key text not null,
    case_id     uuid not null,
    due         timestamptz not null,
    primary key (process_key, case_id)
);
