/** Open cases that are moved to another version of a diagram, and a look beforehand at what that does to them. */
package io.redress.redesign.migration;
