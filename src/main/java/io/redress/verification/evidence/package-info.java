/** Evidence: facts that shop, payment provider and carrier told, kept as they were. */
package io.redress.verification.evidence;
