-- Once nothing is to be confirmed any more, what is left of a row is how many addresses were written to.
alter table patron_email_change
    alter column email drop not null,
    alter column token drop not null;
