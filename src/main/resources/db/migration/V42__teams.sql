-- The teams that cases belong to. Each is a group of the engine with the same id, which holds its members.
create table redress.team (
  id         text primary key,
  name       text not null,
  markets    text[] not null,
  languages  text[] not null,
  calendar   text not null,
  -- null for the installation's own
  zone       text,
  lead       text,
  deputies   text[] not null,
  overflow   boolean not null,
  changed_by text,
  changed_at timestamptz
);

-- One team takes what nobody else can.
create unique index on redress.team (overflow) where overflow;

insert into redress.team (id, name, markets, languages, calendar, deputies, overflow)
values ('handlers', 'Case handlers', '{}', '{}', 'standard', '{}', true);

alter table redress.complaint
  add column serving_team   text not null default 'handlers' references redress.team,
  add column team_chosen_by text,
  add column overflowed     boolean not null default false;
create index on redress.complaint (serving_team, created_at);
