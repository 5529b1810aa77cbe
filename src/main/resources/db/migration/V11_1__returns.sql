-- What we buy from carriers, and goods that come back.

-- Which shipment and which pick-up at the carrier stands for a reference of ours, written down before anything is bought.
create table redress.parcel_label (
  reference   text primary key,
  case_number text not null references redress.complaint,
  shipment_id text not null,
  pickup_id   text,
  created_at  timestamptz not null
);

-- Goods on their way back to us.
create table redress.goods_return (
  id            uuid primary key,
  case_number   text not null references redress.complaint,
  round         integer not null,
  collection    boolean not null,
  way           text check (way in ('LABEL', 'PICK_UP', 'BY_HAND', 'NONE')),
  status        text not null check (status in ('DUE', 'AWAITED', 'RECEIVED', 'CLOSED')),
  tracking_code text,
  label_url     text,
  confirmation  text,
  pick_up_from  timestamptz,
  pick_up_to    timestamptz,
  remind_at     timestamptz,
  expected_by   timestamptz,
  reminded_at   timestamptz,
  condition     text check (condition in ('AS_DESCRIBED', 'USED', 'DAMAGED', 'WRONG', 'EMPTY')),
  note          text,
  reported_by   text,
  label_refund  text check (label_refund in ('NONE', 'SUBMITTED', 'REFUNDED', 'REJECTED')),
  created_at    timestamptz not null,
  changed_at    timestamptz not null,
  unique (case_number, round),
  check ((condition is null) = (reported_by is null))
);
create index on redress.goods_return (tracking_code);
