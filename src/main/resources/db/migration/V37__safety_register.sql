-- Accidents and dangers, one row for each case that tells of one. Rows are struck, never deleted.

create table redress.safety_record (
  id                uuid primary key,
  case_number       text not null unique references redress.complaint,
  reported_at       timestamptz not null,
  created_at        timestamptz not null,
  -- What a person wrote; missing while nobody has.
  article           text,
  batch             text,
  hazard            text,
  injury            text,
  -- The authority that was told of it, and when.
  authority         text,
  authority_told_at timestamptz,
  struck_at         timestamptz,
  struck_by         text,
  struck_because    text
);
create index on redress.safety_record (reported_at);

-- What was changed in a row, by whom; only added to.
create table redress.safety_record_change (
  id        bigint generated always as identity primary key,
  record_id uuid not null references redress.safety_record,
  at        timestamptz not null,
  by        text not null,
  field     text not null,
  before    text,
  after     text
);
create index on redress.safety_record_change (record_id);
