/** Running processes that go on by another version of their diagram, as if they had begun by it. */
package io.redress.engine.migration;
