-- Complaints about our own staff: whom they accuse sees nothing of them.
create table redress.shield (
  case_number text primary key references redress.complaint (case_number),
  standing text not null,
  why text not null,
  since timestamptz not null,
  times integer not null default 1,
  decided_by text,
  reason text,
  decided_at timestamptz
);
comment on column redress.shield.standing is 'OPEN: a lead has to say whom it is about; NAMED: a lead did; LIFTED: it is about nobody of ours';

create table redress.accused (
  case_number text not null references redress.shield (case_number),
  login text not null,
  named boolean not null default false,
  cleared boolean not null default false,
  primary key (case_number, login)
);
comment on column redress.accused.named is 'whether a lead said so; else the text proposes it';
comment on column redress.accused.cleared is 'whether a lead said that it is not about them';
create index accused_login on redress.accused (login) where not cleared;
create index shield_open on redress.shield (case_number) where standing = 'OPEN';
