/** The remedy table's answer, turned into a decision and into proposals. */
package io.redress.remedy.decision;
