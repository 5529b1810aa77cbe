-- The audience that was asked for advice; null of every other clock.
alter table redress.case_clock add column adviser text;

-- It stood in the subject behind the request, and is read back for the last time.
update redress.case_clock
   set adviser = substring(subject from position(' ' in subject) + 1)
 where kind = 'ADVICE' and position(' ' in subject) > 0;
