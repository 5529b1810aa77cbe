-- Moves of open cases to another version of a diagram, and trials of them.
create table redress.migration (
  id           uuid        primary key,
  process      text        not null,
  to_version   integer     not null references redress.model_version,
  -- Only the cases of this version; null for those of any.
  from_version integer     references redress.model_version,
  -- The engine's id of the version that they go to.
  definition   text        not null,
  dry_run      boolean     not null,
  reason       text,
  created_at   timestamptz not null,
  created_by   text        not null,
  cancelled_at timestamptz
);
create index on redress.migration (created_at);

-- Each case whole: all processes of it that run by the diagram.
create table redress.migration_case (
  migration   uuid    not null references redress.migration on delete cascade,
  place       integer not null,
  -- Null where a process is about no case.
  case_number text    references redress.complaint on delete cascade,
  instances   text[]  not null,
  -- Null as long as it has not been looked at.
  verdict     text    check (verdict in ('STAYS', 'MOVES', 'CANNOT')),
  why         json,
  timers      json,
  tries       integer not null default 0,
  -- By the database's clock, which no node moves.
  next_try_at timestamptz,
  primary key (migration, place)
);
create index on redress.migration_case (migration, place) where verdict is null;
create index on redress.migration_case (case_number);
