alter table redress.complaint
  -- Whether a contact was replaced by one that nobody has confirmed, for which its first sender does not vouch.
  add contact_replaced boolean not null default false,
  -- Who found the order that the complaint did not name.
  add order_found_by   text,
  -- The generation of the links to the customer's page that are given out now.
  add link_generation  integer not null default 0,
  -- Links of an earlier generation than this open nothing any more.
  add links_open_from  integer not null default 0,
  -- Links of an earlier generation than this show nothing of the order: they went where nobody knew who reads them.
  add links_trusted_from integer not null default 0;

alter table redress.message
  -- Whether it was written while it was certain who complains, so that it may tell of the order.
  add confidential boolean not null default true,
  -- The words that it quotes, so that it can be composed anew around them.
  add quoted       text;

-- What was written before, and never told of an order.
update redress.message set confidential = false
 where direction <> 'OUT' or kind in ('ACKNOWLEDGEMENT', 'REOPENED', 'HOLDING', 'QUESTION', 'REMINDER');

-- Who corrected what about the customer of a case, and why. Rows are only added.
create table redress.customer_correction (
  id          bigint generated always as identity primary key,
  case_number text not null references redress.complaint,
  at          timestamptz not null,
  person      text not null,
  reason      text not null,
  field       text not null check (field in ('name', 'email', 'phone', 'locale', 'timeZone', 'confirmed', 'endLinks')),
  was         text,
  became      text
);
create index on redress.customer_correction (case_number, id);
create trigger customer_correction_stays before update or delete on redress.customer_correction
  for each row execute function redress.refuse_change();

-- What happened last in a case is read without the rest of it.
create index on redress.timeline_entry (case_number, id);
