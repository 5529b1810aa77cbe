/** Goods that come back, and the money that waits for them. */
package io.redress.remedy.returns;
