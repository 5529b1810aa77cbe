-- Who had a case, in which round, and how. Entries are only added.
create table redress.holder (
  case_number text not null references redress.complaint,
  round       integer not null,
  person      text not null,
  how         text not null,
  at          timestamptz not null,
  primary key (case_number, person, round, how)
);

insert into redress.holder (case_number, round, person, how, at)
select case_number, round, found_by, 'JUDGED', min(found_at) from redress.verdict
 where found_by is not null group by case_number, round, found_by;
