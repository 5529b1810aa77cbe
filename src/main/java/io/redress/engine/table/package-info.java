/** Decision tables that managers change on a live system. */
package io.redress.engine.table;
