/** The case file. Every other room may look in here; this room looks into no other. */
package io.redress.complaint;
