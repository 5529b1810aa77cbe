/** Starting up: settings that are refused, reasons why a start fails, and the one clock. */
package io.redress.core.startup;
