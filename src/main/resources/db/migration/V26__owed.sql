-- What a remedy is for, by line and by fee, so that what is owed can be told to the cent; and the limits that follow.

-- The line of the order; null in rows from before lines were written down.
alter table redress.remedy_item add column line integer check (line > 0);
alter table redress.remedy_item drop constraint remedy_item_pkey;
alter table redress.remedy_item add constraint remedy_item_once unique nulls not distinct (remedy_id, sku, line);

-- A fee's share of a refund. What neither articles nor fees have of a refund belongs to none of them.
create table redress.remedy_fee (
  remedy_id uuid not null references redress.remedy,
  kind      text not null check (kind in ('DELIVERY', 'OTHER')),
  -- The shop's name of a further fee; empty for the delivery fee.
  name      text not null,
  amount    numeric not null check (amount >= 0),
  primary key (remedy_id, kind, name)
);

create trigger remedy_fee_stays before update or delete on redress.remedy_fee
  for each row execute function redress.refuse_change();
create trigger remedy_fee_remains before truncate on redress.remedy_fee
  for each statement execute function redress.refuse_change();
create trigger remedy_fee_in_time before insert on redress.remedy_fee
  for each row execute function redress.guard_remedy_item();

-- A person said of a refund that failed that it is not owed.
alter table redress.remedy add column not_owed boolean not null default false
  check (not not_owed or status = 'FAILED' and handled_by is not null);

create or replace function redress.remedy_facts(r redress.remedy) returns jsonb language sql stable as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'id', r.id, 'round', r.round, 'kind', r.kind, 'currency', r.currency, 'amount', r.amount,
    'goodsValue', r.goods_value, 'paymentReference', r.payment_reference, 'charge', r.charge,
    'customerReference', r.customer_reference, 'surplusSubscription', r.surplus_subscription,
    'orderNumber', r.order_number, 'providerReference', r.provider_reference, 'trackingCode', r.tracking_code,
    'requestedBy', r.requested_by, 'approvedBy', r.approved_by, 'failure', r.failure, 'handledBy', r.handled_by,
    'byHand', r.by_hand, 'notOwed', nullif(r.not_owed, false),
    'items', (select jsonb_agg(jsonb_build_object('sku', i.sku, 'line', i.line, 'quantity', i.quantity, 'amount', i.amount)
                               order by i.sku, i.line)
                from redress.remedy_item i where i.remedy_id = r.id),
    'fees', (select jsonb_agg(jsonb_build_object('kind', f.kind, 'name', f.name, 'amount', f.amount)
                              order by f.kind, f.name)
               from redress.remedy_fee f where f.remedy_id = r.id)));
$$;

-- What a line of an order has room for, beside what all lines of its article have together, which stays where no line
-- is named.
alter table redress.order_room add column line integer check (line > 0);
alter table redress.order_room drop constraint order_room_pkey;
alter table redress.order_room add constraint order_room_once unique nulls not distinct (order_number, sku, line);

-- What a fee of an order has room for.
create table redress.fee_room (
  order_number text not null,
  kind         text not null check (kind in ('DELIVERY', 'OTHER')),
  name         text not null,
  currency     text not null,
  amount       numeric not null check (amount >= 0),
  told_at      timestamptz not null,
  sendings     integer not null default 0,
  primary key (order_number, kind, name)
);

-- What the order as a whole has room for: what was captured at all providers. An order that is charged each billing
-- period has no such limit.
create table redress.whole_room (
  order_number text primary key,
  currency     text not null,
  captured     numeric not null check (captured >= 0),
  told_at      timestamptz not null,
  sendings     integer not null default 0
);

create or replace function redress.guard_remedy_limits() returns trigger language plpgsql as $$
declare
  r redress.remedy;
  item redress.remedy_item;
  fee redress.remedy_fee;
  payment redress.payment_room;
  whole redress.whole_room;
  room redress.fee_room;
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
    update redress.whole_room set sendings = sendings + 1
     where order_number = r.order_number and currency = r.currency returning * into whole;
    if whole.order_number is not null then
      select coalesce(sum(amount), 0) into given from redress.remedy
       where order_number = r.order_number and kind = 'REFUND' and status in ('SENT', 'UNKNOWN', 'SETTLED');
      if given > whole.captured then
        raise exception 'More would be given back of order % than was taken', r.order_number
          using errcode = 'check_violation', constraint = 'remedy_within_order';
      end if;
    end if;
    select coalesce((select sum(amount) from redress.remedy_item where remedy_id = r.id), 0)
         + coalesce((select sum(amount) from redress.remedy_fee where remedy_id = r.id), 0) into given;
    if given > r.amount then
      raise exception 'The shares of articles and fees exceed the refund'
        using errcode = 'check_violation', constraint = 'remedy_within_line';
    end if;
    for fee in select * from redress.remedy_fee where remedy_id = r.id order by kind, name loop
      update redress.fee_room set sendings = sendings + 1
       where order_number = r.order_number and kind = fee.kind and name = fee.name returning * into room;
      select coalesce(sum(f.amount), 0) into given
        from redress.remedy_fee f join redress.remedy o on o.id = f.remedy_id
       where o.order_number = r.order_number and f.kind = fee.kind and f.name = fee.name and o.kind = 'REFUND'
         and o.status in ('SENT', 'UNKNOWN', 'SETTLED');
      if room.order_number is null or room.currency <> r.currency or given > room.amount then
        raise exception 'More of a fee of order % would be given back than was paid', r.order_number
          using errcode = 'check_violation', constraint = 'remedy_within_fee';
      end if;
    end loop;
  end if;
  if r.kind = 'REFUND' or (r.kind = 'REPLACEMENT' and r.requested_by = 'redress') then
    for item in select * from redress.remedy_item where remedy_id = r.id order by sku, line loop
      perform redress.guard_room(r, item, null);
      if item.line is not null then
        perform redress.guard_room(r, item, item.line);
      end if;
    end loop;
  end if;
  return null;
end $$;

-- Of one line, or of all lines of an article together.
create function redress.guard_room(r redress.remedy, item redress.remedy_item, of_line integer)
    returns void language plpgsql as $$
declare
  room redress.order_room;
  given numeric;
begin
  update redress.order_room set sendings = sendings + 1
   where order_number = r.order_number and sku = item.sku and line is not distinct from of_line returning * into room;
  if r.kind = 'REFUND' then
    select coalesce(sum(coalesce(i.amount, i.quantity * room.price / room.quantity)), 0) into given
      from redress.remedy_item i join redress.remedy o on o.id = i.remedy_id
     where o.order_number = r.order_number and i.sku = item.sku and (of_line is null or i.line = of_line)
       and o.kind = 'REFUND' and o.status in ('SENT', 'UNKNOWN', 'SETTLED');
  else
    select coalesce(sum(i.quantity), 0) into given
      from redress.remedy_item i join redress.remedy o on o.id = i.remedy_id
     where o.order_number = r.order_number and i.sku = item.sku and (of_line is null or i.line = of_line)
       and o.kind = 'REPLACEMENT' and o.status in ('SENT', 'UNKNOWN', 'SETTLED');
  end if;
  if room.sku is null
     or item.quantity > room.quantity
     or r.kind = 'REFUND' and (room.currency <> r.currency or not room.recurring and given > room.price)
     or r.kind = 'REPLACEMENT' and given > room.quantity then
    raise exception 'More of article % of order % would be made good than was bought', item.sku, r.order_number
      using errcode = 'check_violation', constraint = 'remedy_within_line';
  end if;
end $$;
