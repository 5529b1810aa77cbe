-- The tape: what each transaction of a case decided by tables, and what systems outside answered in it. Facts, rows and
-- keys only: who the customer is and what they wrote stands in the case file, what the shop said in the evidence.
create table redress.tape (
  -- Later rows of a case have higher ones.
  id          bigint generated always as identity,
  case_number text        not null references redress.complaint on delete cascade,
  at          timestamptz not null,
  -- One place for each decision, in order: the table and its version, such as remedy:3; the process, its version and the
  -- step that asked, empty outside of a diagram; and the facts and the rows that fired, as JSON. They stand apart so that
  -- the decisions of one table are had without reading the others, and equal ones are equal texts.
  tables      text[]      not null,
  steps       text[]      not null,
  decisions   text[]      not null,
  -- Null where nothing was asked outside.
  answers     json,
  primary key (case_number, id),
  check (cardinality(tables) = cardinality(steps) and cardinality(tables) = cardinality(decisions)),
  check (cardinality(tables) > 0 or answers is not null)
);

-- Rows come in the order of time, so a range of pages is a range of time, and this costs next to nothing to write. Tables
-- have no index: each version is in force for a time.
create index tape_at on redress.tape using brin (at) with (autosummarize = on);

-- A row stays as it is for as long as its case is there, and goes with it.
create function redress.keep_tape() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    if not exists (select from redress.complaint where case_number = old.case_number) then
      return old;
    end if;
  end if;
  raise exception 'Rows of % are only added, and go with their case', tg_table_name using errcode = 'check_violation';
end $$;

create trigger tape_stays before update or delete on redress.tape
  for each row execute function redress.keep_tape();
create trigger tape_remains before truncate on redress.tape
  for each statement execute function redress.refuse_change();
