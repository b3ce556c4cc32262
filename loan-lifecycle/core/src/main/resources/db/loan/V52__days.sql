-- How far each jurisdiction has closed its days.
create table loan.business_days_v1 (
    jurisdiction text primary key,
    last_closed  date,
    running      date
);

-- What comes next on each loan: what a day close touches is found by the day of the next action, in parts that nodes share.
create table loan.agenda_v1 (
    loan         text    primary key,
    version      bigint  not null,
    jurisdiction text    not null,
    part         int     not null,
    state        text    not null,
    product      text    not null,
    booked_on    date    not null,
    currency     char(3) not null,
    next_due     date,
    next_action  date,
    bucket       text,
    principal    numeric not null,
    overdue      numeric not null,
    plan         text    not null
) with (fillfactor = 80);
create index on loan.agenda_v1 (jurisdiction, part, next_action, loan);

-- By how much the interest earned on a day differs from that of the day before, over all loans; and what is posted of it.
create table loan.accrual_changes_v1 (
    jurisdiction text    not null,
    currency     char(3) not null,
    day          date    not null,
    change       numeric not null,
    primary key (jurisdiction, currency, day)
) with (fillfactor = 70);
create table loan.accrued (
    jurisdiction text primary key,
    through      date not null
);
create table loan.accrual_postings (
    jurisdiction text    not null,
    through      date    not null,
    currency     char(3) not null,
    amount       numeric not null,
    primary key (jurisdiction, through, currency)
);

-- How late each loan was from which day on.
create table loan.bucket_moves_v1 (
    loan         text    not null,
    date         date    not null,
    nr           bigint  not null,
    jurisdiction text    not null,
    product      text    not null,
    booked_on    date    not null,
    came_from    text,
    bucket       text,
    overdue_days bigint  not null,
    currency     char(3) not null,
    principal    numeric not null,
    primary key (loan, nr)
);
create index on loan.bucket_moves_v1 (jurisdiction, date);

-- Closes of days and their parts, while they run and after.
create table loan.day_closes (
    jurisdiction   text        not null,
    date           date        not null,
    dry_run        boolean     not null,
    state          text        not null check (state in ('RUNNING', 'STOPPED', 'SUCCEEDED', 'FAILED')),
    total          bigint      not null default 0,
    done           bigint      not null default 0,
    accrued        boolean     not null default false,
    counts         text,
    started_at     timestamptz not null,
    finished_at    timestamptz,
    primary key (jurisdiction, date, dry_run)
);
create table loan.day_close_parts (
    jurisdiction text   not null,
    date         date   not null,
    part         int    not null,
    after        text   not null default '',
    pass         int    not null default 1,
    done         bigint not null default 0,
    dues         bigint not null default 0,
    finished     boolean not null default false,
    node         text,
    leased_until timestamptz,
    primary key (jurisdiction, date, part)
);
create table loan.day_close_troubles (
    jurisdiction text not null,
    date         date not null,
    loan         text not null,
    why          text not null,
    primary key (jurisdiction, date, loan)
);
