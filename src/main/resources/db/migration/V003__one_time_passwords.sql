-- True while the password is one that somebody else chose: whoever signs in with it must choose their own.
alter table account add column password_once boolean not null default false;
