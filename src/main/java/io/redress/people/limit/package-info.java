/** Limits: how much each caller may ask in a second, on all nodes together. */
package io.redress.people.limit;
