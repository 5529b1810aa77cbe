-- Whatever a contact or an order has had before, the next case is looked up in an index.

-- What two complaints that say the same have in common, beside their contact and the articles.
alter table redress.complaint add column likeness text generated always as (
  md5(client || chr(31) || channel || chr(31) || coalesce(claim, '') || chr(31) || coalesce(order_number, '') || chr(31)
    || coalesce(payment_reference, '') || chr(31) || coalesce(tracking_code, '') || chr(31) || description)) stored;

-- Only open cases are joined; of those that the sender knows by another id, none is, so they stand apart.
create index complaint_same_mailbox on redress.complaint
  (customer_mailbox, likeness, (case when external_id is null then 0 else 1 end), created_at)
  where status not in ('CLOSED', 'WITHDRAWN') and customer_mailbox is not null;
create index complaint_same_dialling on redress.complaint
  (customer_dialling, likeness, (case when external_id is null then 0 else 1 end), created_at)
  where status not in ('CLOSED', 'WITHDRAWN') and customer_dialling is not null;

create index complaint_open_parcel on redress.complaint (tracking_code)
  where status not in ('CLOSED', 'WITHDRAWN') and tracking_code is not null;
create index complaint_open_payment on redress.complaint (payment_reference)
  where status not in ('CLOSED', 'WITHDRAWN') and payment_reference is not null;
-- The newest without a tracking code is the last of its like here; in an index on nulls it would be found by sorting.
create index complaint_open_order on redress.complaint (order_number, coalesce(tracking_code, ''), created_at)
  where status not in ('CLOSED', 'WITHDRAWN') and order_number is not null;
create index complaint_order_owner on redress.complaint (order_number, owner)
  where order_number is not null and owner is not null;
