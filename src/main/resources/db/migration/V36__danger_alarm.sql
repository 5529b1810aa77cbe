-- Who is told of people in danger, and how often: until somebody has taken it on, or has said that nobody is.

create table redress.danger (
  case_number   text primary key references redress.complaint,
  danger        text not null check (danger in ('NONE', 'POSSIBLE', 'CERTAIN')),
  -- What was recognised, in whose words; for people.
  why           text not null,
  -- Since when it is as grave as this; a claim counts from then on.
  since         timestamptz not null,
  -- Who said which it is, where a person did.
  said_by       text,
  said_at       timestamptz,
  claimed_by    text,
  claimed_at    timestamptz,
  -- How often the alarm was given since then; each turn is told once, by whatever node.
  turn          integer not null default 0,
  -- Missing where no alarm is to be given any more.
  next_alarm_at timestamptz
);
create index on redress.danger (next_alarm_at) where next_alarm_at is not null;

-- Whether nobody has taken it on yet, also in a case that has ended.
alter table redress.complaint add column danger_open boolean not null default false;
-- How far up a list a case belongs.
alter table redress.complaint add column danger_rank smallint not null generated always as (
  case when danger = 'NONE' or status in ('CLOSED', 'WITHDRAWN') and not danger_open then 0
       when danger = 'CERTAIN' then 2 else 1 end) stored;
create index on redress.complaint (danger_rank desc, created_at desc, case_number desc);

-- An alarm does not wait for other news, nor behind a mail that is put off.
alter table redress.staff_mail add column urgent boolean not null default false;
drop index redress.staff_mail_under_way;
create unique index staff_mail_under_way on redress.staff_mail (recipient) where status = 'DUE' and not urgent;
create index on redress.staff_mail (next_attempt_at) where status = 'DUE' and urgent;
