-- Cases that another system had before.
alter table redress.complaint add column imported_from text;
alter table redress.complaint add column acknowledged_before timestamptz;
create unique index on redress.complaint (imported_from, external_id) where imported_from is not null;

create table redress.import (
  id          uuid primary key,
  source      text not null,
  digest      text not null,
  format      text not null,
  dry_run     boolean not null,
  created_by  text not null,
  created_at  timestamptz not null,
  state       text not null check (state in ('CHECKED', 'REFUSED', 'RUNNING', 'DONE')),
  total       integer not null check (total >= 0),
  known       integer not null check (known >= 0),
  refused     jsonb not null,
  -- The file of a dry run that found nothing to refuse, until it has been imported or a day has passed.
  content     bytea,
  finished_at timestamptz
);
create index on redress.import (created_at);
create index on redress.import (source, digest);
-- The same file is on its way once, whoever sends it to whatever node.
create unique index on redress.import (source, digest) where state = 'RUNNING';

-- What is left of a run to do, row by row; a node that dies gives its row back by rolling back.
create table redress.import_row (
  import_id   uuid not null references redress.import,
  number      integer not null,
  external_id text not null,
  content     jsonb,
  state       text not null check (state in ('waiting', 'imported', 'known', 'failed')),
  attempts    integer not null default 0,
  failure     text,
  case_number text references redress.complaint,
  primary key (import_id, number)
);
create index on redress.import_row (import_id, attempts, number) where state = 'waiting';
