/**
 * The basics that every wing uses: words, refusals, amounts, locks, start-up. It depends on no other wing and on no
 * engine.
 */
package io.redress.core;
