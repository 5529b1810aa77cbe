/** Goods sent again, exactly once, and followed to the customer's door. */
package io.redress.remedy.replacement;
