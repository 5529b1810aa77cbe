-- A decision has a table's reason wherever no person gave one. Where a manager's table said it in a sentence of its own,
-- earlier releases did not note so; the sentence is read back for the last time.
update redress.decision decision
   set table_reason = decision.reason
 where decision.table_reason is null
   and not exists (
     select from redress.verdict verdict
      where verdict.case_number = decision.case_number
        and verdict.round = decision.round
        and verdict.reason = decision.reason);
