-- A replacement's parcel, watched from its tracking code to the door.
create table redress.parcel_watch (
  remedy_id     uuid primary key references redress.remedy,
  case_number   text not null references redress.complaint,
  tracking_code text not null,
  -- By when the carrier should have scanned it for the first time.
  scan_due_at   timestamptz not null,
  -- The latest that the carrier said, in our words; null before it was asked.
  state         text,
  -- What is wrong with it, while a person has to look; null otherwise.
  trouble       text,
  -- When a person found that it is on its way after all.
  found_at      timestamptz,
  started_at    timestamptz not null,
  ended_at      timestamptz
);
create index on redress.parcel_watch (tracking_code);
