-- What happened in a case that a law counts from. An event comes again once what it led to is over.
create table redress.legal_event (
  case_number text not null references redress.complaint,
  event       text not null,
  turn        integer not null check (turn > 0),
  happened_at timestamptz not null,
  noted_by    text not null,
  noted_at    timestamptz not null,
  primary key (case_number, event, turn)
);

-- What a row of legal-deadline.dmn said when it put a clock on a case; a later version of the table changes nothing of it.
create table redress.legal_clock (
  clock_id     bigint primary key references redress.case_clock,
  event        text not null,
  turn         integer not null,
  name         text not null,
  country      text not null,
  source       text not null,
  letter_parts text not null,
  keep_until   date
);
