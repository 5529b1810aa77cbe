-- Files of the lexicon that managers stored, every version of them; the newest of a name is in force, and where there is
-- none, the one that came with the release.
create table redress.lexicon_file (
  id           bigint generated always as identity primary key,
  name         text        not null,
  version      integer     not null,
  text         text        not null,
  shipped_text text        not null,
  changed_by   text        not null,
  changed_at   timestamptz not null,
  unique (name, version)
);
comment on column redress.lexicon_file.shipped_text is
  'what the release brought under this name when it was stored, to tell managers when a later release brings another';
