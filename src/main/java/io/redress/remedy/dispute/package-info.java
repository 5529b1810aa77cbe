/** Payments that customers' banks take back. */
package io.redress.remedy.dispute;
