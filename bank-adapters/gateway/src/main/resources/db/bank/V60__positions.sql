-- The daily report of each bank about the loans it keeps.
create table positions_v1 (
    bank          text        not null,
    day           date        not null,
    report        text        not null,
    name          text        not null,
    loans         int         not null,
    agreed        int         not null,
    principal     int         not null,
    interest      int         not null,
    days_past_due int         not null,
    standing      int         not null,
    only_ours     int         not null,
    only_theirs   int         not null,
    at            timestamptz not null,
    primary key (bank, day)
);

-- A bank that was told a schedule keeps the loan.
create index instructions_v1_kept on instructions_v1 (bank, loan) where kind = 'SyncSchedule' and state = 'CONFIRMED';
