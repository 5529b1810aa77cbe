/** What is said to customers and by them, and to staff about a case: in their language, once, and never lost. */
package io.redress.correspondence;
