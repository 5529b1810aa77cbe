-- What the customer writes when nothing in the case waits for it any more, until somebody has read it.
alter table redress.message
  add column after_end boolean not null default false,
  add column read_at timestamptz;
create index on redress.message (case_number) where after_end and read_at is null;

-- For whom somebody did it, where not for themselves: what staff pass on is never what the customer did.
alter table redress.timeline_entry add column on_behalf_of text;

-- Cases that were taken back and have not ended are looked for again and again.
create index on redress.complaint (withdrawal_requested_at)
  where withdrawal_requested_at is not null and status not in ('CLOSED', 'WITHDRAWN');
