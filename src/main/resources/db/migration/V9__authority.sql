-- What ties cases of one customer together, and cases that share an address or a card: hashes, nothing that can be read.
create table redress.case_trait (
  case_number text not null references redress.complaint,
  kind        text not null check (kind in ('EMAIL', 'PHONE', 'CUSTOMER', 'PAYER', 'ORDER', 'ADDRESS', 'CARD')),
  hash        text not null,
  primary key (case_number, kind, hash)
);
create index on redress.case_trait (kind, hash);

insert into redress.case_trait (case_number, kind, hash)
select case_number, 'EMAIL', encode(sha256(convert_to(lower(trim(customer_email)), 'UTF8')), 'hex')
  from redress.complaint where trim(customer_email) <> ''
union all
select case_number, 'PHONE', encode(sha256(convert_to(
         regexp_replace(regexp_replace(customer_phone, '[^0-9+]', '', 'g'), '^00', '+'), 'UTF8')), 'hex')
  from redress.complaint where customer_phone ~ '[0-9]'
union all
select case_number, 'ORDER', encode(sha256(convert_to(order_number, 'UTF8')), 'hex')
  from redress.complaint where order_number is not null;

-- When money or goods were first sent for a remedy, so that a day's total can be told.
alter table redress.remedy add column sent_at timestamptz;

create function redress.note_when_sent() returns trigger language plpgsql as $$
begin
  if new.status = 'SENT' and old.status = 'APPROVED' then
    new.sent_at := new.changed_at;
  end if;
  return new;
end $$;

create trigger remedy_sent_at before update on redress.remedy
  for each row execute function redress.note_when_sent();

create index on redress.remedy (sent_at);
create index on redress.remedy (requested_by, created_at);
create index on redress.remedy (created_at);
create index on redress.remedy (case_number) where status = 'APPROVED';

-- Each time somebody's authority was looked at: when a case was decided, and when it was approved.
create table redress.authority_check (
  id                  bigint generated always as identity primary key,
  case_number         text not null references redress.complaint,
  round               integer not null,
  step                text not null check (step in ('DECIDED', 'APPROVED')),
  acted_by            text not null,
  -- Whose authority was used: another person's where a deputy acted.
  authority_of        text not null,
  role                text not null,
  currency            text not null,
  case_amount         numeric not null,
  customer_day_amount numeric not null,
  person_day_amount   numeric not null,
  approver            text not null,
  reason              text not null,
  checked_at          timestamptz not null
);
create index on redress.authority_check (case_number);
create index on redress.authority_check (authority_of, checked_at) where step = 'APPROVED';

-- Who approves in whose place, from when until when. Rows are never deleted: the table is its own audit.
create table redress.deputy (
  id        bigint generated always as identity primary key,
  person    text not null,
  deputy    text not null,
  starts_at timestamptz not null,
  ends_at   timestamptz not null,
  reason    text,
  set_by    text not null,
  set_at    timestamptz not null,
  ended_by  text,
  ended_at  timestamptz,
  check (deputy <> person),
  check (ends_at > starts_at),
  check ((ended_by is null) = (ended_at is null))
);
create index on redress.deputy (deputy);

-- That a day's total of automatic money and goods was reached; people are told once.
create table redress.daily_total_reached (
  currency   text not null,
  day        date not null,
  case_number text not null references redress.complaint,
  reached_at timestamptz not null,
  primary key (currency, day)
);
