/** What the shop itself knows of an order, and the warehouse that ships a replacement. */
package io.redress.order;
