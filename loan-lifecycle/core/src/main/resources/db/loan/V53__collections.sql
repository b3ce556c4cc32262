-- What a collector does next, on the loans that are late.
alter table loan.agenda_v1 add column task text, add column task_on date, add column first_due date;
create index on loan.agenda_v1 (task_on, overdue desc, loan) where task is not null;

-- Debits that closes ordered.
create table loan.debits_v1 (
    instruction  text    primary key,
    loan         text    not null,
    jurisdiction text    not null,
    date         date    not null,
    due          date    not null,
    currency     char(3) not null,
    amount       numeric not null
);
create index on loan.debits_v1 (jurisdiction, date);
create index on loan.debits_v1 (loan);
