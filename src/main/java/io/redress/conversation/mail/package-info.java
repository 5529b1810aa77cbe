/** Mails handed over to the mail server. */
package io.redress.conversation.mail;
