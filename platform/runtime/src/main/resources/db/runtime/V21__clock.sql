-- How far the adjustable clock runs ahead of the machine's. Empty where the clock was never moved.
create table clock_lead (
    only_row     boolean primary key default true check (only_row),
    ahead_micros bigint  not null
);
