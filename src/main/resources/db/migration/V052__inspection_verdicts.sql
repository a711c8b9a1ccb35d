-- What an inspection has found of a document so far: kept as it is said, and carried out when the crate is inspected.
alter table returned_copy add verdict text check (verdict in ('REPAIR', 'WITHDRAWN', 'MISSING'));
alter table returned_copy drop constraint returned_copy_fate_check;
alter table returned_copy add constraint returned_copy_fate_check check (fate in ('IN_CRATE', 'TO_SHELF', 'SHELVED',
    'SET_ASIDE', 'IN_TRANSIT', 'REPAIR', 'WITHDRAWN', 'MISSING', 'RELEASED_EARLY', 'UNDONE'));
