-- What is told to one person alone is in no list of messages.
alter table outbox_message add column confidential boolean not null default false;
