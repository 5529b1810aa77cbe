create table redress.idempotent_request (
  client      text not null,
  key         text not null,
  fingerprint text not null,
  started_at  timestamptz not null,
  status      integer,
  location    text,
  body        text,
  primary key (client, key)
);

-- What the client was answered, to be answered again to the letter.
create table redress.registration (
  case_number text primary key references redress.complaint,
  body        text not null
);
