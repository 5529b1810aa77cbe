/** The plan of what will be made good: shown before it is decided, written down by <i>Decide remedy</i>. */
package io.redress.remedy.plan;
