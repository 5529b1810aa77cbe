-- Time that has passed stays counted by the calendar that was in force, whatever becomes of the calendar later.
-- The configuration's calendars become versions too, for which nobody is named.
alter table redress.business_calendar alter column changed_by drop not null;

-- None for the wall clock, and where the configuration's calendar was in force before its versions were kept.
alter table redress.clock_interval add column calendar_version bigint references redress.business_calendar;

update redress.clock_interval i
   set calendar_version = (select max(b.id) from redress.business_calendar b
                            where b.name = i.calendar and b.changed_at <= i.started_at);

-- What the customer was told, where a changed calendar has made the clock due later since: it still is a promise.
alter table redress.case_clock add column told_until timestamptz;

-- A walk through all open cases, after calendars or the ladder changed, that lets their clocks and timers follow.
create table redress.retiming (
  id         bigint generated always as identity primary key,
  -- What is in force, as io.redress.deadline.RetimingWalk writes it.
  rules      text not null,
  started_at timestamptz not null,
  last_case  text not null default '',
  cases      integer not null default 0,
  done_at    timestamptz
);

create index case_clock_running on redress.case_clock (case_number) where met_at is null and stopped_at is null;
