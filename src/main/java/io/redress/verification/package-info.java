/** Verification: what order, payment and carrier say of a claim, and what a person finds. */
package io.redress.verification;
