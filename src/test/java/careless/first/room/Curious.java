package careless.first.room;

import careless.second.room.process.Glue;

/** A room that looks on another's shelf. */
record Curious(Glue glue) {}
