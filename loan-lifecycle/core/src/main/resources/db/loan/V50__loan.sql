-- Which loans there are, to find them.
create table loan.loans_v1 (
    id          text        primary key,
    booked_at   timestamptz not null,
    state       text        not null,
    application text        not null,
    product     text        not null
);
create index on loan.loans_v1 (booked_at desc, id desc);
create index on loan.loans_v1 (application);

-- Journals with their postings; each names the event that caused it.
create table loan.journals (
    id        text        primary key,
    position  bigint      generated always as identity,
    loan      text        not null,
    date      date        not null,
    known_at  timestamptz not null,
    cause     text        not null,
    event     text        not null
);
create index on loan.journals (loan, position);
create index on loan.journals (date);

create table loan.postings (
    journal  text    not null references loan.journals (id),
    nr       int     not null,
    account  text    not null,
    side     text    not null check (side in ('DEBIT', 'CREDIT')),
    currency char(3) not null,
    amount   numeric not null check (amount > 0),
    primary key (journal, nr)
);
create index on loan.postings (account);

-- Debits equal credits in every journal and currency, at every commit, whoever wrote it.
create function loan.journal_balances() returns trigger language plpgsql as $$
begin
    if exists (select 1
                 from loan.postings p
                where p.journal = new.journal
                group by p.currency
               having sum(case p.side when 'DEBIT' then p.amount else -p.amount end) <> 0) then
        raise exception 'Expected debits and credits of journal % to be equal in every currency; they are not.', new.journal;
    end if;
    return null;
end $$;

create constraint trigger journal_balances after insert or update on loan.postings
    deferrable initially deferred for each row execute function loan.journal_balances();
