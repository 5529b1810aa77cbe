-- Letters that a lead drew to look at, and what they thought of them.
create table redress.letter_sample (
  id          uuid primary key,
  message_id  uuid not null unique references redress.message,
  case_number text not null references redress.complaint,
  -- Who signed the letter.
  handler     text not null,
  drawn_by    text not null,
  drawn_at    timestamptz not null,
  score       smallint check (score between 1 and 5),
  comment     text,
  scored_by   text,
  scored_at   timestamptz,
  check ((score is null) = (scored_by is null) and (score is null) = (scored_at is null)),
  check (scored_by <> handler)
);
create index on redress.letter_sample (handler, scored_at);
create index on redress.letter_sample (drawn_at);
