-- Whether a complaint tells of people who are hurt or in danger.
alter table redress.complaint add column danger text not null default 'NONE';
