/** Evidence: what order, payment and carrier say of a claim, and what a handler finds where that is not enough. */
package io.redress.verification;
