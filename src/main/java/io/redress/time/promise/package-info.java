/** Promises to customers: those in danger, those that take their place, and what became of all of them. */
package io.redress.time.promise;
