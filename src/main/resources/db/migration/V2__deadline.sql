create table redress.case_clock (
  id             bigint generated always as identity primary key,
  case_number    text not null references redress.complaint,
  kind           text not null,
  round          integer not null,
  started_at     timestamptz not null,
  budget_seconds bigint not null check (budget_seconds > 0),
  met_at         timestamptz,
  stopped_at     timestamptz,
  unique (case_number, kind, round)
);

-- A rung is climbed once, whoever tries, on whatever node.
create table redress.rung (
  clock_id   bigint not null references redress.case_clock,
  name       text not null,
  climbed_at timestamptz not null,
  primary key (clock_id, name)
);
