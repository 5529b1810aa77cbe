/** Money given back, exactly once. */
package io.redress.remedy.refund;
