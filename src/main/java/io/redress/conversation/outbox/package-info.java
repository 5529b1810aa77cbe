/** What goes out to customers: written down before it is sent, and sent once. */
package io.redress.conversation.outbox;
