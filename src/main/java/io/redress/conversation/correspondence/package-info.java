/** What is said to the customer of a case, in each of its steps. */
package io.redress.conversation.correspondence;
