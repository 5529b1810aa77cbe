/** Time: when people work, what was promised by when, and who hears of it when it is late. */
package io.redress.time;
