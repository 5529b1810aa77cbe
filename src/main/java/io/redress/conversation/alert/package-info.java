/** Mails to staff: digests in their working hours, alarms at once. */
package io.redress.conversation.alert;
