/** The tape of each case: what tables were asked and said, and what systems outside answered. */
package io.redress.redesign.tape;
