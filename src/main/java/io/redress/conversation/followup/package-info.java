/** Whether all is well after a complaint was settled, and what follows where it is not. */
package io.redress.conversation.followup;
