-- What a customer said when we asked whether all is well; once per round of the case.
create table redress.survey (
  case_number text not null references redress.complaint,
  round       integer not null,
  resolved    boolean not null,
  score       integer check (score between 0 and 10),
  comment     text check (length(comment) <= 4000),
  answered_at timestamptz not null,
  primary key (case_number, round)
);
