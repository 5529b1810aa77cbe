-- What a handler chose about goods that the customer has; empty where the table of ways back decides.
alter table redress.verdict
  add goods_back text check (goods_back in ('LABEL', 'PICK_UP', 'KEEP')),
  add pay_when text check (pay_when in ('NOW', 'ON_RECEIPT')),
  add check (goods_back is distinct from 'KEEP' or pay_when is distinct from 'ON_RECEIPT');

-- What becomes of each affected line that the customer has, decided with the remedy, and what came back of it.
create table redress.way_back (
  case_number text not null references redress.complaint,
  round       integer not null,
  line        integer not null,
  sku         text not null,
  description text,
  quantity    integer not null check (quantity > 0),
  currency    text not null,
  -- The price of all pieces together.
  value       numeric not null check (value >= 0),
  way         text not null check (way in ('LABEL', 'PICK_UP', 'KEEP')),
  pay_when    text not null check (pay_when in ('NOW', 'ON_RECEIPT')),
  reason      text not null,
  -- A user id, or "redress" where the table decided.
  chosen_by   text not null,
  returned    integer check (returned between 0 and quantity),
  condition   text check (condition in ('AS_DESCRIBED', 'USED', 'DAMAGED', 'WRONG', 'EMPTY')),
  primary key (case_number, round, line),
  check (way <> 'KEEP' or pay_when = 'NOW')
);

-- A return is planned with the decision, and begins once that stands.
alter table redress.goods_return
  drop constraint goods_return_status_check,
  add constraint goods_return_status_check check (status in ('PLANNED', 'DUE', 'AWAITED', 'RECEIVED', 'CLOSED')),
  -- When the carrier had them, which is the proof that they were sent.
  add sent_at timestamptz;

-- Refunds that are agreed, and paid once the goods are with us. One that waits stands: no later decision replaces it.
create table redress.refund_hold (
  remedy_id   uuid primary key references redress.remedy,
  return_id   uuid not null references redress.goods_return,
  released_at timestamptz
);
create index on redress.refund_hold (return_id);

-- What is kept back of a refund for the state in which goods came; one for each return.
create table redress.deduction (
  return_id   uuid primary key references redress.goods_return,
  currency    text not null,
  amount      numeric not null check (amount > 0),
  reason      text not null,
  asked_by    text not null,
  asked_at    timestamptz not null,
  approved_by text,
  approved_at timestamptz,
  check ((approved_by is null) = (approved_at is null))
);
