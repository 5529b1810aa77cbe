-- What a customer is told in place of a promise that may not be kept. It is written before the message is, so that a second
-- attempt names the same instant, and once for each promise.
create table redress.holding_promise (
  clock_id       bigint primary key references redress.case_clock,
  case_number    text not null references redress.complaint,
  round          integer not null,
  turn           integer not null check (turn > 0),
  promised_until timestamptz not null,
  basis          text not null,
  written_at     timestamptz not null,
  message_id     uuid unique references redress.message,
  given_at       timestamptz
);
create index on redress.holding_promise (case_number);

-- The history that an honest promise is taken from, and the register of promises.
create index on redress.case_clock (kind, met_at) where met_at is not null;
create index on redress.clock_interval (started_at) where position = 0;
