/**
 * The one answer to who may see a case, for every entry point: whoever a complaint accuses sees nothing of it, and
 * people see the cases of their teams.
 */
package io.redress.people.visibility;
