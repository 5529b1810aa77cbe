-- A clock is a budget and a ledger of intervals: what is used, left and due is worked out from them, never stored.
create table redress.clock_interval (
  clock_id       bigint not null references redress.case_clock,
  position       integer not null,
  started_at     timestamptz not null,
  ended_at       timestamptz,
  calendar       text not null,
  budget_seconds bigint not null check (budget_seconds > 0),
  paused_because text,
  primary key (clock_id, position),
  check (ended_at >= started_at)
);

-- The last interval is open while the clock has not ended, and no other is.
create unique index clock_interval_open on redress.clock_interval (clock_id) where ended_at is null;

insert into redress.clock_interval (clock_id, position, started_at, ended_at, calendar, budget_seconds)
select id, 0, started_at, greatest(started_at, coalesce(met_at, stopped_at)), 'always', budget_seconds
  from redress.case_clock;

alter table redress.case_clock
  add column ladder text not null default 'standard',
  drop column started_at,
  drop column budget_seconds;

alter table redress.case_clock alter column ladder drop default;

-- The shop's own word for how important the customer is; the service levels ask for it.
alter table redress.complaint add column customer_tier text;
