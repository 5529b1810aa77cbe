/** What customers write, by whatever door it comes in. */
package io.redress.conversation.incoming;
