-- An order after cut-off waits, and that is shown.
alter table instructions_v1 add column held_until timestamptz;
create index instructions_v1_doubt on instructions_v1 (committed_at desc, id desc)
 where state in ('COMMITTED', 'SENT', 'ACCEPTED', 'UNKNOWN', 'NOT_SENT');

-- A break is a case: open until two people agree on why, or the bank's own word ends the doubt.
alter table breaks_v1 add column state text not null default 'OPEN';
alter table breaks_v1 add column changed_at timestamptz;
create index breaks_v1_instruction on breaks_v1 (instruction) where instruction is not null;
