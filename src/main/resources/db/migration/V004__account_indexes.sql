-- As sign-ins ask for names: upper(). Names are ASCII, so that both cases tell the same ones apart.
drop index account_username;
create unique index account_username on account (upper(username));
create index account_patron on account (patron) where patron is not null;
