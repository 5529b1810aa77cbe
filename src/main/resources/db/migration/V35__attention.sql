-- What a case speaks of that a lead should look at before anything goes out by itself; it never changes what is owed.
create table redress.attention (
  case_number text        not null references redress.complaint (case_number),
  reason      text        not null,
  why         text        not null,
  since       timestamptz not null,
  primary key (case_number, reason)
);
-- The days on which the customer wrote or called in a case.
create table redress.customer_day (
  case_number text not null references redress.complaint (case_number),
  day         date not null,
  primary key (case_number, day)
);
