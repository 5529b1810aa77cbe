/** Our small REST contract with the shop and its warehouse, spoken from our side. */
package io.redress.outside.order.shop;
