-- What people attached to applications, sealed for the application.
create table application.files (
    application text     not null,
    hash        char(64) not null,
    epoch       int      not null,
    bytes       bytea    not null,
    primary key (application, hash)
);
