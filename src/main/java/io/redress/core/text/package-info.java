/** Texts that people wrote, and the words of the contract. */
package io.redress.core.text;
