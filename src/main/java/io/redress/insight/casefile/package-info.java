/** The whole case on one page, for forms and for Tasklist's cards. */
package io.redress.insight.casefile;
