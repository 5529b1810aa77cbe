-- Where other systems want to hear what happens in cases.
create table redress.webhook (
  name            text        primary key,
  url             text        not null,
  -- The types of events that it wants, in their words.
  events          text[]      not null,
  -- What everything that leaves to it is signed with. It has to be known as it is, so whoever reads this table can sign.
  secret          text        not null,
  -- The secret before, which signs as well until the other side has the new one.
  previous_secret text,
  previous_until  timestamptz,
  created_at      timestamptz not null,
  changed_at      timestamptz not null,
  changed_by      text        not null,
  check ((previous_secret is null) = (previous_until is null))
);

-- The number of the last event of a case that was written down for a webhook. Its row is locked until that is committed, so
-- that numbers have no gaps and stand in the order in which the events leave.
create table redress.webhook_sequence (
  webhook     text    not null,
  case_number text    not null,
  last        integer not null,
  primary key (webhook, case_number)
);

alter table redress.outbox_entry
  -- The status of the last answer; none where none came.
  add column last_status integer,
  -- When somebody last had it sent once more, and who.
  add column replayed_at timestamptz,
  add column replayed_by text;
-- What has left to a destination is looked at, newest first.
create index on redress.outbox_entry (destination, position desc) where destination like 'webhook:%';
