-- The ledger's journal and its limits. Both are kept by the database itself, so that neither a path through the code
-- nor SQL by hand can move a remedy without leaving a link, or give back more than was taken.

-- Who changes a row and why travel in these two; the journal takes them over and empties them again.
alter table redress.remedy add column changed_by text;
alter table redress.remedy add column change_reason text;
-- Whether a person brought it about outside the engine, with the provider's reference as proof.
alter table redress.remedy add column by_hand boolean not null default false;
alter table redress.remedy add check (not by_hand or status in ('SENT', 'SETTLED', 'FAILED'));

-- The article's share of a refund. Delivery and what belongs to no article have none; null where only the quantity is
-- known, which then stands for the whole price of that many pieces. A quantity of 0 continues an earlier part.
alter table redress.remedy_item add column amount numeric check (amount >= 0);
alter table redress.remedy_item drop constraint remedy_item_quantity_check;
alter table redress.remedy_item add constraint remedy_item_quantity_check check (quantity >= 0);
create index on redress.remedy_item (sku);

-- What a payment has room for, as the provider said when it was last asked.
create table redress.payment_room (
  payment_reference  text primary key,
  currency           text not null,
  captured           numeric not null check (captured >= 0),
  -- Given back at the provider by others than this ledger.
  refunded_elsewhere numeric not null check (refunded_elsewhere >= 0),
  asked_at           timestamptz not null,
  -- Counted up by each refund, so that of two at the same time one sees the other, in any isolation.
  sendings           integer not null default 0
);

-- What the lines of an article in an order have room for, as the shop said.
create table redress.order_room (
  order_number text not null,
  sku          text not null,
  currency     text not null,
  quantity     integer not null check (quantity > 0),
  -- Of all pieces together, after discount.
  price        numeric not null check (price >= 0),
  -- Charged each billing period; then each period's payment is the limit.
  recurring    boolean not null,
  told_at      timestamptz not null,
  sendings     integer not null default 0,
  primary key (order_number, sku)
);

create table redress.remedy_transition (
  case_number   text not null references redress.complaint,
  -- Counted from 1 in each case, without a gap.
  position      integer not null,
  remedy_id     uuid not null references redress.remedy deferrable initially deferred,
  -- Null for a new row; equal to the next where only something was noted.
  from_status   text,
  to_status     text not null,
  actor         text not null,
  reason        text,
  at            timestamptz not null,
  -- Everything above and the remedy's row as it was then, as text.
  content       text not null,
  previous_hash text not null,
  -- SHA-256, in hex, of previous_hash, a line feed and content.
  hash          text not null,
  primary key (case_number, position)
);
create index on redress.remedy_transition (remedy_id);

create function redress.remedy_facts(r redress.remedy) returns jsonb language sql stable as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'id', r.id, 'round', r.round, 'kind', r.kind, 'currency', r.currency, 'amount', r.amount,
    'goodsValue', r.goods_value, 'paymentReference', r.payment_reference, 'charge', r.charge,
    'customerReference', r.customer_reference, 'surplusSubscription', r.surplus_subscription,
    'orderNumber', r.order_number, 'providerReference', r.provider_reference, 'trackingCode', r.tracking_code,
    'requestedBy', r.requested_by, 'approvedBy', r.approved_by, 'failure', r.failure, 'handledBy', r.handled_by,
    'byHand', r.by_hand,
    'items', (select jsonb_agg(jsonb_build_object('sku', i.sku, 'quantity', i.quantity, 'amount', i.amount) order by i.sku)
                from redress.remedy_item i where i.remedy_id = r.id)));
$$;

create function redress.link_hash(previous_hash text, content text) returns text language sql immutable as $$
  select encode(sha256(convert_to(previous_hash || E'\n' || content, 'UTF8')), 'hex');
$$;

create function redress.add_link(
    r redress.remedy, from_status text, actor text, reason text) returns void language plpgsql as $$
declare
  last redress.remedy_transition;
  previous text;
  place integer;
  said text;
begin
  perform pg_advisory_xact_lock(hashtextextended('remedies of ' || r.case_number, 0));
  select * into last from redress.remedy_transition
   where case_number = r.case_number order by position desc limit 1;
  place := coalesce(last.position, 0) + 1;
  previous := coalesce(last.hash, repeat('0', 64));
  said := jsonb_build_object(
    'case', r.case_number, 'position', place, 'remedy', redress.remedy_facts(r), 'from', from_status, 'to', r.status,
    'actor', actor, 'reason', reason,
    'at', to_char(r.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    'writtenAs', session_user,
    'writtenAt', to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text;
  insert into redress.remedy_transition (case_number, position, remedy_id, from_status, to_status, actor, reason, at,
    content, previous_hash, hash)
  values (r.case_number, place, r.id, from_status, r.status, actor, reason, r.changed_at,
    said, previous, redress.link_hash(previous, said));
end $$;

-- Rows from before the journal get their first link as they are.
do $$
declare r redress.remedy;
begin
  for r in select * from redress.remedy order by created_at, id loop
    perform redress.add_link(r, null, 'redress', 'Stood in the ledger when its journal began.');
  end loop;
end $$;

-- The state machine of V4, and what no change of state may touch. A row starts as proposed or approved.
create or replace function redress.guard_remedy_status() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' then
    if new.status not in ('PROPOSED', 'APPROVED') then
      raise exception 'A remedy cannot begin as %', new.status using errcode = 'check_violation';
    end if;
    return new;
  end if;
  if (new.id, new.case_number, new.round, new.kind, new.amount, new.goods_value, new.requested_by, new.created_at)
       is distinct from
     (old.id, old.case_number, old.round, old.kind, old.amount, old.goods_value, old.requested_by, old.created_at)
     or (new.currency, new.payment_reference, new.charge, new.order_number)
       is distinct from (old.currency, old.payment_reference, old.charge, old.order_number)
     or new.approved_by is distinct from old.approved_by and not (old.status = 'PROPOSED' and new.status = 'APPROVED')
     or new.by_hand <> old.by_hand and not (old.status = 'APPROVED' and new.status = 'SENT') then
    raise exception 'What a remedy is does not change; write another one' using errcode = 'check_violation';
  end if;
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

drop trigger remedy_status on redress.remedy;
create trigger remedy_10_status before insert or update on redress.remedy
  for each row execute function redress.guard_remedy_status();

create function redress.journal_remedy() returns trigger language plpgsql as $$
declare
  actor text := coalesce(new.changed_by, 'database user ' || session_user);
  reason text := new.change_reason;
begin
  new.changed_by := null;
  new.change_reason := null;
  if tg_op = 'INSERT' then
    perform redress.add_link(new, null, actor, reason);
  elsif new.status <> old.status or redress.remedy_facts(new) <> redress.remedy_facts(old) then
    perform redress.add_link(new, old.status, actor, reason);
  end if;
  return new;
end $$;

create trigger remedy_90_journal before insert or update on redress.remedy
  for each row execute function redress.journal_remedy();

-- What is given back of a payment, and of the lines of an order, never exceeds what was taken for it. What a person
-- brought about by hand has happened already and is only counted. Deferrable, because a remedy that fails before it
-- could be sent, and one that is settled by hand, pass through SENT within one transaction.
create function redress.guard_remedy_limits() returns trigger language plpgsql as $$
declare
  r redress.remedy;
  item redress.remedy_item;
  payment redress.payment_room;
  line redress.order_room;
  given numeric;
begin
  select * into r from redress.remedy where id = new.id;
  if r.status = 'FAILED' or (r.by_hand and r.status = 'SETTLED' and r.provider_reference is not null) then
    return null;
  end if;
  if r.by_hand and r.kind not in ('COLLECTION', 'REPAIR', 'APOLOGY') then
    raise exception 'What is done by hand is settled at once, with a proof'
      using errcode = 'check_violation', constraint = 'remedy_by_hand';
  end if;
  if r.kind = 'REFUND' then
    update redress.payment_room set sendings = sendings + 1
     where payment_reference = r.payment_reference and currency = r.currency returning * into payment;
    select coalesce(sum(amount), 0) into given from redress.remedy
     where payment_reference = r.payment_reference and kind = 'REFUND' and status in ('SENT', 'UNKNOWN', 'SETTLED');
    if payment.payment_reference is null or given > payment.captured - payment.refunded_elsewhere then
      raise exception 'More would be given back of payment % than was taken', r.payment_reference
        using errcode = 'check_violation', constraint = 'remedy_within_payment';
    end if;
    select coalesce(sum(amount), 0) into given from redress.remedy_item where remedy_id = r.id;
    if given > r.amount then
      raise exception 'The articles'' shares exceed the refund'
        using errcode = 'check_violation', constraint = 'remedy_within_line';
    end if;
  end if;
  if r.kind = 'REFUND' or (r.kind = 'REPLACEMENT' and r.requested_by = 'redress') then
    for item in select * from redress.remedy_item where remedy_id = r.id order by sku loop
      update redress.order_room set sendings = sendings + 1
       where order_number = r.order_number and sku = item.sku returning * into line;
      if r.kind = 'REFUND' then
        select coalesce(sum(coalesce(i.amount, i.quantity * line.price / line.quantity)), 0) into given
          from redress.remedy_item i join redress.remedy o on o.id = i.remedy_id
         where o.order_number = r.order_number and i.sku = item.sku and o.kind = 'REFUND'
           and o.status in ('SENT', 'UNKNOWN', 'SETTLED');
      else
        select coalesce(sum(i.quantity), 0) into given
          from redress.remedy_item i join redress.remedy o on o.id = i.remedy_id
         where o.order_number = r.order_number and i.sku = item.sku and o.kind = 'REPLACEMENT'
           and o.status in ('SENT', 'UNKNOWN', 'SETTLED');
      end if;
      if line.sku is null
         or item.quantity > line.quantity
         or r.kind = 'REFUND' and (line.currency <> r.currency or not line.recurring and given > line.price)
         or r.kind = 'REPLACEMENT' and given > line.quantity then
        raise exception 'More of article % of order % would be made good than was bought', item.sku, r.order_number
          using errcode = 'check_violation', constraint = 'remedy_within_line';
      end if;
    end loop;
  end if;
  return null;
end $$;

create constraint trigger remedy_limits after update of status on redress.remedy
  deferrable initially immediate for each row
  when (new.status = 'SENT' and old.status = 'APPROVED') execute function redress.guard_remedy_limits();

-- What is written stays.
create function redress.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'Rows of % are only added', tg_table_name using errcode = 'check_violation';
end $$;

create trigger remedy_transition_stays before update or delete on redress.remedy_transition
  for each row execute function redress.refuse_change();
create trigger remedy_transition_remains before truncate on redress.remedy_transition
  for each statement execute function redress.refuse_change();
create trigger remedy_stays before delete on redress.remedy
  for each row execute function redress.refuse_change();
create trigger remedy_item_stays before update or delete on redress.remedy_item
  for each row execute function redress.refuse_change();
create trigger remedy_item_remains before truncate on redress.remedy_item
  for each statement execute function redress.refuse_change();

-- An article is named before its remedy is sent, or not at all.
create function redress.guard_remedy_item() returns trigger language plpgsql as $$
begin
  if not exists (select from redress.remedy
                  where id = new.remedy_id and status in ('PROPOSED', 'APPROVED') for update) then
    raise exception 'The remedy has been sent' using errcode = 'check_violation';
  end if;
  return new;
end $$;

create trigger remedy_item_in_time before insert on redress.remedy_item
  for each row execute function redress.guard_remedy_item();
