-- Contacts are found again by what they mean: the mailbox, and the number to dial. The application fills these columns
-- whenever it stores a case; here they are filled as far as SQL can read a contact.
alter table redress.complaint add column customer_mailbox text;
alter table redress.complaint add column customer_dialling text;
-- The country whose phone numbers the customer writes without a prefix, once an order of theirs tells it.
alter table redress.complaint add column phone_region text;

update redress.complaint
   set customer_mailbox = translate(trim(customer_email), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')
 where customer_email like '%@%';

update redress.complaint
   set customer_dialling = case when customer_phone like '+%' then '+' else '' end
         || regexp_replace(replace(customer_phone, '(0)', ''), '[^0-9]', '', 'g')
 where customer_phone ~ '[0-9]{3}';

create index on redress.complaint (customer_mailbox);
create index on redress.complaint (customer_dialling);
-- Whatever was given is kept, so it may be longer than an index takes.
drop index redress.complaint_lower_idx;
drop index redress.complaint_customer_phone_idx;

-- What an import keeps although it cannot be read.
alter table redress.import add column warnings jsonb not null default '[]';
