-- What we believe has moved and no statement has shown yet: money in transit. Shown rows stay, with the day that showed them.
create table expected_v1 (
    instruction text    not null,
    direction   text    not null,
    bank        text    not null,
    reference   text,
    currency    text    not null,
    amount      numeric not null,
    value_date  date    not null,
    shown_on    date,
    shown_by    text,                     -- the bank's reference of the booking
    primary key (instruction, direction)
);
create index expected_v1_shown on expected_v1 (bank, shown_by) where shown_by is not null;
create index expected_v1_open on expected_v1 (bank, value_date) where shown_on is null;

-- The daily report of each bank.
create table statements_v1 (
    bank           text        not null,
    day            date        not null,
    report         text        not null,
    name           text        not null,
    lines          int         not null,
    matched        int         not null,
    amount_differs int         not null,
    date_shift     int         not null,
    only_ours      int         not null,
    only_theirs    int         not null,
    repayments     int         not null,
    at             timestamptz not null,
    primary key (bank, day)
);

-- Messages whose bytes are to be let go of; their keys stay.
create index inbox_kept on inbox (done_at) where length(sealed) > 0;
