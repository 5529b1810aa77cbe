-- Codes of the shop, imported by managers; each is given once.
create table redress.goodwill_code (
  id          bigint generated always as identity primary key,
  kind        text not null check (kind in ('VOUCHER', 'FREE_DELIVERY')),
  code        text not null unique,
  currency    text,
  amount      numeric check (amount > 0),
  expires_at  timestamptz,
  imported_by text not null,
  imported_at timestamptz not null,
  -- The remedy it is kept for or was given as. One that was let go before it was sent gives its code free.
  given_to    uuid unique references redress.remedy,
  given_at    timestamptz,
  check ((kind = 'VOUCHER') = (currency is not null and amount is not null))
);
create index on redress.goodwill_code (kind, currency, amount);

-- What goodwill consists of; the remedy's own row says what it is worth and how far it is.
create table redress.goodwill (
  remedy_id  uuid primary key references redress.remedy,
  type       text not null
    check (type in ('CREDIT', 'CODE', 'PROMOTION_CODE', 'LONGER_GUARANTEE', 'FREE_DELIVERY')),
  code       text,
  expires_at timestamptz,
  months     integer
);

-- What managers were told, so that they are told once a day.
create table redress.goodwill_warning (
  about text not null,
  day   date not null,
  primary key (about, day)
);

-- A longer guarantee and a free delivery are worth something, but no money goes to the customer.
alter table redress.remedy drop constraint remedy_check;
alter table redress.remedy add constraint remedy_is_worth_something check (
  (kind <> 'REFUND' or amount > 0) and (kind <> 'GOODWILL' or amount + goods_value > 0));
