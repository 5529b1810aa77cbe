/** Input from outside: problems with it, the refusal that names them, and the bounds of what is read at all. */
package io.redress.core.input;
