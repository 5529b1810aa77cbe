package careless.second.other;

import careless.first.other.Lower;

/** A room that needs the other wing, while the other wing needs this one. */
record Upper(Lower lower) {}
