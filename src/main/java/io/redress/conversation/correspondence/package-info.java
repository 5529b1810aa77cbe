/** What is said to a customer and by them: written down, sent once, held, told in person, never lost. */
package io.redress.conversation.correspondence;
