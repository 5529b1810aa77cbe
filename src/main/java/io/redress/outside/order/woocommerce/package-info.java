/**
 * WooCommerce's REST API, version 3, spoken from our side: its orders as evidence, its zero-price orders as
 * replacements.
 */
package io.redress.outside.order.woocommerce;
