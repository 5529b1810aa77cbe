-- Who asks for what is new since they last asked reads no more than that.
create index on redress.timeline_entry (at);
