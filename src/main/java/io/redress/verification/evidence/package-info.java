/** Evidence: facts that shop, payment provider and carrier were asked for, kept as they were. */
package io.redress.verification.evidence;
