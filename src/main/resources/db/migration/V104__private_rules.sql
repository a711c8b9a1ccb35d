-- How many returns to work followed a version would tell other managers how many are undecided: it is not kept.
alter table policy_publication alter column moved drop not null;
update policy_publication set moved = null where policy = 'return-measures';
