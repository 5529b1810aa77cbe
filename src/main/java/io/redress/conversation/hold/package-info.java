/** Letters that are held until a person lets them go. */
package io.redress.conversation.hold;
