/** Webhooks: other systems that want to hear what happens in cases, and the signed events that leave to them. */
package io.redress.outside.webhook;
