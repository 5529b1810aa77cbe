-- The line of the order that a complaint is about, where it was named and not only its article.
alter table redress.affected_item add column line integer check (line > 0);
