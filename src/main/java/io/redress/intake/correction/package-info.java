/** Corrections of who the customer of a case is and where they are reached. */
package io.redress.intake.correction;
