/** What the payment provider knows of a payment, and the way back of the money. */
package io.redress.outside.payment;
