/** The systems outside: shop, warehouse, payment provider and carrier, each behind a port of ours. */
package io.redress.outside;
