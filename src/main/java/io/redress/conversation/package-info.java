/** What is said to customers and by them, and to staff about a case. */
package io.redress.conversation;
