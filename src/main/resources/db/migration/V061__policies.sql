-- Who published which version of a decision table, and why. Versions without a row were shipped with the product.
create table policy_publication (
    policy       text not null,
    version      int not null,
    published_at timestamptz not null,
    published_by uuid,
    reason       text not null,
    reach        text not null check (reach in ('NEW_ONLY', 'ALL_RUNNING', 'CHOSEN')),
    moved        int not null,
    primary key (policy, version)
);
