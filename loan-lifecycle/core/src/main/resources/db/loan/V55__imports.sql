-- Files of running loans, and the rows of them that could not be taken over. No personal data: borrowers are ids.
create table loan.imports (
    portfolio text    not null,
    dry_run   boolean not null,
    text      text    not null,
    rows      bigint  not null,
    done      bigint  not null default 0,
    state     text    not null default 'RUNNING',
    primary key (portfolio, dry_run)
);
create table loan.import_errors (
    portfolio text    not null,
    dry_run   boolean not null,
    row       int     not null,
    reference text    not null,
    why       text    not null,
    primary key (portfolio, dry_run, row)
);
