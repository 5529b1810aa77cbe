/** The complaint: its file, its customer, what happened in it, and what its words mean. */
package io.redress.complaint;
