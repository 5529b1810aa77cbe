/** Notices to staff about cases. */
package io.redress.people.staff;
