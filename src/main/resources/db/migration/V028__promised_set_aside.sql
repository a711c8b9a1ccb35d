-- A copy promised may stand apart, where it was set aside for who waited, and not on its shelf.
alter table reservation_line add set_aside boolean not null default false;
