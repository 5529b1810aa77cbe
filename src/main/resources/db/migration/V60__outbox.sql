-- What leaves to other systems: written down with what happened, sent afterwards, one after the other for each case.
-- Rows stay.
create table redress.outbox_entry (
  -- The order in which the entries of a case leave to a destination.
  position        bigint      primary key,
  destination     text        not null,
  -- The same over all attempts; by it a destination knows what it has already.
  id              uuid        not null,
  case_number     text        not null,
  type            text        not null,
  -- As it is sent, to the letter.
  body            text        not null,
  created_at      timestamptz not null,
  attempts        integer     not null default 0,
  next_attempt_at timestamptz not null,
  -- Why the last attempt failed.
  problem         text,
  -- Whoever is sending it, and until when nobody else may; by the database's clock, which no node moves.
  claimed_by      uuid,
  claimed_until   timestamptz,
  -- When the destination took it, or somebody decided that it never leaves.
  done_at         timestamptz,
  skipped_by      text,
  skip_reason     text,
  unique (destination, id),
  check ((claimed_by is null) = (claimed_until is null)),
  constraint skipped_by_somebody_for_a_reason
    check ((skipped_by is null) = (skip_reason is null) and (skipped_by is null or done_at is not null))
);
create index on redress.outbox_entry (destination, next_attempt_at) where done_at is null;
create index on redress.outbox_entry (destination, case_number, position) where done_at is null;

-- What holds for all entries of a destination.
create table redress.outbox_destination (
  name        text        primary key,
  -- It asked not to be sent anything before.
  rests_until timestamptz,
  -- When staff were last told that entries do not leave.
  told_at     timestamptz
);

insert into redress.outbox_entry (position, destination, id, case_number, type, body, created_at, attempts,
  next_attempt_at, problem, done_at)
select e.position, 'books', e.id, r.case_number, e.type, e.body, e.created_at, e.attempts,
  e.next_attempt_at, e.problem, e.done_at
  from redress.books_event e join redress.remedy r on r.id = e.remedy_id;

create sequence redress.outbox_position owned by redress.outbox_entry.position;
select setval('redress.outbox_position', coalesce(max(position), 0) + 1, false) from redress.outbox_entry;

drop table redress.books_event;

-- Without it an entry could get a lower position than one that is committed, and may have left, before it: whoever
-- writes the next one of a case waits until the one before is committed.
create function redress.outbox_in_turn() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('outbox of ' || new.destination || ' for ' || new.case_number, 0));
  new.position := nextval('redress.outbox_position');
  return new;
end $$;
create trigger outbox_entry_in_turn before insert on redress.outbox_entry
  for each row execute function redress.outbox_in_turn();
