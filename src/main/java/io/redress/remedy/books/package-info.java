/** Tells the shop's books of every remedy that was settled or came back, signed, until they have it. */
package io.redress.remedy.books;
