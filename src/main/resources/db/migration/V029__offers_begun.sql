-- Each copy set aside is offered by a case of its own, which is begun once.
alter table title_wait add offer_begun boolean not null default false;
drop index title_wait_chosen;
create index title_wait_chosen on title_wait (id) where state = 'CHOSEN' and not offer_begun;
