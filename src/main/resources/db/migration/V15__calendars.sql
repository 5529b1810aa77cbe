-- Business calendars as managers changed them on the running system. Rows are only added: the newest of a name that can
-- be read is in force, in place of the configured one.
create table redress.business_calendar (
  id         bigint generated always as identity primary key,
  name       text not null,
  -- As io.redress.deadline.CalendarDefinition writes it.
  definition json not null,
  changed_by text not null,
  changed_at timestamptz not null
);
