-- What makes news the same news, however it is worded: it is noted once.
alter table redress.timeline_entry add column occasion text;

-- The sentences of old are read back for the last time.
with told as (
    select min(id) as id, case_number, kind,
           (regexp_match(text, '\(([^(),]+, [a-z_]+)\)\.$'))[1] as occasion
      from redress.timeline_entry
     where kind = 'refund_by_hand'
     group by 2, 3, 4
    union all
    select min(id), case_number, kind,
           (regexp_match(text, '^The carrier reports that parcel (\S+) is '))[1]
           || case when text ~ '^The carrier reports that parcel \S+ is lost' then ', lost' else ', returned' end
      from redress.timeline_entry
     where kind = 'carrier_reported'
     group by 2, 3, 4)
update redress.timeline_entry entry
   set occasion = told.occasion
  from told
 where told.id = entry.id and told.occasion is not null;

create unique index on redress.timeline_entry (case_number, kind, occasion) where occasion is not null;
