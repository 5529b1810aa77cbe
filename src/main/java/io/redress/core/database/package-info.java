/** Our schema in the database, and locks that hold on all nodes. */
package io.redress.core.database;
