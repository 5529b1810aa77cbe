-- Remedies that are still to be brought about are looked for again and again, among all that there ever were.
create index on redress.remedy (case_number) where status in ('PROPOSED', 'APPROVED');
drop index redress.remedy_case_number_idx1;

-- The register of promises asks for those that were given in some time.
create index on redress.clock_interval (started_at) where position = 0;
