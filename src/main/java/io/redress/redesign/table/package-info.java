/** The check of decision tables: what they say, whether they answer whatever they are asked, and always one thing. */
package io.redress.redesign.table;
