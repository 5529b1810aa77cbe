/** How much each caller may ask in a second, on all nodes together. Knows no other room. */
package io.redress.limits;
