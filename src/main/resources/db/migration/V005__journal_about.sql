-- Whom a gesture was about, beside who made it: the colleague a task was handed to.
alter table journal_entry add column about uuid;
