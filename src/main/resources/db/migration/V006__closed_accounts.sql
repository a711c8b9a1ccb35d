-- Nobody signs in with a closed account; what its owner did stays on record.
alter table account add column closed boolean not null default false;
