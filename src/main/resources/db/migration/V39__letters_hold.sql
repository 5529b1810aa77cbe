-- Letters to the customer that are held until a person lets them go.
create table redress.letters_hold (
  id bigint generated always as identity primary key,
  case_number text not null references redress.complaint (case_number),
  reason text not null,
  note text,
  held_by text not null,
  held_at timestamptz not null,
  let_go_by text,
  let_go_at timestamptz,
  let_go_reason text
);
create unique index letters_hold_open on redress.letters_hold (case_number) where let_go_at is null;

alter table redress.message
  drop constraint message_status_check,
  add constraint message_status_check
    check (status in ('DUE', 'SENDING', 'SENT', 'TELL', 'TOLD', 'RECEIVED', 'FAILED', 'DROPPED', 'HELD'));
-- Whether it waited, so that a crash while it is sent at last does not lose it.
alter table redress.message add column was_held boolean not null default false;
