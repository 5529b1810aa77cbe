-- The latest cases with a trait in common are read from an index, however many there are.
alter table redress.case_trait add column opened_at timestamptz;
update redress.case_trait trait set opened_at = complaint.created_at
  from redress.complaint where complaint.case_number = trait.case_number;
alter table redress.case_trait alter column opened_at set not null;
create index on redress.case_trait (kind, hash, opened_at, case_number);
drop index redress.case_trait_kind_hash_idx;
