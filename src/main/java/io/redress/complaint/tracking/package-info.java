/** The unguessable address of a customer's own page. */
package io.redress.complaint.tracking;
