-- What shop, payment provider and carrier said when they were last asked, as they said it.
create table redress.evidence (
  case_number text not null references redress.complaint,
  round       integer not null,
  facts       text not null,
  basis       text,
  gathered_at timestamptz not null,
  primary key (case_number, round)
);

create table redress.finding (
  id          bigint generated always as identity primary key,
  case_number text not null references redress.complaint,
  round       integer not null,
  subject     text not null,
  verdict     text not null,
  text        text not null,
  found_at    timestamptz not null
);
create index on redress.finding (case_number);

-- What a handler found, each time one looked.
create table redress.verdict (
  id               bigint generated always as identity primary key,
  case_number      text not null references redress.complaint,
  round            integer not null,
  verdict          text not null,
  cause            text,
  remedy_choice    text,
  refund_amount    numeric,
  reason           text,
  question         text,
  no_answer_reason text,
  found_by         text not null,
  found_at         timestamptz not null
);
create index on redress.verdict (case_number);
