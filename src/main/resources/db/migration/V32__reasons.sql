-- What the remedy table said why, as a key of the letters' texts or in every language; null where a person gave the reason.
alter table redress.decision add column table_reason text;

-- Decisions of before had the table's sentence itself; the shipped ones have a key now.
update redress.decision d set table_reason = k.key
  from (values
    ('lost_parcel', 'Your parcel did not reach you, so we refund what was in it and send it again.'),
    ('wrong_charges', 'We charged you more often than we should have, so we refund every wrong charge.'),
    ('repeat_failure', 'Your item failed again after a repair, so we replace it instead of repairing it once more.'),
    ('not_confirmed', 'We looked into it carefully and cannot agree with your complaint.'),
    ('faulty_item', 'Your item is faulty, so we have it repaired.'),
    ('wrong_item', 'You received the wrong item, so we send the right one and collect the other at your door.'),
    ('missing_item', 'Something was missing from your parcel, so we send it to you.'),
    ('apology', 'You are right, and we apologise for what happened.'),
    ('apology', 'You are right in part, and we apologise for what happened.'),
    ('items_refunded', 'You are right, so we refund the items that were affected.'),
    ('replaced', 'You are right, so we send you a replacement.'),
    ('replaced', 'You are right in part, so we send you a replacement.'),
    ('items_refunded_and_sent_again', 'You are right, so we refund the items that were affected and send them again.'),
    ('charges_refunded_and_replaced', 'You are right, so we refund every wrong charge and send you a replacement.'),
    ('repaired', 'You are right, so we have the item repaired.'),
    ('repaired', 'You are right in part, so we have the item repaired.'),
    ('collected', 'You are right, so we collect the item at your door.'),
    ('collected', 'You are right in part, so we collect the item at your door.'),
    ('part_refunded_and_sent_again', 'You are right in part, so we refund the amount named and send the missing part again.'),
    ('part_refunded', 'You are right in part, so we refund the amount named.'),
    ('right_item_sent', 'You are right in part, so we send the right item and collect the other at your door.'),
    ('part_refunded_and_replaced', 'You are right in part, so we refund the amount named and send you a replacement.')) as k (key, sentence)
 where d.reason = k.sentence;
