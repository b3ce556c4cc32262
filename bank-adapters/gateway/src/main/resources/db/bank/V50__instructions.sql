-- Every order to a bank and how far it has come; what is due and leased is the work list of all nodes.
create table instructions_v1 (
    id             text        primary key,
    kind           text        not null,
    bank           text        not null,
    application    text,
    loan           text,
    currency       text        not null,
    amount         numeric     not null,
    order_json     text        not null,  -- personal data in it is sealed
    state          text        not null,
    bank_reference text,
    committed_at   timestamptz not null,
    since          timestamptz not null,
    attempts       int         not null default 0,
    submitted_at   timestamptz,           -- the last attempt
    looks          int         not null default 0,
    handed_over    boolean     not null default false,
    due_at         timestamptz,           -- by the application's clock; null when nothing is to be done any more
    lease_until    timestamptz            -- by the database's clock, which all nodes share
) with (fillfactor = 70);
create index instructions_v1_due on instructions_v1 (due_at) where due_at is not null;
create index instructions_v1_newest on instructions_v1 (committed_at desc, id desc);
create index instructions_v1_loan on instructions_v1 (loan) where loan is not null;

-- What does not fit, and doubts that asking has not ended: each is a person's.
create table breaks_v1 (
    id          text        primary key,
    at          timestamptz not null,
    bank        text        not null,
    instruction text,
    kind        text        not null,
    expected    text        not null,
    found       text        not null,
    owner       text        not null
);
create index breaks_v1_newest on breaks_v1 (at desc, id desc);

-- What banks sent us, as it came. The key stays for ever, the sealed bytes as long as their month's key.
create table inbox (
    bank        text        not null,
    message_id  text        not null,
    channel     text        not null,
    received_at timestamptz not null,     -- by the application's clock
    body_hash   text        not null,
    subject     text        not null,
    epoch       int         not null,
    sealed      bytea       not null,
    attempts    int         not null default 0,
    next_try_at timestamptz,              -- by the database's clock; null when it is worked off
    done_at     timestamptz,
    primary key (bank, message_id)
);
create index inbox_next on inbox (next_try_at) where next_try_at is not null;
