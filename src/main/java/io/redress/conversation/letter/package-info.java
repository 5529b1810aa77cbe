/** Letters to customers: their words, in the reader's language. */
package io.redress.conversation.letter;
