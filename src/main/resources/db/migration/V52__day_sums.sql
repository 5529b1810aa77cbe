-- What went out on a day without a person's decision, in each currency: a running sum, so that the next remedy does not
-- have to add up the whole day. Its day is the team's, so its row says from when until when it lasts.
create table redress.day_sum (
  currency  text        not null,
  day       date        not null,
  begins_at timestamptz not null,
  ends_at   timestamptz not null,
  sent      numeric     not null,
  primary key (currency, day)
);
create index on redress.day_sum (currency, ends_at);

-- What failed is not out; what came back later is not out either.
create function redress.sent_by_itself(remedy redress.remedy) returns numeric language sql immutable as $$
  select case when remedy.sent_at is not null and remedy.currency is not null
               and remedy.requested_by = 'redress' and remedy.approved_by = 'redress'
               and remedy.status in ('SENT', 'UNKNOWN', 'SETTLED')
              then remedy.amount + remedy.goods_value else 0 end
$$;

-- Whoever writes to the ledger keeps the sum, and holds its row until they have committed.
create function redress.keep_day_sum() returns trigger language plpgsql as $$
declare
  more numeric := redress.sent_by_itself(new);
begin
  if tg_op = 'UPDATE' then
    more := more - redress.sent_by_itself(old);
  end if;
  if more <> 0 then
    update redress.day_sum set sent = sent + more
     where currency = new.currency and begins_at <= new.sent_at and ends_at > new.sent_at;
  end if;
  return null;
end $$;

create trigger remedy_day_sum after insert or update of status, approved_by on redress.remedy
  for each row when (new.sent_at is not null) execute function redress.keep_day_sum();
