-- How often each job of the engine has failed, by kind of failure; a row goes with its job.
create table redress.job_failure (
  job_id    text primary key,
  since     timestamptz not null,
  kind      text not null check (kind in ('OUTAGE', 'CONFLICT', 'FAULT')),
  words     text not null,
  detail    text not null,
  outages   integer not null check (outages >= 0),
  faults    integer not null check (faults >= 0),
  conflicts integer not null check (conflicts >= 0)
);
create index on redress.job_failure (since) where kind = 'OUTAGE';

-- Steps that nothing moves by itself, each with the person's task that stands beside it. "branch" names what stands still: a
-- job, an execution, a process instance or a whole case; two open tasks about one are impossible.
create table redress.mending (
  id           uuid primary key,
  branch       text not null,
  cause        text not null,
  case_number  text references redress.complaint,
  process_key  text not null,
  instance_id  text,
  execution_id text,
  activity_id  text,
  job_id       text,
  step         text not null,
  reason       text not null,
  detail       text not null,
  since        timestamptz not null,
  attempts     integer not null,
  opened_at    timestamptz not null,
  task_process text,
  state        text not null default 'OPEN'
               check (state in ('OPEN', 'TRY_AGAIN', 'DECIDE_BY_HAND', 'GO_ON', 'GONE')),
  ended_at     timestamptz,
  ended_by     text,
  note         text,
  check ((state = 'OPEN') = (ended_at is null))
);
create unique index mending_open on redress.mending (branch) where state = 'OPEN';
create index mending_case on redress.mending (case_number, opened_at);
