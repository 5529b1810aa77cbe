/** The triage table: how grave, how urgent, whose, and whether evidence alone decides. */
package io.redress.verification.triage;
