/** The customer's own page. */
package io.redress.intake.page;
