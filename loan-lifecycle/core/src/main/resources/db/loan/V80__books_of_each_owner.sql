-- Whose books a posting is in: ours, or those of another entity that we keep as a memorandum.
alter table loan.postings add column books text not null default 'books-own';
alter table loan.account_sums add column books text not null default 'books-own';
alter table loan.account_sums drop constraint account_sums_pkey;
alter table loan.account_sums add primary key (books, account, currency, basis, date, known_in);

-- Who owns what of a loan, and how much of it has moved; no row while all of it is ours.
create table loan.shares (
    loan  text primary key,
    state text not null
);

-- A journal may touch several books: each of them is balanced by itself.
create or replace function loan.journals_balance() returns trigger language plpgsql as $$
declare
    crooked text;
begin
    select format('journal %s in %s, basis %s, %s', n.journal, n.currency, n.basis, n.books) into crooked
      from new_postings n
     group by n.journal, n.currency, n.basis, n.books
    having sum(case n.side when 'DEBIT' then n.amount else -n.amount end) <> 0
     limit 1;
    if crooked is not null then
        raise exception 'Expected debits and credits to be equal; they are not in %.', crooked;
    end if;
    return null;
end $$;
