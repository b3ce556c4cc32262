-- Which money is in suspense, to find it.
create table loan.suspense_v1 (
    id        text        primary key,
    opened_at timestamptz not null,
    state     text        not null
);
create index on loan.suspense_v1 (opened_at desc, id desc);
create index on loan.suspense_v1 (state, opened_at desc);
