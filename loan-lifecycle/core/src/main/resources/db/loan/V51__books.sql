-- Books that stay fast at 10^7 postings: journals and postings by number, and beside them the sums of each account by booking
-- date and by the hour in which they became known. A trial balance adds sums, whatever the day it is of.
alter table loan.postings rename to postings_v1;
alter table loan.journals rename to journals_v1;

create table loan.journals (
    nr       bigint      primary key generated always as identity,
    id       text        not null unique,
    loan     text,
    date     date        not null,
    known_at timestamptz not null,
    cause    text        not null,
    event    text        not null
);
create index on loan.journals (loan, nr);
create index on loan.journals (known_at);

create table loan.postings (
    journal  bigint   not null references loan.journals (nr),
    nr       smallint not null,
    basis    text     not null check (basis in ('BOTH', 'CASH', 'ACCRUAL')),
    account  text     not null,
    side     text     not null check (side in ('DEBIT', 'CREDIT')),
    currency char(3)  not null,
    amount   numeric  not null check (amount > 0),
    date     date     not null,
    primary key (journal, nr)
);
create index on loan.postings (account, date, journal, nr);

create table loan.account_sums (
    account  text        not null,
    currency char(3)     not null,
    basis    text        not null,
    date     date        not null,
    known_in timestamptz not null,
    debit    numeric     not null,
    credit   numeric     not null,
    primary key (account, currency, basis, date, known_in)
) with (fillfactor = 70);

create table loan.closed_periods (
    through   date        primary key,
    closed_by text        not null,
    closed_at timestamptz not null
);

insert into loan.journals (id, loan, date, known_at, cause, event)
select id, loan, date, known_at, cause, event from loan.journals_v1 order by position;
insert into loan.postings (journal, nr, basis, account, side, currency, amount, date)
select j.nr, p.nr, 'BOTH', p.account, p.side, p.currency, p.amount, j.date
  from loan.postings_v1 p join loan.journals j on j.id = p.journal;
insert into loan.account_sums
select p.account, p.currency, p.basis, p.date, date_trunc('hour', j.known_at, 'UTC'),
       coalesce(sum(p.amount) filter (where p.side = 'DEBIT'), 0),
       coalesce(sum(p.amount) filter (where p.side = 'CREDIT'), 0)
  from loan.postings p join loan.journals j on j.nr = p.journal
 group by 1, 2, 3, 4, 5;
drop table loan.postings_v1;
drop table loan.journals_v1;
drop function loan.journal_balances();

-- Whoever writes: a journal comes whole in one statement, debits equal credits in every basis and currency, or nothing is
-- committed. And what is written stays: there is no change and no deletion, only another journal.
create function loan.journals_balance() returns trigger language plpgsql as $$
declare
    crooked text;
begin
    select format('journal %s in %s, basis %s', n.journal, n.currency, n.basis) into crooked
      from new_postings n
     group by n.journal, n.currency, n.basis
    having sum(case n.side when 'DEBIT' then n.amount else -n.amount end) <> 0
     limit 1;
    if crooked is not null then
        raise exception 'Expected debits and credits to be equal; they are not in %.', crooked;
    end if;
    return null;
end $$;
create trigger journals_balance after insert on loan.postings
    referencing new table as new_postings for each statement execute function loan.journals_balance();

create function loan.books_are_kept() returns trigger language plpgsql as $$
begin
    raise exception 'Expected % to be left as it is; write another journal.', tg_table_name;
end $$;
create trigger postings_are_kept before update or delete or truncate on loan.postings
    for each statement execute function loan.books_are_kept();
create trigger journals_are_kept before update or delete or truncate on loan.journals
    for each statement execute function loan.books_are_kept();

create function loan.period_is_open() returns trigger language plpgsql as $$
begin
    if exists (select 1 from new_journals n where n.date <= (select max(through) from loan.closed_periods)) then
        raise exception 'Expected journals in the open period only; one is dated in a closed one.';
    end if;
    return null;
end $$;
create trigger period_is_open after insert on loan.journals
    referencing new table as new_journals for each statement execute function loan.period_is_open();
