-- Where loans came from: by whom they were sold and entered, and under which rules they were decided.
create table loan.origins_v1 (
    application text primary key,
    dealer      text,
    officer     text,
    rule_set    text
);
create index on loan.loans_v1 (application, id);
