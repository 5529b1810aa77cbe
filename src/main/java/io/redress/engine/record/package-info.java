/** What the engine tells to those who keep a record: the case and step at work, and what tables were asked and answered. */
package io.redress.engine.record;
