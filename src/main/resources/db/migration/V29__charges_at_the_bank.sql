-- An inquiry is no dispute yet, and a dispute can end before it begins, or because we gave the money back.
alter table redress.dispute drop constraint dispute_state_check;
alter table redress.dispute add constraint dispute_state_check
  check (state in ('INQUIRY', 'OPEN', 'WON', 'LOST', 'PREVENTED', 'REFUNDED'));

-- Refunds of wrong charges that were let go of because the customer's bank decides about the charge, or has decided. Where
-- it leaves the money with us, a person is asked once whether it is given back.
create table redress.refund_left_to_bank (
  remedy_id   uuid primary key references redress.remedy,
  dispute_id  text not null references redress.dispute,
  taken_up_at timestamptz
);
create index on redress.refund_left_to_bank (dispute_id);
