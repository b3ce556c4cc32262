create table account_balances_v1 (
    account   text primary key,
    name      text,
    amount    numeric not null,
    movements bigint not null
);

create table transfer_waits_v1 (
    transfer text primary key,
    since    timestamptz not null
);
