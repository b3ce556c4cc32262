-- What was given to us to send. An instruction stands here once, for ever, and hence in one file at most.
create table if not exists orders (
    instruction text        primary key,
    end_to_end  text        not null unique,
    operation   text        not null,
    debit       boolean     not null,
    proof       text        not null,     -- of all it says: the same id with other content is another order
    currency    text        not null,
    amount      numeric     not null,
    sealed      bytea,                    -- whose account; gone once it stands in a file
    taken_at    timestamptz not null,
    file        text,
    block       text
);
create index if not exists orders_waiting on orders (debit, taken_at, instruction) where file is null;
create index if not exists orders_block on orders (block) where block is not null;

-- Files to the bank. WRITTEN: composed, nobody has seen it. LEAVING: it lies there whole under a name that nobody reads,
-- and all that is left is to rename it. SENT: it has its name.
create table if not exists files_out (
    name        text        primary key,
    sha256      text        not null,
    payments    int         not null,
    total       numeric     not null,
    sealed      bytea,                    -- gone once it is sent
    state       text        not null,
    part        text,
    composed_at timestamptz not null,
    sent_at     timestamptz
);
create index if not exists files_out_open on files_out (composed_at) where state <> 'SENT';

-- Files from the bank, by their content: the same bytes have one effect, whatever they are called.
create table if not exists files_in (
    sha256     text        primary key,
    name       text        not null,
    handled    boolean     not null default false,
    seen_at    timestamptz not null
);
create table if not exists facts (
    file        text not null,
    nr          int  not null,
    instruction text,
    sealed      bytea not null,
    primary key (file, nr)
);
create index if not exists facts_instruction on facts (instruction) where instruction is not null;

create table if not exists statements (
    id       text    not null,
    file     text    not null,
    number   bigint,
    day      date    not null,
    currency text    not null,
    opening  numeric not null,
    closing  numeric not null,
    primary key (day, id)
);
create table if not exists bookings (
    day         date    not null,
    statement   text    not null,
    nr          int     not null,
    reference   text    not null,
    instruction text,
    loan        text,
    direction   text    not null,
    amount      numeric not null,
    value_date  date    not null,
    primary key (day, statement, nr)
);
