/** Complaints that their customers take back. */
package io.redress.intake.withdrawal;
