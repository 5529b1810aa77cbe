/** Absences: who does whose work while they are away. */
package io.redress.people.absence;
