-- Who holds the payment that is given back, in the shop's word. Null where no order lists the payment, and in rows from
-- before this was written down: it is Stripe's then. What the journal said of those rows stays true of them.
alter table redress.remedy add column payment_provider text;

-- Where money goes back to is part of what a remedy is, and of what its journal tells.
create function redress.guard_remedy_provider() returns trigger language plpgsql as $$
begin
  raise exception 'What a remedy is does not change; write another one' using errcode = 'check_violation';
end $$;

create trigger remedy_11_provider before update on redress.remedy
  for each row when (new.payment_provider is distinct from old.payment_provider)
  execute function redress.guard_remedy_provider();
