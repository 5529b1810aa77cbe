-- Every message to and from a customer, and every alert to a member of staff. Rows are never deleted.
create table redress.message (
  id              uuid primary key,
  -- The order in which they were written.
  position        bigint generated always as identity,
  case_number     text not null references redress.complaint,
  round           integer not null,
  direction       text not null check (direction in ('IN', 'OUT', 'STAFF')),
  kind            text not null,
  -- What makes a message the same one, however often the step that writes it is repeated.
  dedup           text not null,
  recipient       text,
  locale          text not null,
  -- Who speaks: a user id, or "redress".
  signed_by       text,
  subject         text not null,
  -- What is said, without what only a mail needs around it.
  words           text not null,
  body_text       text not null,
  body_html       text not null,
  status          text not null
    check (status in ('DUE', 'SENDING', 'SENT', 'TELL', 'TOLD', 'RECEIVED', 'FAILED')),
  attempts        integer not null default 0,
  next_attempt_at timestamptz not null,
  created_at      timestamptz not null,
  done_at         timestamptz,
  unique (case_number, kind, dedup)
);
create index on redress.message (next_attempt_at) where direction = 'STAFF' and status = 'DUE';
