-- What the shop's books are told: one event for each remedy that was settled, one more if it came back. Rows stay.
create table redress.books_event (
  -- The same over all attempts, made from remedy and type.
  id              uuid primary key,
  position        bigint generated always as identity,
  remedy_id       uuid not null references redress.remedy,
  type            text not null check (type in ('remedy.settled', 'remedy.reversed')),
  -- As it is sent, to the letter.
  body            text not null,
  attempts        integer not null default 0,
  next_attempt_at timestamptz not null,
  -- Why the last attempt failed.
  problem         text,
  created_at      timestamptz not null,
  -- When the books took it.
  done_at         timestamptz,
  unique (remedy_id, type)
);
create index on redress.books_event (next_attempt_at) where done_at is null;
