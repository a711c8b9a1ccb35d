-- Where somebody works at the moment: the frame shows it, and screens follow it.
alter table account add column working_branch uuid references branch on delete set null;
