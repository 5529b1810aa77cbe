/** Time: when people work, what was promised by when, and who is told when it is late. */
package io.redress.time;
