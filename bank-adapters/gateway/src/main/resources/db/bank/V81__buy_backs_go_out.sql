-- The price of what is bought back goes from our account. Until that was known it was expected to come in, and no statement
-- could show it. Where both ways are there, it came back, and one is as good as the other.
update expected_v1 e
   set direction = 'DEBIT'
  from instructions_v1 i
 where i.id = e.instruction
   and i.kind = 'BuyBack'
   and e.direction = 'CREDIT'
   and e.shown_on is null
   and not exists (select from expected_v1 other where other.instruction = e.instruction and other.direction = 'DEBIT');
