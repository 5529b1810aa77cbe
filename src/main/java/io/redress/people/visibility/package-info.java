/**
 * Who may see a case. It is the one answer to that question for every door: whom a complaint accuses sees nothing of
 * it, and people see the cases of their teams.
 */
package io.redress.people.visibility;
