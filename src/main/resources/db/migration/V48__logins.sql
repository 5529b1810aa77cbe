-- Wrong passwords by name, address and place, counted for all nodes: a bucket that each fills by one and that drains.
-- Forgetting them in a crash harms nobody, and nothing of them has to be restored.
create unlogged table redress.login_failure (
  -- What they are counted for, and a hash of which one.
  key        text primary key,
  drained_at timestamptz not null
);
create index on redress.login_failure (drained_at);

-- From which addresses a login has worked: its owner's tries from there are not counted with other people's.
create table redress.login_address (
  name    text not null,
  address text not null,
  seen_at timestamptz not null,
  primary key (name, address)
);
create index on redress.login_address (address, seen_at desc);

-- What the marks of devices are signed with, the same for all nodes. A mark opens nothing by itself.
create table redress.login_secret (
  secret text not null
);
insert into redress.login_secret
select replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
