-- The last day on which anything moved on a loan: what stands in the index holds for all days from there on.
alter table loan.agenda_v1 add column moved_on date;

-- Loans that reports look at one by one, and since when.
create table loan.marks_v1 (
    loan  text not null,
    mark  text not null,
    since date not null,
    primary key (loan, mark)
);
