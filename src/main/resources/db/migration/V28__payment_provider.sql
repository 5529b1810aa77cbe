-- Who holds the payment that is given back, in the shop's word. Null where no order lists the payment, and in rows from
-- before this was written down: it is Stripe's then. What the journal said of those rows stays true of them.
alter table redress.remedy add column payment_provider text;

-- Where money goes back to is part of what a remedy is, and of what its journal tells.
create or replace function redress.remedy_facts(r redress.remedy) returns jsonb language sql stable as $$
  select jsonb_strip_nulls(jsonb_build_object(
    'id', r.id, 'round', r.round, 'kind', r.kind, 'currency', r.currency, 'amount', r.amount,
    'goodsValue', r.goods_value, 'paymentProvider', r.payment_provider,
    'paymentReference', r.payment_reference, 'charge', r.charge,
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

create function redress.guard_remedy_provider() returns trigger language plpgsql as $$
begin
  raise exception 'What a remedy is does not change; write another one' using errcode = 'check_violation';
end $$;

create trigger remedy_11_provider before update on redress.remedy
  for each row when (new.payment_provider is distinct from old.payment_provider)
  execute function redress.guard_remedy_provider();
