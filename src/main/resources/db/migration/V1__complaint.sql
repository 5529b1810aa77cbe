create sequence redress.case_number;

create table redress.complaint (
  case_number             text primary key,
  version                 integer not null,
  channel                 text not null,
  claim                   text,
  complainant_role        text not null,
  client                  text not null,
  vouched                 boolean not null,
  external_id             text,
  customer_name           text,
  customer_email          text,
  customer_phone          text,
  customer_locale         text,
  customer_time_zone      text,
  order_number            text,
  payment_reference       text,
  tracking_code           text,
  vouched_order           text,
  subject                 text,
  description             text not null check (length(description) <= 20000),
  desired_remedy          text,
  received_at             timestamptz not null,
  created_at              timestamptz not null,
  identified_by           text,
  status                  text not null,
  outcome                 text,
  cause                   text,
  severity                text,
  priority                integer not null check (priority between 0 and 100),
  team                    text not null,
  owner                   text,
  round                   integer not null,
  question_open           boolean not null,
  withdrawal_requested_at timestamptz,
  closed_at               timestamptz,
  check (customer_email is not null or customer_phone is not null),
  unique (client, channel, external_id)
);
create index on redress.complaint (order_number);
create index on redress.complaint (lower(customer_email));
create index on redress.complaint (customer_phone);
create index on redress.complaint (status, created_at);
create index on redress.complaint (client, created_at);

create table redress.affected_item (
  case_number text not null references redress.complaint,
  position    integer not null,
  sku         text not null,
  quantity    integer not null check (quantity > 0),
  primary key (case_number, position)
);

-- Entries are only added.
create table redress.timeline_entry (
  id          bigint generated always as identity primary key,
  case_number text not null references redress.complaint,
  at          timestamptz not null,
  actor       text not null,
  kind        text not null,
  text        text not null
);
create index on redress.timeline_entry (case_number);
