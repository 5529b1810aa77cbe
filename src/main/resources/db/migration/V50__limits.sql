-- What is left of each caller's limit, over all nodes. It is worth nothing after a crash, so it is not logged.
create unlogged table redress.rate_limit (
  id         text primary key,
  state      bytea,
  expires_at bigint
);
create index on redress.rate_limit (expires_at);
