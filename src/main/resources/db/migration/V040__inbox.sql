-- The inbox: one row per open user task, written in the transaction of the task itself. What a page shows is here, so
-- that no page asks the engine.
create table inbox_task (
    id               text primary key,
    process_key      text not null,
    case_id          uuid not null,
    task_key         text not null,
    form_key         text,
    subject_key      text,
    subject_args     text[] not null,
    branch           uuid,
    candidate_groups text[] not null,
    assignee         uuid,
    due              timestamptz,
    -- what the model itself sets; the describer's date, where there is one, goes before it
    model_due        timestamptz,
    priority         int not null,
    created          timestamptz not null,
    search           text not null
);
create index inbox_task_case on inbox_task (case_id);
create index inbox_task_order on inbox_task (coalesce(due, 'infinity'), priority desc, created, id);
