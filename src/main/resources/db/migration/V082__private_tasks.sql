-- Whom a task is for alone: the one person it names, or the holders of a duty. For others it does not exist.
alter table inbox_task
    add column person   uuid,
    add column for_duty boolean not null default false;
