-- Which row of a bank an entry was: who comes with the row once more finds the same entry, and no other.
alter table loan.officer_entries_v1 add column matched text;
create index on loan.officer_entries_v1 (matched);
