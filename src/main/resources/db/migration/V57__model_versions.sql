-- Every diagram, table and form that was ever put live. The engine has them, too, as long as nobody deletes a deployment
-- there; who, why and from where it cannot keep.
create table redress.model_content (
  sha256  bytea primary key,
  content bytea not null
);

create table redress.model_version (
  -- Later versions have higher ones.
  id            integer generated always as identity primary key,
  file          text        not null,
  -- The engine's; it may be gone there.
  deployment_id text        not null,
  -- What the file defines, such as process:complaintResolution. A version is live as long as the engine knows no newer
  -- definition of one of these, whatever the names of the files.
  defines       text[]      not null check (cardinality(defines) > 0),
  sha256        bytea       not null references redress.model_content,
  source        text        not null check (source in ('SHIPPED', 'DEPLOYED', 'RESTORED')),
  -- Where it was put live: Modeler, another client of the engine's interface, a release, the page or our API.
  origin        text        not null check (origin in ('MODELER', 'REST', 'RELEASE', 'PAGE', 'API')),
  -- Null for a release, and where the engine no longer knows.
  put_live_by   text,
  put_live_at   timestamptz not null,
  -- Null until somebody gives one: Modeler asks for none.
  reason        text,
  reason_by     text,
  unique (deployment_id, file)
);

create index on redress.model_version (file, id);

create function redress.keep_model_version() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.reason is null and new.reason is not null
      and (to_jsonb(old) - 'reason' - 'reason_by') = (to_jsonb(new) - 'reason' - 'reason_by') then
    return new;
  end if;
  raise exception 'Rows of % stay as they are, but for a reason that was missing', tg_table_name
    using errcode = 'check_violation';
end $$;

create trigger model_version_stays before update or delete on redress.model_version
  for each row execute function redress.keep_model_version();
create trigger model_version_remains before truncate on redress.model_version
  for each statement execute function redress.refuse_change();
create trigger model_content_stays before update or delete on redress.model_content
  for each row execute function redress.refuse_change();
create trigger model_content_remains before truncate on redress.model_content
  for each statement execute function redress.refuse_change();

-- What the release ships that started last, and who decided to keep their own version beside it. A change of what is
-- shipped asks anew.
create table redress.shipped_model (
  file    text primary key,
  defines text[] not null,
  sha256  bytea  not null references redress.model_content,
  kept_by text,
  kept_at timestamptz,
  reason  text
);

-- What was checked on the page and not put live yet, for a day.
create table redress.model_draft (
  id      uuid        not null,
  file    text        not null,
  content bytea       not null,
  made_by text        not null,
  made_at timestamptz not null,
  primary key (id, file)
);
