/** What the shop knows of an order, and the warehouse that ships a replacement. */
package io.redress.outside.order;
