/** The case file, which guards its own state. */
package io.redress.complaint.file;
