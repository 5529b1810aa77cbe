/** Payments as the provider knows them, and refunds. */
package io.redress.outside.payment;
