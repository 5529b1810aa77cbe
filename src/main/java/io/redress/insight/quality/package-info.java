/** How well we write: a lead draws letters by chance, scores them, and who signed them reads what the lead thought. */
package io.redress.insight.quality;
