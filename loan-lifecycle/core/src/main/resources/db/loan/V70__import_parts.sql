-- A file larger than one request takes comes in parts, each an import of its own under the same name.
alter table loan.imports add column part int not null default 1;
alter table loan.imports drop constraint imports_pkey;
alter table loan.imports add primary key (portfolio, dry_run, part);
alter table loan.import_errors add column part int not null default 1;
alter table loan.import_errors drop constraint import_errors_pkey;
alter table loan.import_errors add primary key (portfolio, dry_run, part, row);
