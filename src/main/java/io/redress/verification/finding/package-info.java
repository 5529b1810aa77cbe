/** What a handler finds, by the form <i>Verify complaint</i> and with a colleague's advice. */
package io.redress.verification.finding;
