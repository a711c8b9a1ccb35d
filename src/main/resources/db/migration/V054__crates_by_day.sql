-- What came of late is what the forecast supposes of the days to come: it reads two weeks of crates, however many are kept.
create index crate_of_day on crate (day) where sealed_at is not null;
