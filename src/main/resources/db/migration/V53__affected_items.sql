-- What of the order a complaint is about is a part of the case file: it is read and written with it, never alone.
alter table redress.complaint add column affected_items jsonb not null default '[]'
  check (jsonb_typeof(affected_items) = 'array');

update redress.complaint
   set affected_items = named.items
  from (select case_number,
               jsonb_agg(jsonb_strip_nulls(jsonb_build_object('line', line, 'sku', sku, 'quantity', quantity))
                         order by position) as items
          from redress.affected_item group by case_number) as named
 where named.case_number = complaint.case_number;

drop table redress.affected_item;
