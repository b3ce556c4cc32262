-- Repayments that people entered and no bank has told of yet, to find them by what a bank tells.
create table loan.officer_entries_v1 (
    loan        text    not null,
    transaction integer not null,
    currency    char(3) not null,
    amount      numeric not null,
    value_date  date    not null,
    note        text,
    primary key (loan, transaction)
);
create index on loan.officer_entries_v1 (currency, amount, value_date);
