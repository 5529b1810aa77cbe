-- The remedy ledger: one permanent row per remedy action. Rows are never deleted, and their key never changes.
create table redress.remedy (
  id                   uuid primary key,
  case_number          text not null references redress.complaint,
  round                integer not null,
  kind                 text not null
    check (kind in ('REFUND', 'REPLACEMENT', 'COLLECTION', 'REPAIR', 'GOODWILL', 'APOLOGY')),
  status               text not null
    check (status in ('PROPOSED', 'APPROVED', 'SENT', 'UNKNOWN', 'SETTLED', 'FAILED', 'SUPERSEDED')),
  currency             text,
  amount               numeric not null check (amount >= 0),
  goods_value          numeric not null check (goods_value >= 0),
  payment_reference    text,
  charge               text,
  customer_reference   text,
  surplus_subscription text,
  order_number         text,
  provider_reference   text,
  tracking_code        text,
  requested_by         text not null,
  approved_by          text,
  failure              text,
  handled_by           text,
  created_at           timestamptz not null,
  changed_at           timestamptz not null,
  check (kind not in ('REFUND', 'GOODWILL') or amount > 0),
  check (approved_by is not null or status in ('PROPOSED', 'SUPERSEDED'))
);
create index on redress.remedy (case_number);
create index on redress.remedy (payment_reference);
create index on redress.remedy (order_number);
create index on redress.remedy (charge);

create table redress.remedy_item (
  remedy_id uuid not null references redress.remedy,
  sku       text not null,
  quantity  integer not null check (quantity > 0),
  primary key (remedy_id, sku)
);

-- The ledger's state machine, kept by the database as well.
create function redress.guard_remedy_status() returns trigger language plpgsql as $$
begin
  if old.status = new.status
     or (old.status = 'PROPOSED' and new.status in ('APPROVED', 'SUPERSEDED'))
     or (old.status = 'APPROVED' and new.status in ('SENT', 'SUPERSEDED'))
     or (old.status = 'SENT' and new.status in ('UNKNOWN', 'SETTLED', 'FAILED'))
     or (old.status = 'UNKNOWN' and new.status in ('SENT', 'SETTLED', 'FAILED'))
     or (old.status = 'SETTLED' and new.status = 'FAILED') then
    return new;
  end if;
  raise exception 'A remedy cannot go from % to %', old.status, new.status using errcode = 'check_violation';
end $$;

create trigger remedy_status before update on redress.remedy
  for each row execute function redress.guard_remedy_status();

-- How the complaint was decided, each time it was.
create table redress.decision (
  id          bigint generated always as identity primary key,
  case_number text not null references redress.complaint,
  round       integer not null,
  outcome     text not null,
  basis       text not null,
  reason      text not null,
  decided_by  text not null,
  decided_at  timestamptz not null
);
create index on redress.decision (case_number);

-- One switch for all money and goods; its changes are only added, the latest one counts.
create table redress.stop_switch_change (
  id         bigint generated always as identity primary key,
  held       boolean not null,
  reason     text not null,
  changed_by text not null,
  changed_at timestamptz not null
);
