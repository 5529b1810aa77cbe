/** What we owe and how it is made good: the remedy ledger, who may approve, and the switch that holds it all. */
package io.redress.remedy;
