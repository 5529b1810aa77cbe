/** Orders as the shop knows them, and the warehouse that ships a replacement. */
package io.redress.outside.order;
