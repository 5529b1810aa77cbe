/** Payments at Stripe, asked and ordered with stripe-java. */
package io.redress.outside.payment.stripe;
