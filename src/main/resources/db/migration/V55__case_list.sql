-- Cases are found by the name of their customer and by the group that works on them, however many there are.
create index on redress.complaint (lower(customer_name)) where customer_name is not null;
create index on redress.complaint (team, created_at);

-- The one by case number and id serves as well.
drop index redress.timeline_entry_case_number_idx;
