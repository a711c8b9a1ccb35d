-- Whoever looks for a patron's account finds one.
drop index account_patron;
create unique index account_patron on account (patron) where patron is not null;
