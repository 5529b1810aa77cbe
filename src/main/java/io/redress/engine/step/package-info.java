/** What a bean that diagrams name does there: the duty it fulfils, the variables it reads and writes, the errors it raises. */
package io.redress.engine.step;
