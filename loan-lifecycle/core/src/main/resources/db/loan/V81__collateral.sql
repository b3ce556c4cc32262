-- What secures which loan, to find it.
create table loan.collateral_v1 (
    id         text        primary key,
    pledged_at timestamptz not null,
    loan       text        not null,
    state      text        not null
);
create index on loan.collateral_v1 (pledged_at desc, id desc);
create index on loan.collateral_v1 (loan);
