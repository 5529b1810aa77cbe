-- The payment provider's events that had their effect, so that each has it once. Old ones are deleted.
create table redress.stripe_event (
  id          text primary key,
  type        text not null,
  received_at timestamptz not null
);
create index on redress.stripe_event (received_at);

-- What customers' banks take back, as the provider told it last. Also where no case is about it yet: no refund of such a
-- payment is sent. An answer that was asked for earlier never overwrites one that was asked for later.
create table redress.dispute (
  id                text primary key,
  payment_reference text,
  charge            text,
  currency          text not null,
  amount            numeric not null,
  reason            text,
  state             text not null check (state in ('OPEN', 'WON', 'LOST')),
  evidence_due_at   timestamptz,
  opened_at         timestamptz not null,
  case_number       text references redress.complaint,
  asked_at          timestamptz not null
);
create index on redress.dispute (payment_reference);
create index on redress.dispute (charge);
create index on redress.dispute (case_number);

create index on redress.remedy (provider_reference);
create index on redress.complaint (payment_reference);

-- A case can have several clocks of a kind at once where each is about something else, such as a dispute.
alter table redress.case_clock add column subject text not null default '';
alter table redress.case_clock drop constraint case_clock_case_number_kind_round_key;
alter table redress.case_clock add unique (case_number, kind, round, subject);
