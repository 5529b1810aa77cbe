package io.redress.outside.order.shop;

import io.redress.outside.order.Fulfilment;
import io.redress.outside.order.OrderSource;

/** The shop: its order book and its warehouse behind one address. */
interface Shop extends OrderSource, Fulfilment {}
