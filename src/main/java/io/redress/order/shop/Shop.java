package io.redress.order.shop;

import io.redress.order.Fulfilment;
import io.redress.order.OrderSource;

/** The shop: its order book and its warehouse behind one address. */
interface Shop extends OrderSource, Fulfilment {}
