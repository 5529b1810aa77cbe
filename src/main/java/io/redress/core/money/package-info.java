/** Amounts as they are written, by systems and by people, read so that each has one meaning. */
package io.redress.core.money;
