/** The case's number and its timeline, to which entries are only added. */
package io.redress.complaint.timeline;
