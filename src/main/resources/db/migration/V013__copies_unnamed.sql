alter table import_job add column copies_unnamed int not null default 0;
