-- Alerts wait for their recipient's working hours, and go out with whatever else waits for the same person by then.

-- One mail to a member of staff, with one alert or several. Its id is its Message-ID at every attempt.
create table redress.staff_mail (
  id              uuid primary key,
  recipient       text not null,
  -- The login, where it is known.
  person          text,
  status          text not null check (status in ('DUE', 'SENT', 'FAILED', 'DROPPED')),
  attempts        integer not null default 0,
  next_attempt_at timestamptz not null,
  created_at      timestamptz not null,
  done_at         timestamptz
);
-- One at a time for each person, on whatever node: what comes up meanwhile goes into the next one.
create unique index staff_mail_under_way on redress.staff_mail (recipient) where status = 'DUE';
create index on redress.staff_mail (recipient, created_at);

-- Of an alert: the first instant at which its recipient may hear of it. It is tried again with its mail.
alter table redress.message rename column next_attempt_at to not_before;
alter table redress.message
  drop column attempts,
  -- Whose alert it is, where it is an alert.
  add column person text,
  -- The clock that it is about; it is not sent once that has ended.
  add column clock_id bigint references redress.case_clock,
  -- When that was due as the alert was written: the most urgent ones are listed first.
  add column due_at timestamptz,
  -- The mail that it goes out with; its composition never grows, so that no attempt hides an alert.
  add column staff_mail uuid references redress.staff_mail,
  drop constraint message_status_check,
  add constraint message_status_check
    check (status in ('DUE', 'SENDING', 'SENT', 'TELL', 'TOLD', 'RECEIVED', 'FAILED', 'DROPPED'));
create index on redress.message (recipient, clock_id) where direction = 'STAFF' and status = 'DUE';
create index on redress.message (staff_mail) where staff_mail is not null;

-- Whose open cases move when somebody is away, and whether they are.
create index on redress.complaint (owner) where owner is not null and status not in ('CLOSED', 'WITHDRAWN');
create index on redress.deputy (person, ends_at) where ended_at is null;
