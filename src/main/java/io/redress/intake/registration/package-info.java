/** Taking a complaint in: case file, clocks and process come into being together, or not at all. */
package io.redress.intake.registration;
