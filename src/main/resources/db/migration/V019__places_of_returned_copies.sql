alter table copy_place drop constraint copy_place_kind_check;
alter table copy_place add constraint copy_place_kind_check
    check (kind in ('SHELF', 'HELD', 'PICKED', 'BAGGED', 'TO_SHELF', 'ON_LOAN', 'QUARANTINE', 'IN_TRANSIT', 'REPAIR',
                    'MISSING', 'WITHDRAWN', 'OUT_OF_CIRCULATION'));
