/** Open cases of another system, brought over from a file. */
package io.redress.intake.takeover;
