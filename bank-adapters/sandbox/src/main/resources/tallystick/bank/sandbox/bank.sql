-- The whole bank. Nothing in it is the platform's, and nothing of the platform is in it.
create table if not exists instructions (
    id          text        primary key,
    body_hash   text        not null,
    operation   text        not null,
    reference   text        not null,
    sequence    bigint      not null,
    loan        text,
    currency    text        not null,
    amount      numeric     not null,
    cancelled   boolean     not null default false,
    open        boolean     not null,  -- nothing is decided yet
    taken_at    timestamptz not null
);
create sequence if not exists bank_sequence;

-- Double entry: a row debits one account and credits another.
create table if not exists ledger (
    nr          bigint generated always as identity primary key,
    instruction text,
    loan        text,
    reference   text        not null,
    type        text        not null,
    debit       text        not null,
    credit      text        not null,
    currency    text        not null,
    amount      numeric     not null check (amount > 0),
    value_date  date        not null,
    booked_at   timestamptz not null,
    unique (reference, type)
);
create or replace view balances as
    select account, currency, sum(amount) as balance from (
        select debit as account, currency, amount from ledger
        union all select credit, currency, -amount from ledger) as postings
     group by account, currency;

-- What the bank says: to the platform by callback, and to whoever asks.
create table if not exists messages (
    nr           bigint generated always as identity primary key,
    webhook_id   text        not null,
    instruction  text,
    body         text        not null,
    due_at       timestamptz not null,  -- by the bank's clock
    told         boolean     not null,  -- whether it is called back
    answers      boolean     not null,  -- whether it is part of the answer to a query
    fault        bigint,                -- the fault it is a part of
    disguise     text,                  -- FORGED or STALE
    attempts     int         not null default 0,
    last_status  int,
    delivered_at timestamptz,
    lease_until  timestamptz            -- by the database's clock
);
create index if not exists messages_due on messages (due_at) where told and delivered_at is null;
create index if not exists messages_instruction on messages (instruction);

-- What is to go wrong, and the proof that it did.
create table if not exists faults (
    id          bigint generated always as identity primary key,
    seed        bigint      not null,
    operation   text        not null,
    nth         int         not null,
    fault       text        not null,
    instruction text,
    happened_at timestamptz,
    proof       text        not null default '',
    active      boolean     not null default true
);
create table if not exists calls (
    operation text primary key,
    count     int  not null
);
create table if not exists outage (
    one   boolean     primary key default true check (one),
    until timestamptz not null
);

-- How far the bank's own time was moved on.
create table if not exists clock (
    one          boolean primary key default true check (one),
    ahead_micros bigint  not null
);

-- What is due when, as the bank was told: the latest version counts.
create table if not exists schedules (
    loan      text    not null,
    version   bigint  not null,
    nr        int     not null,
    due       date    not null,
    principal numeric not null,
    interest  numeric not null,
    fees      numeric not null,
    currency  text    not null,
    primary key (loan, version, nr)
);
create index if not exists ledger_loan on ledger (loan, value_date);
alter table schedules add column if not exists principal_left numeric;

-- The file face: what came by file is answered by file.
alter table messages add column if not exists by_file boolean not null default false;
create index if not exists messages_by_file on messages (due_at) where by_file and delivered_at is null;
create table if not exists files (
    message_id text        primary key,
    kind       text        not null,
    name       text        not null,
    times      int         not null default 1,  -- more than once: sent twice, or taken again after a stop
    taken_at   timestamptz not null
);
create table if not exists file_orders (
    id         text primary key,                -- the end-to-end id
    message_id text not null,
    block      text not null,
    debit      boolean not null
);
-- The statements of the platform's account, each with all that was booked since the one before.
create table if not exists file_statements (
    number  bigint  primary key,
    day     date    not null unique,
    closing numeric not null,                   -- below zero when the bank has paid more than it got
    last_nr bigint  not null,
    written boolean not null default false
);
