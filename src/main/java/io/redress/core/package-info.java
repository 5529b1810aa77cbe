/** What every wing speaks: words, refusals, amounts, locks, start-up. It knows no other wing and no engine. */
package io.redress.core;
