/** The customer of a complaint: mail address and phone, as they were given and as they are compared. */
package io.redress.complaint.customer;
