-- Late fees by the close that charged them, so that a close that was interrupted counts what it did.
create table loan.late_fees_v1 (
    loan         text    not null,
    charge       integer not null,
    jurisdiction text    not null,
    date         date    not null,
    primary key (loan, charge)
);
create index on loan.late_fees_v1 (jurisdiction, date);
