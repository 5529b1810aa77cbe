-- What-if: changed tables that were tried on the tape, and what would have changed. Nothing of it is live.
create table redress.what_if_run (
  id         uuid        primary key,
  status     text        not null check (status in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
  created_at timestamptz not null,
  created_by text        not null,
  -- Either the time in which cases were decided, or how many of those that were finished last.
  from_at    timestamptz,
  to_at      timestamptz,
  last       integer     check (last > 0),
  done       bigint      not null default 0,
  total      bigint      not null default 0,
  -- Why it failed.
  why        text,
  report     json,
  -- When its node last said that it is at it, by the database's clock, which no node moves.
  seen_at    timestamptz,
  started_at timestamptz,
  ended_at   timestamptz,
  check ((last is null) = (from_at is not null and to_at is not null)),
  check (from_at < to_at)
);
create index on redress.what_if_run (created_at);
create index on redress.what_if_run (status) where status in ('QUEUED', 'RUNNING');

create table redress.what_if_file (
  run     uuid  not null references redress.what_if_run on delete cascade,
  name    text  not null,
  content bytea not null,
  primary key (run, name)
);

-- The cases that would change or are undecided, as many as somebody may look through; the report counts all.
create table redress.what_if_case (
  run         uuid    not null references redress.what_if_run on delete cascade,
  list        text    not null check (list in ('CHANGED', 'UNDECIDED')),
  place       integer not null,
  case_number text    not null references redress.complaint on delete cascade,
  told        json    not null,
  primary key (run, list, place)
);
create index on redress.what_if_case (case_number);
